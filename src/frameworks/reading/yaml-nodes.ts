import {
  type Alias,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Notice } from '../../findings/notice.js';
import type { Span } from '../../model/span.js';
import type { Value } from '../../model/value.js';
import { maximumDepth, type Source, unread } from './source.js';
import { entriesOf } from './yaml-entries.js';
import { scalarMeaning } from './yaml-scalar.js';

/** Gives a tagged node its meaning. `value` is the node read as if it had no tag; its span includes the tag. */
export type TagReader = (tag: string, value: Value) => Value;

/** One pass over one text. */
export interface Walk {
  readonly source: Source;
  readonly tag: TagReader | undefined;
  readonly anchors: Map<string, Node>;
  readonly shared: Span[];
  readonly flows: Span[];
  readonly notices: Notice[];
  readonly failures: Notice[];
  /** Anchored nodes that are being read: an alias to one of them is a cycle. */
  readonly open: Set<Node>;
  depth: number;
  /** Where the outermost alias stands while its node is being read. */
  use: Span | undefined;
  visitsLeft: number;
  flowEnd: number;
}

/** Nodes that may be read through aliases in one file. */
const aliasBudget = 50_000;

export function newWalk(source: Source, tag: TagReader | undefined): Walk {
  return {
    source,
    tag,
    anchors: new Map(),
    shared: [],
    flows: [],
    notices: [],
    failures: [],
    open: new Set(),
    depth: 0,
    use: undefined,
    visitsLeft: aliasBudget,
    flowEnd: 0,
  };
}

/** What went wrong: failures make the text unreadable, notices do not. */
export function failuresOf(walk: Walk): Pick<Walk, 'failures' | 'notices'> {
  return walk;
}

/** The value of a node. */
export function readNode(walk: Walk, node: unknown): Value {
  if (isAlias(node)) return readAlias(walk, node);
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return { kind: 'scalar', value: null, at: spanAt(walk, 0, 0) };
  if (!mayDescend(walk, node)) return { kind: 'unknown', at: spanOf(walk, node), because: 'too large' };
  const anchored = node.anchor !== undefined && walk.use === undefined;
  if (anchored) {
    walk.anchors.set(node.anchor ?? '', node);
    walk.open.add(node);
  }
  walk.depth += 1;
  const value = readContent(walk, node);
  walk.depth -= 1;
  if (anchored) walk.open.delete(node);
  const { tag } = node;
  return walk.tag !== undefined && tag?.startsWith('!') ? walk.tag(tag, value) : value;
}

function mayDescend(walk: Walk, node: Node): boolean {
  const start = node.range?.[0] ?? 0;
  if (walk.failures.length > 0) return false;
  if (walk.depth >= maximumDepth)
    walk.failures.push(unread(walk.source, start, 'is nested too deeply, and was not judged'));
  if (walk.use !== undefined) walk.visitsLeft -= 1;
  if (walk.visitsLeft < 0)
    walk.failures.push(unread(walk.source, start, 'repeats too much by aliases, and was not judged'));
  return walk.failures.length === 0;
}

function readContent(walk: Walk, node: Scalar | YAMLMap | YAMLSeq): Value {
  const span = spanOf(walk, node);
  const where = placeOf(walk, span);
  if (isScalar(node)) return { kind: 'scalar', value: scalarMeaning(node), ...where };
  if (node.flow && walk.use === undefined && span.start >= walk.flowEnd) {
    walk.flows.push(span);
    walk.flowEnd = span.end;
  }
  if (isMap(node)) return { kind: 'map', entries: entriesOf(walk, node), open: false, ...where };
  return { kind: 'list', items: node.items.map((child) => readNode(walk, child)), open: false, ...where };
}

function readAlias(walk: Walk, alias: Alias): Value {
  const at = spanAt(walk, alias.range?.[0] ?? 0, alias.range?.[1] ?? 0);
  const node = walk.anchors.get(alias.source);
  if (node === undefined || walk.open.has(node)) {
    const problem = node === undefined ? 'uses an alias without an anchor' : 'has an alias inside its own anchor';
    walk.failures.push(unread(walk.source, at.start, `${problem}, and was not judged`));
    return { kind: 'unknown', at, because: 'unresolved alias' };
  }
  if (walk.use !== undefined) return inside(walk, node, walk.use);
  walk.shared.push(spanOf(walk, node));
  return inside(walk, node, at);
}

function inside(walk: Walk, node: Node, use: Span): Value {
  const before = walk.use;
  walk.use = use;
  walk.open.add(node);
  const value = readNode(walk, node);
  walk.open.delete(node);
  walk.use = before;
  return value;
}

/** The places of a value: where it stands or, inside an alias, where the alias stands. */
export function placeOf(walk: Walk, span: Span): { readonly at: Span; readonly origin?: Span } {
  return walk.use === undefined ? { at: span } : { at: walk.use, origin: span };
}

export function spanAt(walk: Walk, start: number, end: number): Span {
  return { path: walk.source.path, start, end };
}

/** From the tag, if there is one, to the last character that is neither white space nor a comment. */
export function spanOf(walk: Walk, node: Node): Span {
  const { text } = walk.source;
  let start = node.range?.[0] ?? 0;
  let end = endOf(node);
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  const tag = 'tag' in node ? node.tag : undefined;
  const tagAt = tag?.startsWith('!') ? text.lastIndexOf(tag, start) : -1;
  if (tagAt !== -1) return spanAt(walk, tagAt, end);
  while (start === end && start > 0 && isBlank(text.charCodeAt(start - 1))) {
    start -= 1;
    end = start;
  }
  return spanAt(walk, start, end);
}

/** Where a node's own text ends: a block collection ends with its last member. */
function endOf(node: Node): number {
  let last: Node = node;
  while ((isMap(last) || isSeq(last)) && last.flow !== true) {
    const member: unknown = last.items.at(-1);
    const value: unknown = isPair(member) ? (member.value ?? member.key) : member;
    if (!isNode(value)) break;
    last = value;
  }
  return last.range?.[1] ?? 0;
}

function isSpace(code: number): boolean {
  return code === 10 || code === 13 || isBlank(code);
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}
