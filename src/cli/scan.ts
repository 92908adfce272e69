import { type SettingsCount, settingsByFramework } from '../facts/settings-count.js';
import type { Finding, Found } from '../findings/finding.js';
import { sourcesOf } from '../findings/sources.js';
import { versionOf } from '../publish/version.js';
import { shownFirst } from '../report/grouping.js';
import type { Outcome } from '../report/json.js';
import { type Scan, type ScanChoices, scan } from '../scan.js';
import { settingsPath } from '../settings/layers.js';
import { type Folder, openFolder } from './folder.js';
import type { Judging, JudgingOptions } from './judging.js';
import { judgingOf } from './options.js';
import { printOutcome } from './output.js';
import { progressFor } from './progress.js';
import { targetsOf, tellsFixes } from './targets.js';
import { unreadFiles } from './unread-files.js';

export interface ScanOptions extends JudgingOptions {
  readonly stats?: boolean;
  /** The JSON of an earlier scan: what stands there is known. */
  readonly baseline?: string;
  /** A list of files: only what they decide is told. */
  readonly filesFrom?: string;
  readonly watch?: boolean;
}

/** `postern scan [PATH...]`: every stack under some folders, every finding, as it stands. */
export async function scanCommand(paths: readonly string[], options: ScanOptions): Promise<number> {
  if (options.watch !== true) return scanOnce(paths, options);
  const { runWatching } = await import('./watch.js');
  const own = targetsOf(options).flatMap(({ file }) => file ?? []);
  return runWatching({ paths, own, run: () => scanOnce(paths, options), stop: interrupted() });
}

/** Aborted when the person at the keyboard has seen enough. */
function interrupted(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  return controller.signal;
}

async function scanOnce(paths: readonly string[], options: ScanOptions): Promise<number> {
  const { outcome, judging } = await lookAt(paths, options);
  return printOutcome(outcome, options, judging);
}

/** What a scan tells. */
export async function lookAt(
  paths: readonly string[],
  options: ScanOptions,
): Promise<{ readonly outcome: Outcome; readonly judging: Judging }> {
  const baseline = options.baseline === undefined ? undefined : await knownBy(options.baseline);
  const wanted = options.filesFrom === undefined ? undefined : await wantedFrom(options.filesFrom);
  const settings = options.stats === true ? settingsByFramework() : undefined;
  const { folder, found, judging } = await scanFolder(paths, options, {
    ...(settings && { watch: settings.add }),
    ...(options.all !== true && !targetsOf(options).some(tellsFixes) && { tries: shownFirst }),
  });
  const told = found.findings.filter(wanted?.(folder.root) ?? (() => true)).filter(judging.chosen);
  const findings = baseline?.(told) ?? told;
  const texts = await folder.read([
    ...new Set(findings.flatMap(({ at, fix }) => [at.path, ...(fix?.edits ?? []).map((edit) => edit.path)])),
  ]);
  if (settings !== undefined) process.stderr.write(renderSettings(settings.counts));
  const outcome: Outcome = {
    findings,
    notices: [...judging.notices, ...found.notices, ...(await unreadFiles(folder))],
    stats: found.stats,
    texts: sourcesOf(texts, found.findings),
    isReview: false,
    version: versionOf(),
  };
  return { outcome, judging };
}

type Known = (findings: readonly Found[]) => readonly Finding[];

async function knownBy(file: string): Promise<Known> {
  const { against, readBaseline } = await import('./baseline.js');
  const baseline = await readBaseline(file);
  return (findings) => against(findings, baseline);
}

type Wanted = (root: string) => (finding: Found) => boolean;

async function wantedFrom(list: string): Promise<Wanted> {
  const { below, isIn, readFileList } = await import('./files-from.js');
  const files = await readFileList(list);
  return (root) => isIn(below(root, files));
}

/** Reads and judges folders of the host. The settings are those of the folder that all of them share. */
export async function scanFolder(
  paths: readonly string[],
  options: JudgingOptions,
  { watch, ...choices }: ScanChoices = {},
): Promise<{ readonly folder: Folder; readonly found: Scan; readonly judging: Judging }> {
  const folder = await openFolder(paths);
  const own = await folder.read([settingsPath]);
  const text = own.get(settingsPath);
  const judging = await judgingOf(options, text === undefined ? undefined : { path: settingsPath, text });
  const progress = progressFor(options);
  const found = await scan(folder.paths, folder.read, judging.judge, {
    ...choices,
    watch: (model) => {
      watch?.(model);
      progress.step();
    },
  }).finally(progress.end);
  return { folder, found, judging };
}

/** How much of each framework only the deployment knows, and why, most frequent first. */
function renderSettings(counts: ReadonlyMap<string, SettingsCount>): string {
  const rows = [...counts].flatMap(([framework, { settings, unknown }]) => {
    const missing = [...unknown.values()].reduce((sum, count) => sum + count, 0);
    const share = ((100 * missing) / Math.max(settings, 1)).toFixed(1);
    const reasons = [...unknown].sort((a, b) => b[1] - a[1]);
    return [
      `${framework}: ${missing} of ${settings} settings are known to the deployment only (${share} %)`,
      ...reasons.map(([because, count]) => `${String(count).padStart(7)}  ${because}`),
    ];
  });
  return `${rows.join('\n')}\n`;
}
