import type { Notice } from '../findings/notice.js';
import { defaultSettings } from './defaults.js';
import { readSettings } from './document.js';
import { mistakesIn } from './mistakes.js';
import { settingsSchema } from './schema.js';
import type { Settings } from './settings.js';
import { withoutEmpty, writtenOver } from './written.js';

/**
 * Reads a settings file over those below it. Mistakes are notices with line, column and the nearest valid name, all at once; after
 * one that is more than the name of a policy `below` stays in force as a whole: half-understood settings would be worse than none.
 */
export function parseSettings(
  path: string,
  text: string,
  policies: readonly string[],
  below: Settings = defaultSettings(),
): { readonly settings: Settings; readonly notices: readonly Notice[] } {
  const document = readSettings(path, text);
  if ('broken' in document) return { settings: below, notices: document.broken };
  const written = withoutEmpty(document.written, Object.keys(settingsSchema.shape));
  const notices = mistakesIn(written, policies).map(({ at, message }) => ({
    path,
    ...document.placeOf(at),
    message,
    kind: 'settings' as const,
  }));
  notices.sort((a, b) => a.line - b.line || a.column - b.column);
  if (!settingsSchema.safeParse(written).success) return { settings: below, notices };
  return { settings: settingsSchema.parse(writtenOver(written, below)), notices };
}
