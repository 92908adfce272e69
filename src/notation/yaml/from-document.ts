import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type ParsedNode,
  Scalar,
} from 'yaml';
import { isBlank, textEnd } from './ends.js';
import type { YamlNode, YamlPair } from './node.js';

/** The nodes of a document that `yaml` composed: what it reads where the quick reader refuses. */
export function nodeOfDocument(text: string, document: Document.Parsed<ParsedNode>): YamlNode | undefined {
  return nodeOf(text, document.contents);
}

function nodeOf(text: string, node: unknown): YamlNode | undefined {
  if (!isNode(node)) return undefined;
  if (isAlias(node))
    return { kind: 'alias', name: node.source, start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 };
  const { tag, anchor } = node;
  const common = { ...spanOf(text, node), tag, anchor };
  if (isScalar(node)) {
    const value = typeof node.value === 'string' ? node.value : String(node.value ?? '');
    return { kind: 'scalar', value, plain: node.type === Scalar.PLAIN, ...common };
  }
  const flow = node.flow === true;
  if (isSeq(node)) return { kind: 'list', flow, items: node.items.map((item) => nodeOf(text, item)), ...common };
  const pairs = node.items.map(({ key, value }): YamlPair => ({ key: nodeOf(text, key), value: nodeOf(text, value) }));
  return { kind: 'map', flow, pairs, ...common };
}

/** From the tag, if there is one, to the last character that is neither white space nor a comment. */
function spanOf(text: string, node: Node): { readonly start: number; readonly end: number } {
  let start = node.range?.[0] ?? 0;
  let end = endOf(text, node);
  const tag = 'tag' in node ? node.tag : undefined;
  const tagAt = tag?.startsWith('!') ? text.lastIndexOf(tag, start) : -1;
  if (tagAt !== -1) return { start: tagAt, end };
  while (start === end && start > 0 && isBlank(text.charCodeAt(start - 1))) {
    start -= 1;
    end = start;
  }
  return { start, end };
}

/** Where a node's own text ends: a block collection with its last member. */
function endOf(text: string, node: Node): number {
  let last: Node = node;
  while ((isMap(last) || isSeq(last)) && last.flow !== true) {
    const member: unknown = last.items.at(-1);
    const value: unknown = isPair(member) ? (member.value ?? member.key) : member;
    if (!isNode(value)) break;
    last = value;
  }
  const [start, stop] = last.range ?? [0, 0];
  return textEnd(text, start, stop);
}
