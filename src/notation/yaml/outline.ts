import { type Line, linesOf } from '../text.js';

/** One line of block-style YAML as package managers write it: `key: value` or `- value`, with what is indented below. */
export interface OutlineNode {
  readonly key: string;
  /** The text after the colon or dash, unquoted; empty when the value stands below. */
  readonly value: string;
  readonly line: Line;
  /** Offsets of the key and of the value within the text, quotes excluded. */
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly children: OutlineNode[];
}

interface Frame {
  readonly indent: number;
  readonly children: OutlineNode[];
}

const deepest = 50;

/**
 * Reads the outline of a text in block style. Lines that are no entries are skipped; anchors, tags and block scalars are
 * not interpreted; never fails.
 */
export function readOutline(text: string): readonly OutlineNode[] {
  const root: OutlineNode[] = [];
  const stack: Frame[] = [{ indent: -1, children: root }];
  for (const line of linesOf(text)) {
    const indent = indentOf(line.text);
    if (indent === line.text.length || line.text.charCodeAt(indent) === 35) continue;
    const node = nodeOf(line, indent);
    if (node === undefined) continue;
    while (stack.length > 1 && indent <= (stack.at(-1)?.indent ?? -1)) stack.pop();
    stack.at(-1)?.children.push(node);
    if (stack.length < deepest) stack.push({ indent, children: node.children });
  }
  return root;
}

function indentOf(text: string): number {
  let at = 0;
  while (at < text.length && text.charCodeAt(at) === 32) at += 1;
  return at;
}

function nodeOf(line: Line, indent: number): OutlineNode | undefined {
  const { text } = line;
  if (text.startsWith('- ', indent)) return valueNode(line, '', indent, indent + 2);
  const from = text.startsWith('? ', indent) ? indent + 2 : indent;
  const quote = text[from];
  if (quote === '"' || quote === "'") return quotedKey(line, from, quote);
  const colon = plainColon(text, from);
  if (colon === -1) return from === indent ? undefined : complexKey(line, from);
  return valueNode(line, text.slice(from, colon).trimEnd(), from, colon + 1);
}

/** A key that stands alone on its line; its value follows on the next. */
function complexKey(line: Line, from: number): OutlineNode {
  const key = line.text.slice(from).trimEnd();
  return valueNode(line, key, from, line.text.length);
}

function plainColon(text: string, from: number): number {
  for (let at = text.indexOf(':', from); at !== -1; at = text.indexOf(':', at + 1)) {
    if (at + 1 === text.length || text[at + 1] === ' ') return at;
  }
  return -1;
}

function quotedKey(line: Line, from: number, quote: string): OutlineNode | undefined {
  const close = line.text.indexOf(quote, from + 1);
  if (close === -1) return undefined;
  const key = line.text.slice(from + 1, close);
  const rest = line.text.indexOf(':', close);
  return valueNode(line, key, from + 1, rest === -1 ? line.text.length : rest + 1);
}

function valueNode(line: Line, key: string, keyFrom: number, valueFrom: number): OutlineNode {
  let from = valueFrom;
  while (from < line.text.length && line.text[from] === ' ') from += 1;
  let to = line.text.length;
  while (to > from && line.text[to - 1] === ' ') to -= 1;
  const quote = line.text[from];
  if ((quote === '"' || quote === "'") && to - from > 1 && line.text[to - 1] === quote) {
    from += 1;
    to -= 1;
  }
  return {
    key,
    value: line.text.slice(from, to),
    line,
    keyStart: line.start + keyFrom,
    keyEnd: line.start + keyFrom + key.length,
    valueStart: line.start + from,
    valueEnd: line.start + to,
    children: [],
  };
}

/** The first child with this key. */
export function childOf(node: OutlineNode | undefined, key: string): OutlineNode | undefined {
  return node?.children.find((child) => child.key === key);
}

/** The entries of a flow map on one line: `{integrity: sha512-..., tarball: https://...}`. */
export function flowEntries(value: string): ReadonlyMap<string, string> {
  if (!value.startsWith('{') || !value.endsWith('}')) return new Map();
  const pairs = value.slice(1, -1).split(', ');
  return new Map(
    pairs.flatMap((pair) => {
      const colon = pair.indexOf(': ');
      return colon === -1 ? [] : [[pair.slice(0, colon).trim(), unquoted(pair.slice(colon + 2).trim())] as const];
    }),
  );
}

/** A text without the quotes around it. */
export function unquoted(text: string): string {
  const quote = text[0];
  return (quote === '"' || quote === "'") && text.length > 1 && text.endsWith(quote) ? text.slice(1, -1) : text;
}
