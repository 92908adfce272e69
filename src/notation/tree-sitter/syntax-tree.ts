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

/** Parses a text that is asked for soon, and remembers what it came to. */
export function parseSyntaxAhead(parser: Parser, text: string): void {
  if (!afterClock(() => remember(parser, text))) remember(parser, text);
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
  let asked = 0;
  // The parser asks far more often than the time needs to be looked at.
  const isOver = () => {
    asked += 1;
    return asked % 64 === 0 && process.cpuUsage(start).user > mostMicroseconds;
  };
  // A parse that was stopped from outside would go on here.
  parser.reset();
  const tree = parser.parse(text, null, { progressCallback: isOver });
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
    const copying: Copying = { cursor, tree, types: new Map(), hasError: tree.rootNode.hasError };
    const root = nodeAt(copying);
    const nodes = cursor.gotoFirstChild() ? copyChildren(copying, root) : 1;
    return nodes > mostNodes ? { root: undefined, nodes: 0 } : { root, nodes };
  } finally {
    cursor.delete();
  }
}

interface Growing extends SyntaxNode {
  children: readonly SyntaxNode[];
}

const childless: readonly SyntaxNode[] = [];

/** Every question to the cursor goes into the parser's memory and back: as few as can be are asked. */
interface Copying {
  readonly cursor: TreeCursor;
  readonly tree: Tree;
  readonly types: Map<number, Pick<SyntaxNode, 'type' | 'named'>>;
  readonly hasError: boolean;
}

function nodeAt({ cursor, tree: { language }, types, hasError }: Copying): Growing {
  const id = cursor.nodeTypeId;
  const known = types.get(id) ?? { type: cursor.nodeType, named: cursor.nodeIsNamed };
  if (language.types[id] !== undefined) types.set(id, known);
  return {
    type: known.type,
    named: known.named,
    start: cursor.startIndex,
    end: cursor.endIndex,
    broken: hasError && (known.type === 'ERROR' || cursor.nodeIsMissing),
    children: childless,
  };
}

/** Copies what is below; the number of nodes, beyond `mostNodes` not all of them. Lists are cut to size: most are short. */
function copyChildren(copying: Copying, root: Growing): number {
  const { cursor } = copying;
  const above: { readonly node: Growing; readonly children: SyntaxNode[] }[] = [{ node: root, children: [] }];
  let count = 1;
  for (; above.length > 0 && count <= mostNodes; count += 1) {
    const node = nodeAt(copying);
    above.at(-1)?.children.push(node);
    // Punctuation holds nothing.
    const isMark = !node.named && node.end - node.start <= 1;
    if (!isMark && cursor.gotoFirstChild()) {
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
    for (let at = node.children.length - 1; at >= 0; at -= 1) {
      const child = node.children[at];
      if (child !== undefined) waiting.push(child);
    }
  }
  return undefined;
}
