import { writeFile } from 'node:fs/promises';
import pc from 'picocolors';
import type { Finding } from '../findings/finding.js';
import { byWeight, fails, type Profile } from '../findings/outcome.js';
import { exitCodeOf } from '../report/conclusion.js';
import { type Outcome, renderJson } from '../report/json.js';
import { renderPublication } from '../report/publication.js';
import { renderTerminal } from '../report/terminal.js';
import type { View } from '../report/terminal-view.js';
import { wordsOf } from '../report/words.js';
import { CannotRun, reasonOf } from './cannot-run.js';
import { followsLinks } from './hyperlinks.js';
import type { Judging, JudgingOptions } from './judging.js';

/**
 * Prints an outcome the way the options ask for and returns the exit code: 1 if something fails or may not be unread, 2 if
 * settings that were asked for have no effect, otherwise 0.
 */
export async function printOutcome(
  outcome: Outcome,
  options: JudgingOptions,
  { judge, failOn, notices }: Judging,
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
  const code = exitCodeOf(outcome, { profile, failOn });
  const isMistaken = mayFailBySettings(outcome, options) && notices.some(({ kind }) => kind === 'settings');
  process.stderr.write(unreadSentence(outcome, profile) + (isMistaken ? settingsSentence : ''));
  return code === 0 && isMistaken ? 2 : code;
}

/** A change may mend the settings that the base has; a tree or an option has no such excuse. */
function mayFailBySettings({ isReview }: Outcome, { settings }: JudgingOptions): boolean {
  return !isReview || settings !== undefined;
}

const settingsSentence =
  'Settings have no effect as they are written (see the notices): correct them, or use --settings.\n';

/** Says on the side that a run that found nothing new has not seen everything. */
function unreadSentence({ notices }: Outcome, profile: Profile): string {
  const unread = notices.filter(({ kind }) => kind === 'unread').length;
  if (unread === 0) return '';
  const parts = unread === 1 ? '1 part was' : `${unread} parts were`;
  const meaning = profile === 'strict' ? 'which fails under the strict profile' : 'so this result is not complete';
  return `${parts} not reviewed (see the notices), ${meaning}.\n`;
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
