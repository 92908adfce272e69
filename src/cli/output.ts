import { writeFile } from 'node:fs/promises';
import { byWeight, fails } from '../findings/outcome.js';
import { type Outcome, renderJson } from '../report/json.js';
import { renderPublication } from '../report/publication.js';
import { renderTerminal } from '../report/terminal.js';
import { CannotRun, reasonOf } from './cannot-run.js';
import type { Judging, JudgingOptions } from './judging.js';

/** Prints an outcome the way the options ask for and returns the exit code: 1 if something fails, otherwise 0. */
export async function printOutcome(
  outcome: Outcome,
  options: JudgingOptions,
  { judge, failOn }: Judging,
): Promise<number> {
  const sorted = { ...outcome, findings: [...outcome.findings].sort(byWeight) };
  await printTo(options.output, render(sorted, options));
  return outcome.findings.some((finding) => fails(finding, judge.settings.profile, failOn)) ? 1 : 0;
}

function render(outcome: Outcome, { format, output, color }: JudgingOptions): string {
  const wanted = formatOf(format);
  if (wanted === 'json') return renderJson(outcome);
  if (wanted === 'markdown') return asMarkdown(outcome);
  return renderTerminal(outcome, color && output === undefined && process.stdout.isTTY);
}

function asMarkdown({ publication }: Outcome): string {
  if (publication === undefined)
    throw new CannotRun('--format markdown prints what a review posts: use it with review.');
  return renderPublication(publication);
}

const formats = ['pretty', 'json', 'markdown'] as const;
type Format = (typeof formats)[number];

/** The format that an option names. */
export function formatOf(written: string): Format {
  const found = formats.find((format) => format === written);
  if (found !== undefined) return found;
  throw new CannotRun(`--format is pretty, json or markdown, not ${JSON.stringify(written)}.`);
}

/** Writes to a file, or to the terminal when none is named. */
export async function printTo(file: string | undefined, text: string): Promise<void> {
  if (file === undefined) return print(text);
  await writeFile(file, text).catch((error: unknown) => {
    throw new CannotRun(`${file} cannot be written: ${reasonOf(error)}; check --output.`);
  });
}

/** Waits until a pipe took everything, so that long outputs are whole. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
