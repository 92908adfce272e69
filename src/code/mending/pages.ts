import type { Flow } from '../flow/machine.js';
import type { Mend } from './mend.js';

/** How a file already has a function that escapes for HTML, and how it is called. */
const helpers: readonly (readonly [imported: RegExp, call: (name: string) => string])[] = [
  [/^import (\w{1,40}) from ['"]escape-html['"]/m, (name) => name],
  [/^(?:const|var) (\w{1,40}) = require\(['"]escape-html['"]\)/m, (name) => name],
  [/^import (?:\* as )?(he) from ['"]he['"]/m, (name) => `${name}.encode`],
  [/^(?:const|var) (he) = require\(['"]he['"]\)/m, (name) => `${name}.encode`],
  [/^import (_|lodash) from ['"]lodash['"]/m, (name) => `${name}.escape`],
  [/^import \{ (escape) \} from ['"](?:lodash|html-escaper|he)['"]/m, (name) => name],
];
const pythonHelpers: typeof helpers = [
  [/^import (html)$/m, (name) => `${name}.escape`],
  [/^from (?:html|markupsafe|flask) import (?:\w+, ){0,6}(escape)\b/m, (name) => name],
];

/** The one value in a page that others decide, escaped by what the file already imports for that. */
export function escapedIn({ sink: { at }, source, steps }: Flow, text: string): Mend | undefined {
  const isPython = at.path.endsWith('.py');
  const call = helperIn(isPython ? pythonHelpers : helpers, text);
  if (call === undefined || source === undefined) return undefined;
  const written = text.slice(at.start, at.end);
  const name = steps.findLast(({ kind }) => kind === 'name')?.name ?? source.path.at(-1) ?? '';
  const values = [...written.matchAll(isPython ? /(\{)([\w.[\]"']{1,80})\}/g : /(\$\{)([\w.?[\]"']{1,80})\}/g)];
  const [value, other] = values.filter(([, , one = '']) => new RegExp(`(?:^|\\W)${name}(?:["']\\])?$`).test(one));
  if (name === '' || value === undefined || other !== undefined) return undefined;
  const [, mark = '', inner = ''] = value;
  const start = at.start + value.index + mark.length;
  const edit = { path: at.path, start, end: start + inner.length, text: `${call}(${inner})` };
  return { edits: [edit], isBreaking: false };
}

function helperIn(known: typeof helpers, text: string): string | undefined {
  for (const [imported, call] of known) {
    const [, name] = imported.exec(text) ?? [];
    if (name !== undefined) return call(name);
  }
  return undefined;
}
