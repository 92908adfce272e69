import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Notice } from '../../findings/notice.js';
import type { Span } from '../../model/span.js';
import type { Value } from '../../model/value.js';
import { maximumDepth, type Source, unread } from '../source.js';
import { entriesOf } from './entries.js';
import { isDirective, isMasked, unmasked } from './mask.js';
import { scalarMeaning } from './scalar.js';
import { placeOf, spanAt, spanOf } from './spans.js';

/** Gives a tagged node its meaning. `value` is the node read as if it had no tag; its span includes the tag. */
export type TagReader = (tag: string, value: Value) => Value;

/** One pass over one text. */
export interface Walk {
  readonly source: Source;
  readonly tag: TagReader | undefined;
  /** Scalars may hold marks of template directives. */
  readonly masked: boolean;
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

export function newWalk(source: Source, tag: TagReader | undefined, masked: boolean): Walk {
  return {
    source,
    tag,
    masked,
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
  if (isScalar(node)) {
    const value = scalarMeaning(node);
    if (walk.masked && typeof value === 'string' && isMasked(value)) return unmasked(value, where);
    return { kind: 'scalar', value, ...where };
  }
  if (node.flow && walk.use === undefined && span.start >= walk.flowEnd) {
    walk.flows.push(span);
    walk.flowEnd = span.end;
  }
  if (isDirective(node)) return { kind: 'unknown', because: 'template variable', ...where };
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
