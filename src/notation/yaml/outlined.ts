import type { Notice } from '../../findings/notice.js';
import type { Span } from '../../model/span.js';
import type { MapEntry, Value } from '../../model/value.js';
import { type Source, unread } from '../source.js';
import { type Line, lineAt } from '../text.js';
import { type OutlineNode, readOutline, unquoted } from './outline.js';
import { readYaml } from './yaml.js';

/** The outline of a text, and what could not be read of it. */
export interface Outlined {
  readonly nodes: readonly OutlineNode[];
  readonly notices: readonly Notice[];
}

/** Flow maps and lists within one line that lockfiles of a megabyte have on every other line. */
const usualFlows =
  /^\s+(?:resolution|engines|cpu|os|libc|hasBin|bundledDependencies): (?:\{[^{}[\]]*\}|\[[^{}[\]]*\])$/;
/** A flow collection, an alias or an anchor where an entry or its value begins. */
const beyondOutline = /^[ \t]*(?:- +){0,20}(?:(?:"[^"\n]*"|'[^'\n]*'|[^\s#"'{[][^\n]*?) *: +)?(?:[{[*&]|<<:)/gm;

/** What is longer is not read as YAML: lockfiles may be five times as long, and their tools write block style. */
const mostInFlowStyle = 1_000_000;
const inFlowStyle = 'is larger than 1 MB and has parts in flow style, which were not read; write them in block style';

/** The outline of a text, whatever style it is written in: what is not plain block style is read as YAML. */
export function outlineOf(source: Source): Outlined {
  const { text } = source;
  if (isBlockStyle(text)) return { nodes: readOutline(text), notices: [] };
  if (text.length > mostInFlowStyle) return { nodes: readOutline(text), notices: [unread(source, 0, inFlowStyle)] };
  const { documents, notices } = readYaml(source);
  // Of a text that is no YAML some lines can be told all the same.
  if (documents === undefined) return { nodes: readOutline(text), notices };
  return { nodes: documents.flatMap((document) => nodesOf(document, text)), notices: notices.filter(isUnread) };
}

function isUnread({ kind }: Notice): boolean {
  return kind === 'unread';
}

function isBlockStyle(text: string): boolean {
  for (const { 0: found, index } of text.matchAll(beyondOutline)) {
    const end = text.indexOf('\n', index + found.length);
    const line = text.slice(text.lastIndexOf('\n', index + found.length - 1) + 1, end === -1 ? text.length : end);
    if (!usualFlows.test(line.trimEnd()) && !/: (?:\{\}|\[\])\s*$/.test(line)) return false;
  }
  return true;
}

function nodesOf(value: Value, text: string): OutlineNode[] {
  if (value.kind === 'map') return value.entries.map((entry) => nodeOf(entry, text));
  if (value.kind !== 'list') return [];
  return value.items.map((item) => {
    const start = { path: item.at.path, start: item.at.start, end: item.at.start };
    return nodeOf({ key: '', keyAt: start, value: item }, text);
  });
}

function nodeOf({ key, keyAt, value }: MapEntry, text: string): OutlineNode {
  const isScalar = value.kind === 'scalar';
  const place = isScalar ? inside(value.at, text) : { start: value.at.start, end: value.at.start };
  const keyPlace = inside(keyAt, text);
  return {
    key,
    value: isScalar ? unquoted(text.slice(value.at.start, value.at.end)) : '',
    line: lineOf(text, keyAt.start),
    keyStart: keyPlace.start,
    keyEnd: keyPlace.end,
    valueStart: place.start,
    valueEnd: place.end,
    children: nodesOf(value, text),
  };
}

function lineOf(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', start);
  return { text: text.slice(start, end === -1 ? text.length : end), start, number: lineAt(text, offset) };
}

/** A place without the quotes around it. */
function inside({ start, end }: Span, text: string): { readonly start: number; readonly end: number } {
  const quote = text[start];
  const isQuoted = (quote === '"' || quote === "'") && end - start > 1 && text[end - 1] === quote;
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}
