import type { NamedText } from '../../../model/model.js';

const most = 500;

/** The variables of a `.env` file, as texts that stand in the repository. */
export function variablesIn(path: string, text: string): readonly NamedText[] {
  const found: NamedText[] = [];
  const line = /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w{0,100})[ \t]*=[ \t]*(["']?)([^\n"']{0,2000})\2[ \t]*\r?$/gm;
  for (const match of text.matchAll(line)) {
    const [whole, name = '', , value = ''] = match;
    const start = match.index + whole.lastIndexOf(value);
    if (found.length >= most || value.trim() === '') continue;
    const at = { path, start, end: start + value.trimEnd().length };
    const setting = { kind: 'known', value: value.trim(), at, confidence: 'high', write: () => undefined } as const;
    found.push({ owner: path.slice(path.lastIndexOf('/') + 1), name, value: setting });
  }
  return found;
}
