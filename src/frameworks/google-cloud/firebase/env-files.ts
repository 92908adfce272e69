import { text } from '../../../clouds/values/codec.js';
import { settingOf } from '../../../clouds/values/section.js';
import type { NamedText } from '../../../model/model.js';
import { type Value, valueAt } from '../../../model/value.js';
import type { TextFiles } from '../../files/text-files.js';

const most = 500;

/** The variables of a `.env` file, as texts that stand in the repository. */
export function variablesIn(path: string, written: string): readonly NamedText[] {
  const found: NamedText[] = [];
  const line = /^[ \t\uFEFF]*(?:export[ \t]+)?([A-Za-z_]\w{0,100})[ \t]*=[ \t]*(["']?)([^\n"']{0,2000})\2[ \t]*\r?$/gm;
  for (const match of written.matchAll(line)) {
    const [whole, name = '', , value = ''] = match;
    const start = match.index + whole.lastIndexOf(value);
    if (found.length >= most || value.trim() === '') continue;
    const at = { path, start, end: start + value.trimEnd().length };
    const setting = { kind: 'known', value: value.trim(), at, confidence: 'high', write: () => undefined } as const;
    found.push({ owner: path.slice(path.lastIndexOf('/') + 1), name, value: setting });
  }
  return found;
}

const deepest = 10;

/** What a file of the older configuration (`.runtimeconfig.json`) holds. */
export function configurationIn(path: string, texts: TextFiles): readonly NamedText[] {
  const root = texts.read(path)?.documents?.[0];
  const reading = { writer: texts.writer, unresolved: [] };
  const found: NamedText[] = [];
  const waiting: { readonly value: Value | undefined; readonly names: readonly string[] }[] = [
    { value: root, names: [] },
  ];
  for (let next = waiting.pop(); next !== undefined && found.length < most; next = waiting.pop()) {
    const { value, names } = next;
    for (const { key, keyAt } of value?.kind === 'map' && names.length < deepest ? value.entries : []) {
      const inner = valueAt(value, key);
      const own = [...names, key];
      if (inner?.kind === 'map') waiting.push({ value: inner, names: own });
      else if (inner?.kind === 'scalar') {
        const read = settingOf<string, string>({ map: inner, at: keyAt, reading }, [], text);
        found.push({ owner: path.slice(path.lastIndexOf('/') + 1), name: own.join('.'), value: read });
      }
    }
  }
  return found;
}
