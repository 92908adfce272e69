import type { MapEntry, MapValue, Value } from '../../model/value.js';
import { readJson } from '../json/json.js';
import type { Source } from '../source.js';
import type { Attribute, Block, Body } from './block.js';
import type { Expression, TemplatePart } from './expression.js';
import type { ParsedText } from './parse.js';
import { parseTemplateText } from './template-text.js';

/** How many labels the blocks of a type have; their keys stand above the bodies. */
const labelled = new Map([
  ['resource', 2],
  ['data', 2],
  ['module', 1],
  ['variable', 1],
  ['output', 1],
  ['provider', 1],
  ['terraform', 0],
  ['locals', 0],
  ['moved', 0],
]);

/** Reads a `.tf.json` file: the same blocks, texts in it being templates. */
export function parseJsonConfiguration(source: Source): ParsedText {
  const { documents, notices } = readJson(source);
  const [root] = documents ?? [];
  const at = { path: source.path, start: 0, end: source.text.length };
  if (root?.kind !== 'map') return { body: { attributes: new Map(), blocks: [], at, open: true }, notices };
  const blocks = root.entries.flatMap((entry) => blocksOf(entry, entry.key, [], labelled.get(entry.key) ?? 0));
  return { body: { attributes: new Map(), blocks, at, open: false }, notices };
}

function blocksOf({ keyAt, value }: MapEntry, type: string, labels: readonly string[], more: number): readonly Block[] {
  const values = value.kind === 'list' ? value.items : [value];
  return values.flatMap((one): readonly Block[] => {
    if (one.kind !== 'map') return [];
    if (more > 0) return one.entries.flatMap((entry) => blocksOf(entry, type, [...labels, entry.key], more - 1));
    return [{ type, labels, headAt: keyAt, at: { ...keyAt, end: one.at.end }, body: bodyFrom(one, type) }];
  });
}

/** Nothing tells arguments and blocks apart here: maps and lists of maps are blocks, but for names that are known to be maps. */
function bodyFrom(map: MapValue, type: string): Body {
  const attributes = new Map<string, Attribute>();
  const blocks: Block[] = [];
  for (const entry of map.entries) {
    const { key, keyAt, value } = entry;
    if (!plainBodies.has(type) && !argumentMaps.has(key) && isNested(value)) {
      blocks.push(...blocksOf(entry, key, [], key === 'dynamic' ? 1 : 0));
    } else attributes.set(key, { name: key, nameAt: keyAt, value: expressionFrom(value) });
  }
  return { attributes, blocks, at: map.at, open: false };
}

/** Bodies that hold arguments only. */
const plainBodies: ReadonlySet<string> = new Set(['locals', 'variable', 'output', 'module']);
const argumentMaps: ReadonlySet<string> = new Set(['variables', 'tags', 'triggers', 'request_models', 'dimensions']);

function isNested(value: Value): boolean {
  if (value.kind === 'list') return value.items.length > 0 && value.items.every(({ kind }) => kind === 'map');
  return value.kind === 'map';
}

function expressionFrom(value: Value): Expression {
  const { at } = value;
  switch (value.kind) {
    case 'scalar':
      return typeof value.value === 'string' ? textFrom(value.value, at) : { kind: 'literal', value: value.value, at };
    case 'list':
      return { kind: 'list', items: value.items.map(expressionFrom), at };
    case 'map': {
      const entries = value.entries.map(({ key, keyAt, value: inner }) => {
        return { key: { kind: 'literal', value: key, at: keyAt } as const, value: expressionFrom(inner) };
      });
      return { kind: 'object', entries, at };
    }
    case 'reference':
    case 'pattern':
    case 'choice':
    case 'unknown':
      return { kind: 'broken', at, because: 'not valid' };
  }
}

/** A text is a template; everything in it stands where the text stands. */
function textFrom(text: string, at: Value['at']): Expression {
  const { length } = text;
  const inner = parseTemplateText({ path: at.path, text });
  if (inner.kind !== 'template') return { kind: 'literal', value: text, at };
  const parts = inner.parts.flatMap((part): readonly TemplatePart[] => {
    if (part.kind !== 'text' || part.end < length || text.endsWith('\n')) return [part];
    const written = part.text.replace(/\n$/, '');
    return written === '' ? [] : [{ ...part, text: written }];
  });
  return { ...inner, parts, at, heredoc: false };
}
