import { appendFile } from 'node:fs/promises';
import pc from 'picocolors';
import type { Finding } from '../findings/finding.js';
import type { Notice } from '../findings/notice.js';
import { byWeight, fails, type Profile } from '../findings/outcome.js';
import { exitCodeOf } from '../report/conclusion.js';
import type { Rendering } from '../report/formats/rendering.js';
import type { Outcome } from '../report/json.js';
import type { View } from '../report/terminal-view.js';
import { wordsOf } from '../report/words.js';
import { CannotRun, reasonOf } from './cannot-run.js';
import { writeAll } from './files.js';
import { followsLinks } from './hyperlinks.js';
import type { Judging, JudgingOptions } from './judging.js';
import { renderAs, type Target, targetsOf } from './targets.js';

/**
 * Prints an outcome the way the options ask for and returns the exit code: 1 if something fails or may not be unread, 2 if
 * settings that were asked for have no effect, otherwise 0.
 */
export async function printOutcome(outcome: Outcome, options: JudgingOptions, judging: Judging): Promise<number> {
  const { judge, failOn, notices } = judging;
  const { profile } = judge.settings;
  const sorted = { ...outcome, findings: [...outcome.findings].sort(byWeight) };
  const failing = exitCodeOf(outcome, { profile, failOn });
  const isMistaken = mayFailBySettings(outcome, options) && notices.some(({ kind }) => kind === 'settings');
  const code = failing === 0 && isMistaken ? 2 : failing;
  const view = { ...viewOf(options, judging), code };
  await deliver(targetsOf(options), { outcome: sorted, policies: judge.policies, view });
  process.stderr.write(unreadSentence(outcome.notices, profile) + (isMistaken ? settingsSentence : ''));
  return code;
}

/** Renders everything before anything is written, and writes the files before something is printed. */
async function deliver(targets: readonly Target[], rendering: Rendering): Promise<void> {
  const rendered: { readonly file: string | undefined; readonly text: string }[] = [];
  for (const { format, file } of targets) {
    const isScreen = file === undefined;
    const view = isScreen ? rendering.view : { ...rendering.view, colored: false, linked: false };
    rendered.push({ file, text: await renderAs(format, { ...rendering, view }) });
  }
  await writeAll(rendered.flatMap(({ file, text }) => (file === undefined ? [] : [{ file, text }])));
  if (targets.some(({ format }) => format === 'github')) await addJobSummary(rendering);
  for (const { file, text } of rendered) if (file === undefined) await print(text);
}

/** In a workflow of GitHub's the page of the step is a part of its annotations: ten of them are all that it shows. */
async function addJobSummary(rendering: Rendering): Promise<void> {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (!file) return;
  const text = await renderAs('summary', rendering);
  await appendFile(file, text).catch((error: unknown) => {
    throw new CannotRun(`The job summary ${file} cannot be written: ${reasonOf(error)}; check GITHUB_STEP_SUMMARY.`);
  });
}

function viewOf(options: JudgingOptions, { judge, failOn }: Judging): Omit<View, 'code'> {
  const { profile } = judge.settings;
  return {
    ...abilitiesOf(options),
    all: options.all === true,
    quiet: options.quiet === true,
    fails: (finding: Finding) => fails(finding, profile, failOn),
    rule: failOn === undefined ? `under the profile ${profile}` : `from severity ${failOn} on`,
    words: wordsOf(judge.policies, process.env.POLICY_PAGES || undefined),
  };
}

/** What the output can show: colours as picocolors decides, links where the terminal is known to follow them. */
function abilitiesOf({ color }: JudgingOptions): Pick<View, 'colored' | 'linked'> {
  const colored = color && pc.isColorSupported;
  return { colored, linked: colored && process.stdout.isTTY === true && followsLinks(process.env) };
}

/** A change may mend the settings that the base has; a tree or an option has no such excuse. */
function mayFailBySettings({ isReview }: Outcome, { settings }: JudgingOptions): boolean {
  return !isReview || settings !== undefined;
}

const settingsSentence =
  'Settings have no effect as they are written (see the notices): correct them, or use --settings.\n';

/** Says on the side that a run that found nothing new has not seen everything. */
function unreadSentence(notices: readonly Notice[], profile: Profile): string {
  const unread = notices.filter(({ kind }) => kind === 'unread').length;
  if (unread === 0) return '';
  const parts = unread === 1 ? '1 part was' : `${unread} parts were`;
  const meaning = profile === 'strict' ? 'which fails under the strict profile' : 'so this result is not complete';
  return `${parts} not reviewed (see the notices), ${meaning}.\n`;
}

/** Writes to a file, or to the terminal when none is named. */
export async function printTo(file: string | undefined, text: string): Promise<void> {
  return file === undefined ? print(text) : writeAll([{ file, text }]);
}

/** Waits until a pipe took everything, so that long outputs are whole. A reader that left early has not seen the result. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(new CannotRun(unprinted(error))) : resolve()));
  });
}

function unprinted(error: NodeJS.ErrnoException): string {
  if (error.code === 'EPIPE') return 'The output was cut short: its reader closed the pipe.';
  return `The output cannot be printed: ${reasonOf(error)}.`;
}
