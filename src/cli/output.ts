import { writeFile } from 'node:fs/promises';
import pc from 'picocolors';
import type { Finding } from '../findings/finding.js';
import { byWeight, fails } from '../findings/outcome.js';
import { type Outcome, renderJson } from '../report/json.js';
import { renderPublication } from '../report/publication.js';
import { renderTerminal } from '../report/terminal.js';
import type { View } from '../report/terminal-view.js';
import { wordsOf } from '../report/words.js';
import { CannotRun, reasonOf } from './cannot-run.js';
import { followsLinks } from './hyperlinks.js';
import type { Judging, JudgingOptions } from './judging.js';

/** Prints an outcome the way the options ask for and returns the exit code: 1 if something fails, otherwise 0. */
export async function printOutcome(
  outcome: Outcome,
  options: JudgingOptions,
  { judge, failOn }: Judging,
): Promise<number> {
  const sorted = { ...outcome, findings: [...outcome.findings].sort(byWeight) };
  const { profile } = judge.settings;
  const isFailing = (finding: Finding) => fails(finding, profile, failOn);
  const view = {
    ...abilitiesOf(options),
    all: options.all === true,
    fails: isFailing,
    rule: failOn === undefined ? `under the profile ${profile}` : `from severity ${failOn} on`,
    words: wordsOf(judge.policies),
  };
  await printTo(options.output, render(sorted, options.format, view));
  return outcome.findings.some(isFailing) ? 1 : 0;
}

function render(outcome: Outcome, format: string, view: View): string {
  const wanted = formatOf(format);
  if (wanted === 'json') return renderJson(outcome);
  return wanted === 'markdown' ? asMarkdown(outcome) : renderTerminal(outcome, view);
}

/** What the output can show: colours as picocolors decides, links where the terminal is known to follow them. */
function abilitiesOf({ color, output }: JudgingOptions): Pick<View, 'colored' | 'linked'> {
  const isScreen = output === undefined;
  const colored = isScreen && color && pc.isColorSupported;
  return { colored, linked: colored && process.stdout.isTTY === true && followsLinks(process.env) };
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
