import { parseAllDocuments } from 'yaml';
import { fileName } from '../../src/dependencies/format.js';

/** How a file is written, as far as spoiling it needs to know. */
export type Notation = 'yaml' | 'json' | 'code' | 'hcl' | 'bicep' | 'python' | 'toml' | 'xml' | 'lines';

const endings: readonly (readonly [RegExp, Notation])[] = [
  [/\.ya?ml$/, 'yaml'],
  [/\.json$|^Pipfile\.lock$|^composer\.lock$|^bun\.lock$/, 'json'],
  [/\.[cm]?[jt]s$/, 'code'],
  [/\.(?:tf|tfvars|tofu)$/, 'hcl'],
  [/\.bicep$/, 'bicep'],
  [/\.py$/, 'python'],
  [/\.toml$|^(?:poetry|uv|pdm|Cargo)\.lock$|^Pipfile$/, 'toml'],
  [/\.xml$|proj$/, 'xml'],
];

/** The notation that a path says. */
export function notationOf(path: string): Notation {
  return endings.find(([ending]) => ending.test(fileName(path)))?.[1] ?? 'lines';
}

/** One way to spoil a file; undefined where its notation has no such thing, or the text stays sound. */
export type Spoil = (text: string, notation: Notation) => string | Buffer | undefined;

const mebibyte = 1024 * 1024;
const levels = 3000;

const comments: Readonly<Record<Notation, readonly [string, string]>> = {
  yaml: ['# ', '\n'],
  json: ['/* ', ' */'],
  code: ['// ', '\n'],
  hcl: ['# ', '\n'],
  bicep: ['// ', '\n'],
  python: ['# ', '\n'],
  toml: ['# ', '\n'],
  xml: ['<!-- ', ' -->'],
  lines: ['# ', '\n'],
};

const nestings: Readonly<Partial<Record<Notation, (text: string) => string>>> = {
  yaml: (text) => `${text.trimEnd()}\nDeep: ${'['.repeat(levels)}${']'.repeat(levels)}\n`,
  json: (text) => text.replace('{', `{"deep": ${'['.repeat(levels)}${']'.repeat(levels)},`),
  code: (text) => `${text}\nconst deep = ${'['.repeat(levels)}${']'.repeat(levels)};\n`,
  hcl: (text) => `${text}\nlocals {\n  deep = ${'['.repeat(levels)}${']'.repeat(levels)}\n}\n`,
  bicep: (text) => `${text}\nvar deep = ${'('.repeat(levels)}1${')'.repeat(levels)}\n`,
  python: (text) => `${text}\ndeep = ${'['.repeat(levels)}${']'.repeat(levels)}\n`,
  toml: (text) => `deep = ${'['.repeat(levels)}${']'.repeat(levels)}\n${text}`,
  xml: (text) => text.replace(/<\/(?!.*<\/)/s, `${'<a>'.repeat(levels)}${'</a>'.repeat(levels)}</`),
};

const mistakes: Readonly<Partial<Record<Notation, (text: string) => string>>> = {
  yaml: (text) => `${text.trimEnd()}\nBroken: [\n`,
  json: (text) => text.replace(/":/g, (colon, at: number) => (at === text.lastIndexOf('":') ? '" ' : colon)),
  code: (text) => `${text}\nconst ) = (];\n`,
  hcl: (text) => `${text}\nresource "x" ) {\n`,
  bicep: (text) => `${text}\nresource ) = {\n`,
  python: (text) => `${text}\ndef ) = (]:\n`,
  toml: (text) => `${text}\n[broken\nkey = = "\n`,
  xml: (text) => text.replace(/<\//, '< /'),
};

const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]', ...'bcdefghij'].reduce((text, name) => {
  const before = String.fromCharCode(name.charCodeAt(0) - 1);
  return `${text}\n${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`;
});

/** The ways, by what they leave behind. */
export const spoils: Readonly<Record<string, Spoil>> = {
  'a mistake in the syntax': (text, notation) => mistakes[notation]?.(text),
  '3,000 levels of nesting': (text, notation) => nestings[notation]?.(text),
  'its first half': (text, notation) => {
    const half = text.slice(0, Math.floor(text.length / 2));
    return isSound(half, notation) ? undefined : half;
  },
  'a zero byte': (text) => `${text.slice(0, text.length / 2)}\u0000${text.slice(text.length / 2)}`,
  'a comment of many megabytes': (text, notation) => {
    const [open, close] = comments[notation];
    return `${open}${'x'.repeat(6 * mebibyte)}${close}${text}`;
  },
  'flow style': (text, notation) => (notation === 'yaml' ? inFlowStyle(text) : undefined),
  'a bomb of aliases': (text, notation) => (notation === 'yaml' ? `${text.trimEnd()}\n${bomb}\n` : undefined),
  'UTF-16': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'bytes that are no UTF-8': (text) => Buffer.concat([Buffer.from(text), Buffer.from([0xe9, 0xff, 0x0a])]),
  'a byte order mark': (text) => `\uFEFF${text}`,
};

function inFlowStyle(text: string): string | undefined {
  const documents = parseAllDocuments(text, { logLevel: 'silent' });
  if (!Array.isArray(documents) || documents.some(({ contents }) => contents === null)) return undefined;
  return documents.map((document) => document.toString({ collectionStyle: 'flow', lineWidth: 0 })).join('---\n');
}

/** True if what is left could be all that its author wrote. */
function isSound(text: string, notation: Notation): boolean {
  if (notation === 'lines' || notation === 'toml' || notation === 'python') return true;
  if (notation === 'yaml')
    return parseAllDocuments(text, { logLevel: 'silent' }).every(({ errors }) => errors.length === 0);
  const opened = text.match(/[[{(]|<\w/g)?.length ?? 0;
  return opened <= (text.match(/[\]})]|<\/|\/>/g)?.length ?? 0);
}
