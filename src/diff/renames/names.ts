/** Names beyond this many are not looked for inside texts. */
const mostNames = 3_000;

/** Matches any of the names as whole words, the longest first; undefined where there is none, or too many. */
export function wordsMatching(names: readonly string[]): RegExp | undefined {
  const words = [...new Set(names)].filter((name) => name !== '').sort((a, b) => b.length - a.length);
  if (words.length === 0 || words.length > mostNames) return undefined;
  const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`(?<![A-Za-z0-9_])(?:${escaped.join('|')})(?![A-Za-z0-9_])`, 'g');
}

/** Writes a text with the names of a map replaced by what they map to. */
export function renaming(names: ReadonlyMap<string, string>): (text: string) => string {
  const pattern = wordsMatching([...names.keys()]);
  return pattern === undefined ? (text) => text : (text) => text.replace(pattern, (name) => names.get(name) ?? name);
}

/** Fields that name another thing of the stack, which the model need not know. */
const pointing: ReadonlySet<string> = new Set([
  ...[
    'target',
    'function',
    'source',
    'store',
    'api',
    'to',
    'role',
    'logGroup',
    'accessLog',
    'authorizer',
    'authorizers',
    'layers',
  ],
]);

const identifier = /^[\w.[\]"-]{2,200}$/;

const placeholder = /\$\{([\w.[\]"-]{2,200})\}/g;

/** The names in a thing that point at others: of fields that do nothing else, and of the placeholders in texts. */
export function* namesPointedAt(thing: unknown, field = ''): Generator<string> {
  if (typeof thing === 'string') {
    if (pointing.has(field) && identifier.test(thing)) yield thing;
    else for (const [, name = ''] of thing.matchAll(placeholder)) yield name;
  }
  if (typeof thing !== 'object' || thing === null) return;
  for (const [key, value] of Object.entries(thing)) {
    const isOfField = Array.isArray(thing) || key === 'value' || (field === 'authorizers' && key === 'name');
    yield* namesPointedAt(value, isOfField ? field : key);
  }
}
