import { flag, number, text } from '../../../clouds/values/codec.js';
import { settingOf } from '../../../clouds/values/section.js';
import type { Files } from '../../../model/files.js';
import { localPath } from '../../../model/local-path.js';
import { folderOf } from '../../../model/path.js';
import { absent, fixed } from '../../../model/setting.js';
import { itemsOf, textOf, valueAt } from '../../../model/value.js';
import type { ReadText } from '../../../notation/source.js';
import type { Reading } from '../../../notation/writer.js';
import type { Binding, DeclaredFunction } from './binding.js';
import { jsonSection } from './host.js';
import { checksCallers } from './own-checks.js';

/** A function that a `function.json` declares; its folder is its name. Undefined if the file declares none. */
export function functionOf(
  path: string,
  files: Files,
  unresolved: Reading['unresolved'],
): { readonly fn: DeclaredFunction | undefined; readonly read: ReadText } | undefined {
  const section = jsonSection(path, files, unresolved);
  if (section === undefined) return undefined;
  const { read, map, reading } = section;
  const list = valueAt(map, 'bindings');
  if (list === undefined) return { fn: undefined, read };
  const folder = folderOf(path);
  const bindings = itemsOf(list).flatMap((item): readonly Binding[] => {
    const type = valueAt(item, 'type');
    const written = textOf(type)?.toLowerCase();
    if (item.kind !== 'map' || type === undefined || written === undefined) return [];
    const isTrigger = written.endsWith('trigger');
    const direction = isTrigger ? 'trigger' : textOf(valueAt(item, 'direction')) === 'out' ? 'out' : 'in';
    return [
      { type: written.replace(/trigger$/, ''), direction, at: type.at, section: { map: item, at: type.at, reading } },
    ];
  });
  const at = bindings[0]?.at ?? section.at;
  const fn: DeclaredFunction = {
    name: folder.slice(folder.lastIndexOf('/') + 1) || 'function',
    at,
    whole: map?.at ?? at,
    bindings,
    open: list.kind !== 'list',
    disabled: settingOf(section, ['disabled'], flag),
    retries: settingOf(section, ['retry', 'maxRetryCount'], number),
    handler: textOf(valueAt(map, 'scriptFile')) === undefined ? absent(at) : settingOf(section, ['scriptFile'], text),
    codeRoot: folder,
    checksCallers: checksCallers(codeOf(folder, textOf(valueAt(map, 'scriptFile')), files)),
    otherwise: fixed('function-key', at),
  };
  return { fn, read };
}

const usualFiles = ['index.js', 'index.ts', 'index.mjs', '__init__.py', 'main.py', 'run.ps1', 'run.csx'];

/** The code of a function: what it names, and what usually stands beside it. */
function codeOf(folder: string, script: string | undefined, files: Files): string {
  const within = (name: string): string => (folder === '' ? name : `${folder}/${name}`);
  const named = script === undefined ? undefined : localPath(folder, script);
  const paths = [...usualFiles.map(within), ...(typeof named === 'object' ? [named.path] : [])];
  const there = new Set(files.list());
  return [...new Set(paths)].flatMap((path) => (there.has(path) ? (files.read(path) ?? []) : [])).join('\n');
}
