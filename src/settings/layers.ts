import type { Notice } from '../findings/notice.js';
import { defaultSettings } from './defaults.js';
import type { Settings } from './settings.js';

/** Where a repository keeps its settings. */
export const settingsPath = '.github/postern.yml';

/** A settings file as it stands where it is kept. */
export interface SettingsText {
  /** For notices: the file's path, for the organisation's with its repository. */
  readonly path: string;
  readonly text: string;
}

/** Settings as written; they come from the base branch and the organisation, never from the change. */
export interface SettingsTexts {
  readonly repository: SettingsText | undefined;
  readonly organisation: SettingsText | undefined;
}

/** What holds, and what is wrong with the files that say so. */
export interface SettingsInForce {
  readonly settings: Settings;
  readonly notices: readonly Notice[];
}

/** The repository's settings over the organisation's over the defaults. A file with mistakes leaves those below in force. */
export async function settingsInForce(
  { repository, organisation }: SettingsTexts,
  policies: readonly string[],
): Promise<SettingsInForce> {
  const lower = await layer(organisation, policies, defaultSettings());
  const upper = await layer(repository, policies, lower.settings);
  return { settings: upper.settings, notices: [...lower.notices, ...upper.notices] };
}

/** What reads a file is loaded only if there is one. */
async function layer(
  file: SettingsText | undefined,
  policies: readonly string[],
  below: Settings,
): Promise<SettingsInForce> {
  if (file === undefined) return { settings: below, notices: [] };
  const { parseSettings } = await import('./file.js');
  return parseSettings(file.path, file.text, policies, below);
}
