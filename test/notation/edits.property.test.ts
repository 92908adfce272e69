import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { applyEdits } from '../../src/findings/edits.js';
import type { Literal } from '../../src/model/literal.js';
import type { MapValue, Value } from '../../src/model/value.js';
import { readJson } from '../../src/notation/json/json.js';
import { jsonWriter } from '../../src/notation/json/writer.js';
import type { ReadText } from '../../src/notation/source.js';
import type { Writer } from '../../src/notation/writer.js';
import { yamlWriter } from '../../src/notation/yaml/writer.js';
import { readYaml } from '../../src/notation/yaml/yaml.js';

type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };

const word = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom(
    'on',
    '*',
    'a: b',
    'x #y',
    '- z',
    '012',
    'null',
    "it's",
    '!Ref x',
    '{',
    'true',
    '2012-10-17',
    '\n',
    '',
  ),
);
const scalar = fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null));
const { tree } = fc.letrec<{ tree: Plain }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(word, tie('tree'), { maxKeys: 3 }),
  ),
}));
type Act = 'replace' | 'insert' | 'append' | 'remove';
const act = fc.constantFrom<Act[]>('replace', 'insert', 'append', 'remove');
const root = fc.dictionary(word, tree, { minKeys: 1, maxKeys: 4 });

interface Format {
  readonly print: (plain: Plain) => string;
  readonly read: (text: string) => ReadText;
  readonly writer: (read: ReadText) => Writer;
}

const formats: readonly (readonly [string, Format])[] = [
  ['YAML', { print: (plain) => stringify(plain, { aliasDuplicateObjects: false }), read: yaml, writer: yamlWriter }],
  [
    'YAML, lists not indented',
    { print: (plain) => stringify(plain, { indentSeq: false }), read: yaml, writer: yamlWriter },
  ],
  ['YAML with CRLF', { print: (plain) => stringify(plain).replaceAll('\n', '\r\n'), read: yaml, writer: yamlWriter }],
  ['JSON', { print: (plain) => JSON.stringify(plain, null, 2), read: json, writer: jsonWriter }],
  ['JSON in one line', { print: (plain) => JSON.stringify(plain), read: json, writer: jsonWriter }],
];

function yaml(text: string): ReadText {
  return readYaml({ path: 'a.yml', text });
}

function json(text: string): ReadText {
  return readJson({ path: 'a.json', text });
}

/** A value as text that shows order, so that the same meaning is the same text. */
function meaning(value: Value | undefined): string {
  if (value?.kind === 'list') return `[${value.items.map(meaning).join()}]`;
  if (value?.kind !== 'map') return JSON.stringify(value?.kind === 'scalar' ? value.value : value?.kind);
  return `{${value.entries.map(({ key, value: inner }) => `${JSON.stringify(key)}:${meaning(inner)}`).join()}}`;
}

function plainMeaning(plain: Literal): string {
  if (Array.isArray(plain)) return `[${plain.map(plainMeaning).join()}]`;
  if (typeof plain !== 'object' || plain === null) return JSON.stringify(plain);
  return `{${Object.entries(plain)
    .map(([key, inner]) => `${JSON.stringify(key)}:${plainMeaning(inner)}`)
    .join()}}`;
}

function nodesIn(value: Value): readonly Value[] {
  if (value.kind === 'list') return [value, ...value.items.flatMap(nodesIn)];
  if (value.kind === 'map') return [value, ...value.entries.flatMap((entry) => nodesIn(entry.value))];
  return [value];
}

/** In the place of quoted flags and numbers quotes are kept on purpose. */
function isQuotedWord(node: Value): boolean {
  return node.kind === 'scalar' && typeof node.value === 'string' && /^(true|false|-?\d+)$/i.test(node.value);
}

/** Lines outside of the edited ones are the same before and after. */
function keepsOtherLines(
  before: string,
  after: string,
  span: { readonly start: number; readonly end: number },
): boolean {
  const head = before.slice(0, before.lastIndexOf('\n', span.start - 2) + 1);
  const tailAt = before.indexOf('\n', span.end);
  return after.startsWith(head) && (tailAt === -1 || after.endsWith(before.slice(tailAt + 1)));
}

describe.each(formats)('%s', (_, { print, read, writer }) => {
  test('an edit changes what it says and nothing else', () => {
    fc.assert(
      fc.property(
        fc.record({ plain: root, pick: fc.nat(), literal: tree, key: word, act }),
        ({ plain, pick, literal, key, act }) => {
          const text = print(plain);
          const before = read(text);
          const document = before.documents?.[0];
          fc.pre(document !== undefined);
          const nodes = nodesIn(document as Value).filter((node) => !isQuotedWord(node));
          const node = nodes[pick % nodes.length] as Value;
          const { [act]: write } = actions(writer(before), node, key, literal as Literal);
          const done = write();
          fc.pre(done !== undefined && done.edits !== undefined);
          const edits = done?.edits ?? [];
          const after = applyEdits(text, edits);
          expect(meaning(read(after).documents?.[0])).toBe(swap(document as Value, node, done?.meaning ?? ''));
          expect(edits.every((edit) => keepsOtherLines(text, after, edit))).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});

type Done = { readonly edits: ReturnType<Writer['replace']>; readonly meaning: string } | undefined;

function actions(writer: Writer, node: Value, key: string, literal: Literal): Record<Act, () => Done> {
  const inner = meaning(node).slice(1, -1);
  const joined = (added: string): string => (inner === '' ? added : `${inner},${added}`);
  const map = node.kind === 'map' ? (node as MapValue) : undefined;
  const isNew = map !== undefined && !map.entries.some((entry) => entry.key === key);
  return {
    replace: () => ({ edits: writer.replace(node, literal), meaning: plainMeaning(literal) }),
    insert: () =>
      map && isNew
        ? {
            edits: writer.insert(map, [key], literal),
            meaning: `{${joined(`${JSON.stringify(key)}:${plainMeaning(literal)}`)}}`,
          }
        : undefined,
    append: () =>
      node.kind === 'list'
        ? { edits: writer.append(node, literal), meaning: `[${joined(plainMeaning(literal))}]` }
        : undefined,
    remove: () => {
      const gone = map?.entries[0];
      const rest = map && meaning({ ...map, entries: map.entries.slice(1) });
      return map && gone && { edits: writer.remove(map, gone.key), meaning: rest ?? '' };
    },
  };
}

function swap(value: Value, node: Value, by: string): string {
  if (value === node) return by;
  if (value.kind === 'list') return `[${value.items.map((item) => swap(item, node, by)).join()}]`;
  if (value.kind !== 'map') return meaning(value);
  return `{${value.entries.map((entry) => `${JSON.stringify(entry.key)}:${swap(entry.value, node, by)}`).join()}}`;
}
