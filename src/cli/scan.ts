import { type SettingsCount, settingsByFramework } from '../facts/settings-count.js';
import type { Notice } from '../findings/notice.js';
import { sourcesOf } from '../findings/sources.js';
import { shownFirst } from '../report/grouping.js';
import { type Scan, type ScanChoices, scan } from '../scan.js';
import { settingsPath } from '../settings/layers.js';
import { entriesOf, hasLikelyName } from '../stacks/relevance.js';
import { type Folder, openFolder } from './folder.js';
import type { Judging, JudgingOptions } from './judging.js';
import { judgingOf } from './options.js';
import { printOutcome } from './output.js';
import { progressFor } from './progress.js';
import { targetsOf, tellsFixes } from './targets.js';
import { versionOf } from './version.js';

export interface ScanOptions extends JudgingOptions {
  readonly stats?: boolean;
}

/** `postern scan [PATH...]`: every stack under some folders, every finding, as it stands. */
export async function scanCommand(paths: readonly string[], options: ScanOptions): Promise<number> {
  const settings = options.stats === true ? settingsByFramework() : undefined;
  const { folder, found, judging } = await scanFolder(paths, options, {
    ...(settings && { watch: settings.add }),
    ...(options.all !== true && !targetsOf(options).some(tellsFixes) && { tries: shownFirst }),
  });
  const texts = await folder.read([
    ...new Set(found.findings.flatMap(({ at, fix }) => [at.path, ...(fix?.edits ?? []).map((edit) => edit.path)])),
  ]);
  if (settings !== undefined) process.stderr.write(renderSettings(settings.counts));
  return printOutcome(
    {
      findings: found.findings.filter(judging.chosen),
      notices: [...judging.notices, ...found.notices, ...unreadStacks(folder)],
      stats: found.stats,
      texts: sourcesOf(texts, found.findings),
      isReview: false,
      version: versionOf(),
    },
    options,
    judging,
  );
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

/** Of files that could not be read only those are told that are likely a stack; of folders nobody knows. */
function unreadStacks(folder: Folder): readonly Notice[] {
  const isLikely = ({ path }: Notice) =>
    path.endsWith('/') || (entriesOf([path]).length > 0 && (!path.endsWith('.json') || hasLikelyName(path)));
  return folder.unread().filter(isLikely);
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
