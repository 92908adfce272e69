import { findNodeAtLocation, type Node, type ParseError } from 'jsonc-parser';
import type { Span } from '../../../model/span.js';
import type { PatternPart, Value } from '../../../model/value.js';
import type { Expression } from '../../../notation/hcl/expression.js';
import { jsonTree, toTheLetter } from '../../../notation/json/tree.js';
import { textFrom } from '../evaluate/values.js';
import { type Piece, piecesOf } from './pieces.js';

/** Finds the expression that stands at a place. */
export type ExpressionAt = (place: Span) => Expression | undefined;

/** A JSON text as what it says, with what is put into it. Values that are no text stay as they are. */
export function documentIn(value: Value, expressionAt: ExpressionAt): Value {
  if (value.kind === 'choice') {
    const cases = value.cases.map((one) => ({ ...one, value: one.value && documentIn(one.value, expressionAt) }));
    return { ...value, cases };
  }
  if (value.kind === 'list') return { ...value, items: value.items.map((item) => documentIn(item, expressionAt)) };
  const parts = value.kind === 'pattern' ? value.parts : value.kind === 'scalar' ? [String(value.value)] : undefined;
  if (parts === undefined) return value;
  const written = expressionAt(value.origin ?? value.at);
  const pieces = written?.kind === 'template' && written.heredoc ? piecesOf(written, parts) : undefined;
  return parsed(pieces ?? parts.map((part) => ({ part })), value) ?? value;
}

interface Masked {
  readonly text: string;
  /** Where pieces begin in the masked text, and in the file. */
  readonly places: readonly { readonly from: number; readonly start: number | undefined }[];
  readonly hidden: readonly PatternPart[];
}

const mark = '\uE000';

/** What is put into a text is hidden behind marks, in quotes where it stands alone. */
function maskedFrom(pieces: readonly Piece[]): Masked {
  const places: { from: number; start: number | undefined }[] = [];
  const hidden: PatternPart[] = [];
  let text = '';
  let quoted = false;
  for (const { part, start } of pieces) {
    places.push({ from: text.length, start });
    if (typeof part === 'string') {
      quoted = endsQuoted(part, quoted);
      text += part;
      continue;
    }
    const hole = `${mark}${hidden.length}${mark}`;
    hidden.push(part);
    text += quoted ? hole : `"${hole}"`;
  }
  return { text, places, hidden };
}

function endsQuoted(text: string, before: boolean): boolean {
  let quoted = before;
  for (let at = 0; at < text.length; at += 1) {
    if (quoted && text[at] === '\\') at += 1;
    else if (text[at] === '"') quoted = !quoted;
  }
  return quoted;
}

function parsed(pieces: readonly Piece[], whole: Value): Value | undefined {
  const masked = maskedFrom(pieces);
  if (!/^\s*[[{]/.test(masked.text)) return undefined;
  const errors: ParseError[] = [];
  const root = jsonTree(masked.text, errors, toTheLetter);
  const isRefused = errors.length > 0 && masked.hidden.length === 0 && isPolicy(root);
  return root === undefined || isRefused ? undefined : lowered(masked, root, whole);
}

/** IAM takes JSON to the letter: what a policy with a comma too many will say, nobody knows before it is written anew. */
function isPolicy(root: Node | undefined): boolean {
  return root !== undefined && findNodeAtLocation(root, ['Statement']) !== undefined;
}

function lowered(masked: Masked, node: Node, whole: Value): Value {
  const at = placeIn(masked, node, whole);
  const children = node.children ?? [];
  if (node.type === 'array') {
    return { kind: 'list', at, open: false, items: children.map((child) => lowered(masked, child, whole)) };
  }
  if (node.type !== 'object') return scalarFrom(masked, node, at);
  const entries = children.flatMap(({ children: pair = [] }) => {
    const [key, value] = pair;
    if (key === undefined || value === undefined) return [];
    return [{ key: String(key.value), keyAt: placeIn(masked, key, whole), value: lowered(masked, value, whole) }];
  });
  return { kind: 'map', at, open: false, entries };
}

function scalarFrom({ hidden }: Masked, node: Node, at: Span): Value {
  const value = (node.value ?? null) as string | number | boolean | null;
  if (typeof value !== 'string' || !value.includes(mark)) return { kind: 'scalar', at, value };
  const parts = value.split(mark).map((piece, index): PatternPart => (index % 2 === 0 ? piece : hidden[Number(piece)]));
  return textFrom(parts, at);
}

/** The place in the file, when both ends stand in pieces that are written there. */
function placeIn({ places }: Masked, { offset, length }: Node, { at }: Value): Span {
  const start = offsetIn(places, offset);
  const end = offsetIn(places, offset + length - 1);
  return start === undefined || end === undefined ? at : { path: at.path, start, end: end + 1 };
}

function offsetIn(places: Masked['places'], offset: number): number | undefined {
  const place = places.findLast(({ from }) => from <= offset);
  return place?.start === undefined ? undefined : place.start + offset - place.from;
}
