import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Notice } from '../../findings/notice.js';
import type { Span } from '../../model/span.js';
import type { MapEntry, Value } from '../../model/value.js';
import { dataRefusalOf, noteDuplicateKey, type ReadText, type Source, unread, unreadable } from '../source.js';
import { tooDeepAt } from './tree.js';

/** Reads JSON, comments and trailing commas allowed. */
export function readJson(source: Source): ReadText {
  const refusal = dataRefusalOf(source);
  if (refusal !== undefined) return unreadable(source, refusal);
  const text = withoutMark(source.text);
  const deep = tooDeepAt(text);
  if (deep !== undefined) return unreadable(source, unread(source, deep, 'is nested too deeply and was not reviewed'));
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const error = errors[0];
  if (error !== undefined || root === undefined) {
    const problem = error === undefined ? 'empty' : printParseErrorCode(error.error);
    return unreadable(
      source,
      unread(source, error?.offset ?? 0, `is not valid JSON (${problem}) and was not reviewed`),
    );
  }
  const notices: Notice[] = [];
  return { source, documents: [readNode({ source, notices }, root)], notices, shared: [], flows: [] };
}

/** A byte order mark becomes a space, so that offsets stay. */
function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
}

interface Walk {
  readonly source: Source;
  readonly notices: Notice[];
}

function readNode(walk: Walk, node: Node): Value {
  const at = spanOf(walk, node);
  const children = node.children ?? [];
  if (node.type === 'array')
    return { kind: 'list', items: children.map((child) => readNode(walk, child)), open: false, at };
  if (node.type === 'object') return { kind: 'map', entries: entriesOf(walk, children), open: false, at };
  return { kind: 'scalar', value: node.value as string | number | boolean | null, at };
}

function spanOf({ source }: Walk, node: Node): Span {
  return { path: source.path, start: node.offset, end: node.offset + node.length };
}

function entriesOf(walk: Walk, properties: readonly Node[]): readonly MapEntry[] {
  const entries = new Map<string, MapEntry>();
  for (const { children = [] } of properties) {
    const [keyNode, valueNode] = children;
    if (keyNode === undefined || valueNode === undefined) continue;
    const key = String(keyNode.value);
    const keyAt = spanOf(walk, keyNode);
    const before = entries.get(key);
    if (before !== undefined) noteDuplicateKey(walk.source, walk.notices, before, keyAt);
    entries.delete(key);
    const value = readNode(walk, valueNode);
    entries.set(key, { key, keyAt, value: value.kind === 'map' ? { ...value, anchor: keyAt } : value });
  }
  return [...entries.values()];
}
