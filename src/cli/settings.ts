import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Document, isMap, isNode, isSeq } from 'yaml';
import type { Notice } from '../findings/notice.js';
import { catalogue } from '../policies/catalogue.js';
import { type Keys, readSettings } from '../settings/document.js';
import { parseSettings } from '../settings/file.js';
import { settingsPath } from '../settings/layers.js';
import { settingsSchema } from '../settings/schema.js';
import type { Settings } from '../settings/settings.js';
import { valueIn } from '../settings/written.js';
import { CannotRun } from './cannot-run.js';
import { print } from './output.js';

/** `postern settings check|show [PATH]`: validates the settings of a checkout, or shows what is in force and where it is written. */
export async function settingsCommand(action: string, path: string): Promise<number> {
  if (action !== 'check' && action !== 'show')
    throw new CannotRun(`postern settings expects check or show, not ${action}.`);
  if (!(await stat(path).catch(() => undefined))?.isDirectory())
    throw new CannotRun(`There is no folder ${path}; give the root of a checkout.`);
  const text = await readFile(join(path, settingsPath), 'utf8').catch(() => undefined);
  const ids = catalogue.map(({ id }) => id);
  const { settings, notices } = parseSettings(settingsPath, text ?? '', ids);
  for (const notice of notices) await print(`${placeOf(notice)} ${notice.message}\n`);
  if (action === 'show')
    await print(`# ${text === undefined ? 'defaults' : settingsPath}\n${shown(settings, text ?? '')}`);
  else if (notices.length === 0)
    await print(text === undefined ? 'no settings file: the defaults hold\n' : 'settings are valid\n');
  return notices.length > 0 ? 1 : 0;
}

function placeOf({ path, line, column }: Notice): string {
  return [path, line, column].filter((one) => one !== undefined).join(':');
}

/** The settings in force, each value with the place where it is written. */
function shown(settings: Settings, text: string): string {
  const document = new Document(JSON.parse(JSON.stringify(settings)));
  const read = readSettings(settingsPath, text);
  const inForce = 'broken' in read || !settingsSchema.safeParse(read.written).success ? undefined : read;
  noteOrigins(document.contents, [], (keys) => {
    const at = inForce && writtenAt(inForce.written, keys);
    const place = at && inForce?.placeOf(at);
    return place === undefined ? ' default' : ` ${settingsPath}:${place.line}:${place.column}`;
  });
  return document.toString({ lineWidth: 0 });
}

/** Where a value is written: under its keys, or as the short form of what stands under them. */
function writtenAt(written: unknown, keys: Keys): Keys | undefined {
  if (valueIn(written, keys) !== undefined) return keys;
  const short = keys.slice(0, -1);
  const value = valueIn(written, short);
  return short.length > 0 && value !== undefined && typeof value !== 'object' ? short : undefined;
}

function noteOrigins(node: unknown, keys: Keys, originOf: (keys: Keys) => string): void {
  if (isMap(node) && node.items.length > 0) {
    for (const { key, value } of node.items) noteOrigins(value, [...keys, String(key)], originOf);
  } else if (isSeq(node) && node.items.length > 0) {
    for (const [index, inner] of node.items.entries()) noteOrigins(inner, [...keys, index], originOf);
  } else if (isNode(node)) node.comment = originOf(keys);
}
