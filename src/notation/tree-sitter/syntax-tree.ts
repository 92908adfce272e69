import type { Parser, Tree, TreeCursor } from 'web-tree-sitter';
import { afterClock } from '../../findings/allowance.js';

/** One node of a parsed text, free of the parser's memory. */
export interface SyntaxNode {
  readonly type: string;
  readonly named: boolean;
  readonly start: number;
  readonly end: number;
  /** The text could not be read here, or something was supplied that is not there. */
  readonly broken: boolean;
  readonly children: readonly SyntaxNode[];
}

/** A file of a megabyte that people wrote has as many. */
const mostNodes = 500_000;

/** Texts that are no program at all can take the parser minutes of work; what people write takes it milliseconds. */
const mostMicroseconds = 2_000_000;

/** The last texts of a parser, with what they came to: the same text is read again for every fix that is tried. */
const remembered = new WeakMap<Parser, Map<string, Copied>>();
const mostRemembered = 600_000;

/** What a text came to, and how many nodes it takes. */
interface Copied {
  readonly root: SyntaxNode | undefined;
  readonly nodes: number;
}

/** Nothing was read yet. */
const notYet: SyntaxNode = { type: 'not yet', named: true, start: 0, end: 0, broken: false, children: [] };

/**
 * Parses a text and copies the tree, step by step rather than by recursion. Undefined if the parser gave up, or the tree
 * has more nodes than are looked at. The parser's memory would be spoilt if it were stopped half-way, so it works while no
 * clock runs.
 */
export function parseSyntax(parser: Parser, text: string): SyntaxNode | undefined {
  const known = remembered.get(parser)?.get(text);
  if (known !== undefined) return known.root;
  return afterClock(() => remember(parser, text)) ? notYet : parse(parser, text).root;
}

function remember(parser: Parser, text: string): void {
  const texts = remembered.get(parser) ?? new Map<string, Copied>();
  remembered.set(parser, texts);
  if (texts.has(text)) return;
  const copied = parse(parser, text);
  let size = [...texts.values()].reduce((sum, { nodes }) => sum + nodes, copied.nodes);
  for (const [oldest, { nodes }] of texts) {
    if (size <= mostRemembered) break;
    texts.delete(oldest);
    size -= nodes;
  }
  texts.set(text, copied);
}

function parse(parser: Parser, text: string): Copied {
  const start = process.cpuUsage();
  // A parse that was stopped from outside would go on here.
  parser.reset();
  const tree = parser.parse(text, null, { progressCallback: () => process.cpuUsage(start).user > mostMicroseconds });
  if (tree === null) return { root: undefined, nodes: 0 };
  try {
    return copyOf(tree);
  } finally {
    tree.delete();
  }
}

function copyOf(tree: Tree): Copied {
  const cursor = tree.walk();
  try {
    const root = nodeAt(cursor);
    const nodes = cursor.gotoFirstChild() ? copyChildren(cursor, root) : 1;
    return nodes > mostNodes ? { root: undefined, nodes: 0 } : { root, nodes };
  } finally {
    cursor.delete();
  }
}

interface Growing extends SyntaxNode {
  children: readonly SyntaxNode[];
}

const childless: readonly SyntaxNode[] = [];

function nodeAt(cursor: TreeCursor): Growing {
  return {
    type: cursor.nodeType,
    named: cursor.nodeIsNamed,
    start: cursor.startIndex,
    end: cursor.endIndex,
    broken: cursor.nodeType === 'ERROR' || cursor.nodeIsMissing,
    children: childless,
  };
}

/** Copies what is below; the number of nodes, beyond `mostNodes` not all of them. Lists are cut to size: most are short. */
function copyChildren(cursor: TreeCursor, root: Growing): number {
  const above: { readonly node: Growing; readonly children: SyntaxNode[] }[] = [{ node: root, children: [] }];
  let count = 1;
  for (; above.length > 0 && count <= mostNodes; count += 1) {
    const node = nodeAt(cursor);
    above.at(-1)?.children.push(node);
    if (cursor.gotoFirstChild()) {
      above.push({ node, children: [] });
      continue;
    }
    while (above.length > 0 && !cursor.gotoNextSibling()) {
      cursor.gotoParent();
      const done = above.pop();
      if (done !== undefined) done.node.children = done.children.slice();
    }
  }
  return count;
}

/** The first place that could not be read, found without recursion. */
export function firstBroken(root: SyntaxNode): SyntaxNode | undefined {
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.broken) return node;
    for (const child of node.children.toReversed()) waiting.push(child);
  }
  return undefined;
}
