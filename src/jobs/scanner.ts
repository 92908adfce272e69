import type { ScannedTree } from '../contained/analysis.js';
import type { Pool } from '../contained/pool.js';
import type { GitHub } from '../pull-request/client.js';
import type { CommitTree } from '../pull-request/commit-tree.js';
import { type SettingsTexts, settingsInForce } from '../settings/layers.js';
import type { Advisor } from './advisories.js';

/** Looks at a commit as it stands, for code scanning. Undefined: the settings do not ask for it, and nothing was opened. */
export type Scanner = (
  open: () => Promise<CommitTree>,
  texts: SettingsTexts,
  github: GitHub,
) => Promise<ScannedTree | undefined>;

/** Looks in child processes, today, under the settings of the repository and its organisation. */
export function containedScanner(pool: Pool, policies: readonly string[], advisor: Advisor): Scanner {
  return async (open, texts, github) => {
    const { settings } = await settingsInForce(texts, policies);
    if (!settings.codeScanning) return undefined;
    const date = new Date().toISOString().slice(0, 10);
    const advise = await advisor(github, date);
    return pool.scan(await open(), { settings, date, advise });
  };
}
