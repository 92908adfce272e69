import type { Node, ParseError } from 'jsonc-parser';
import type { Span } from '../../model/span.js';
import { type PatternPart, patternText, type Value } from '../../model/value.js';
import { jsonTree, toTheLetter } from './tree.js';

/** Whether mistakes in a text are stepped over, as files are read, or make it no JSON. */
type Care = 'tolerant' | 'exact';

/** A JSON text inside a value as a tree of its own. All of it stands where the text stands. */
export function jsonValue(text: string, at: Span, care: Care = 'tolerant'): Value | undefined {
  return treeOf(text, { at, parts: [] }, care);
}

/** The same for a text of which parts are known only at deployment, as long as those stand inside its strings. */
export function jsonPattern(parts: readonly PatternPart[], at: Span, care: Care = 'tolerant'): Value | undefined {
  if (parts.some((part) => typeof part === 'string' && part.includes(mark))) return undefined;
  const text = parts.map((part, index) => (typeof part === 'string' ? part : `${mark}${index}${mark}`)).join('');
  return treeOf(text, { at, parts }, care);
}

interface Whole {
  readonly at: Span;
  /** What the marks in the text stand for. */
  readonly parts: readonly PatternPart[];
}

/** A character of the private use area: no template has it for a reason. */
const mark = '\uE000';

function treeOf(text: string, whole: Whole, care: Care): Value | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  const errors: ParseError[] = [];
  const root = jsonTree(text, errors, care === 'exact' ? toTheLetter : undefined);
  const isBroken = errors.length > 0 && (care === 'exact' || whole.parts.length > 0);
  return root === undefined || isBroken ? undefined : lowered(root, whole);
}

function lowered(node: Node, whole: Whole): Value {
  const { at } = whole;
  const children = node.children ?? [];
  if (node.type === 'array') {
    return { kind: 'list', at, open: false, items: children.map((child) => lowered(child, whole)) };
  }
  if (node.type === 'string') return textValue(String(node.value), whole);
  if (node.type !== 'object') return { kind: 'scalar', at, value: (node.value ?? null) as string | number | boolean };
  const entries = children.flatMap(({ children: pair = [] }) => {
    const [key, value] = pair;
    if (!key || !value) return [];
    return [{ key: patternText(partsOf(String(key.value), whole)), keyAt: at, value: lowered(value, whole) }];
  });
  return { kind: 'map', at, open: false, entries };
}

function textValue(text: string, whole: Whole): Value {
  const { at } = whole;
  const parts = partsOf(text, whole);
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'object' && 'to' in only) return { kind: 'reference', at, ...only };
  if (parts.every((part) => typeof part === 'string')) return { kind: 'scalar', at, value: text };
  return { kind: 'pattern', at, parts };
}

/** Every other piece between marks is the number of a part. */
function partsOf(text: string, { parts }: Whole): readonly PatternPart[] {
  if (parts.length === 0 || !text.includes(mark)) return [text];
  const pieces = text.split(mark).map((piece, index) => (index % 2 === 0 ? piece : parts[Number(piece)]));
  return pieces.filter((piece) => piece !== '');
}
