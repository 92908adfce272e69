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

/** A file of a megabyte that people wrote has half as many. */
const mostNodes = 1_000_000;

/** Texts that are no program at all can take the parser minutes of work; what people write takes it milliseconds. */
const mostMicroseconds = 2_000_000;

/** The last texts of a parser, with what they came to: the same text is read again for every fix that is tried. */
const remembered = new WeakMap<Parser, Map<string, { readonly root: SyntaxNode | undefined }>>();
const mostRemembered = 2_000_000;

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
  return afterClock(() => remember(parser, text)) ? notYet : parse(parser, text);
}

function remember(parser: Parser, text: string): void {
  const texts = remembered.get(parser) ?? new Map<string, { readonly root: SyntaxNode | undefined }>();
  remembered.set(parser, texts);
  if (texts.has(text)) return;
  const root = parse(parser, text);
  let size = [...texts.keys()].reduce((sum, one) => sum + one.length, text.length);
  for (const oldest of texts.keys()) {
    if (size <= mostRemembered) break;
    texts.delete(oldest);
    size -= oldest.length;
  }
  texts.set(text, { root });
}

function parse(parser: Parser, text: string): SyntaxNode | undefined {
  const start = process.cpuUsage();
  // A parse that was stopped from outside would go on here.
  parser.reset();
  const tree = parser.parse(text, null, { progressCallback: () => process.cpuUsage(start).user > mostMicroseconds });
  if (tree === null) return undefined;
  try {
    return copyOf(tree);
  } finally {
    tree.delete();
  }
}

function copyOf(tree: Tree): SyntaxNode | undefined {
  const cursor = tree.walk();
  try {
    const copying: Copying = { cursor, tree, types: new Map(), hasError: tree.rootNode.hasError };
    const root = nodeAt(copying);
    return !cursor.gotoFirstChild() || copyChildren(copying, root) ? root : undefined;
  } finally {
    cursor.delete();
  }
}

type Growing = SyntaxNode & { readonly children: SyntaxNode[] };

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
    children: [],
  };
}

/** False when there are too many. */
function copyChildren(copying: Copying, root: Growing): boolean {
  const { cursor } = copying;
  const above = [root];
  for (let count = 0; above.length > 0; count += 1) {
    if (count > mostNodes) return false;
    const node = nodeAt(copying);
    above.at(-1)?.children.push(node);
    // Punctuation holds nothing.
    const isMark = !node.named && node.end - node.start <= 1;
    if (!isMark && cursor.gotoFirstChild()) {
      above.push(node);
      continue;
    }
    while (above.length > 0 && !cursor.gotoNextSibling()) {
      cursor.gotoParent();
      above.pop();
    }
  }
  return true;
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
