import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { catalogue } from '../policies/catalogue.js';
import { parseSettings } from '../settings/file.js';
import { settingsPath } from '../settings/layers.js';
import { CannotRun } from './cannot-run.js';
import { print } from './output.js';

/** `postern settings check|show [PATH]`: validates the settings of a checkout, or shows what is in force. */
export async function settingsCommand(action: string, path: string): Promise<number> {
  if (action !== 'check' && action !== 'show')
    throw new CannotRun(`postern settings takes check or show, not ${action}.`);
  if (!(await stat(path).catch(() => undefined))?.isDirectory())
    throw new CannotRun(`There is no folder ${path}; give the root of a checkout.`);
  const text = await readFile(join(path, settingsPath), 'utf8').catch(() => undefined);
  const { settings, notices } = parseSettings(
    settingsPath,
    text ?? '',
    catalogue.map(({ id }) => id),
  );
  for (const { path: file, line, message } of notices) await print(`${file}:${line} ${message}\n`);
  if (action === 'show') await print(`# ${text === undefined ? 'defaults' : settingsPath}\n${stringify(settings)}`);
  else if (notices.length === 0)
    await print(text === undefined ? 'no settings file: the defaults hold\n' : 'settings are valid\n');
  return notices.length > 0 ? 1 : 0;
}
