import type { Span } from '../../model/span.js';
import type { Value } from '../../model/value.js';
import { maximumDepth, unread } from '../source.js';
import { entriesOf } from './entries.js';
import { isDirective, isMasked, unmasked } from './mask.js';
import type { YamlAlias, YamlContent, YamlNode } from './node.js';
import { scalarMeaning } from './scalar.js';
import { placeOf, spanAt, spanOf } from './spans.js';
import type { Walk } from './walk.js';

/** The value of a node. */
export function readNode(walk: Walk, node: YamlNode | undefined): Value {
  if (node === undefined) return { kind: 'scalar', value: null, at: spanAt(walk, 0, 0) };
  if (node.kind === 'alias') return readAlias(walk, node);
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

function mayDescend(walk: Walk, { start }: YamlNode): boolean {
  if (walk.failures.length > 0) return false;
  if (walk.depth >= maximumDepth)
    walk.failures.push(unread(walk.source, start, 'is nested too deeply and was not reviewed'));
  if (walk.use !== undefined) walk.visitsLeft -= 1;
  if (walk.visitsLeft < 0)
    walk.failures.push(unread(walk.source, start, 'repeats too much by aliases and was not reviewed'));
  return walk.failures.length === 0;
}

function readContent(walk: Walk, node: YamlContent): Value {
  const span = spanOf(walk, node);
  const where = placeOf(walk, span);
  if (node.kind === 'scalar') {
    const value = scalarMeaning(node);
    if (walk.masked && typeof value === 'string' && isMasked(value)) return unmasked(value, where);
    return { kind: 'scalar', value, ...where };
  }
  if (node.flow && walk.use === undefined && span.start >= walk.flowEnd) {
    walk.flows.push(span);
    walk.flowEnd = span.end;
  }
  if (isDirective(node)) return { kind: 'unknown', because: 'template variable', ...where };
  if (node.kind === 'map') return { kind: 'map', entries: entriesOf(walk, node), open: false, ...where };
  return { kind: 'list', items: node.items.map((child) => readNode(walk, child)), open: false, ...where };
}

function readAlias(walk: Walk, alias: YamlAlias): Value {
  const at = spanOf(walk, alias);
  const node = walk.anchors.get(alias.name);
  if (node === undefined || walk.open.has(node)) {
    const problem = node === undefined ? 'uses an alias without an anchor' : 'has an alias inside its own anchor';
    walk.failures.push(unread(walk.source, at.start, `${problem} and was not reviewed`));
    return { kind: 'unknown', at, because: 'unresolved alias' };
  }
  if (walk.use !== undefined) return inside(walk, node, walk.use);
  walk.shared.push(spanOf(walk, node));
  return inside(walk, node, at);
}

function inside(walk: Walk, node: YamlNode, use: Span): Value {
  const before = walk.use;
  walk.use = use;
  walk.open.add(node);
  const value = readNode(walk, node);
  walk.open.delete(node);
  walk.use = before;
  return value;
}
