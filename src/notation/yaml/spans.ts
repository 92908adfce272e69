import { isMap, isNode, isPair, isSeq, type Node } from 'yaml';
import type { Span } from '../../model/span.js';
import type { Walk } from './walk.js';

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
  let end = endOf(text, node);
  const tag = 'tag' in node ? node.tag : undefined;
  const tagAt = tag?.startsWith('!') ? text.lastIndexOf(tag, start) : -1;
  if (tagAt !== -1) return spanAt(walk, tagAt, end);
  while (start === end && start > 0 && isBlank(text.charCodeAt(start - 1))) {
    start -= 1;
    end = start;
  }
  return spanAt(walk, start, end);
}

/** Where a node's own text ends: a block collection with its last member, a text that keeps its empty lines with those. */
function endOf(text: string, node: Node): number {
  let last: Node = node;
  while ((isMap(last) || isSeq(last)) && last.flow !== true) {
    const member: unknown = last.items.at(-1);
    const value: unknown = isPair(member) ? (member.value ?? member.key) : member;
    if (!isNode(value)) break;
    last = value;
  }
  const [start, stop] = last.range ?? [0, 0];
  let end = stop;
  const breaks = /^[|>]\d?\+/.test(text.slice(start, start + 3)) ? 1 : Number.POSITIVE_INFINITY;
  for (let kept = 0; kept < breaks && end > start && isSpace(text.charCodeAt(end - 1)); end -= 1) {
    if (text[end - 1] === '\n') kept += 1;
  }
  return end > start && text[end - 1] === '\r' ? end - 1 : end;
}

function isSpace(code: number): boolean {
  return code === 10 || code === 13 || isBlank(code);
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}
