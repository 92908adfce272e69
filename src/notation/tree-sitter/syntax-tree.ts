import type { Tree, TreeCursor } from 'web-tree-sitter';

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

/** What a text came to, and how many nodes it takes. */
export interface Copied {
  readonly root: SyntaxNode | undefined;
  readonly nodes: number;
}

/** What of a tree nobody asks for: copying it would take as long as parsing. What is broken is copied all the same. */
export interface Unasked {
  /** Types of nodes without others in them. */
  readonly leftOut: ReadonlySet<string>;
  /** Types of nodes whose text says all that is in them, where it is of this form. */
  readonly plain: ReadonlyMap<string, RegExp>;
}

/** Copies a tree, step by step rather than by recursion. No root if it has more nodes than are looked at. */
export function copyOf(tree: Tree, text: string, unasked: Unasked): Copied {
  const cursor = tree.walk();
  try {
    const rootId = cursor.nodeType === 'ERROR' ? 0 : cursor.nodeTypeId;
    const copying: Copying = { cursor, tree, text, types: [], rootId, hasError: tree.rootNode.hasError, unasked };
    const root = nodeAt(copying, typeAt(copying));
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

/** What all nodes of a type share. */
interface NodeType {
  readonly type: string;
  readonly named: boolean;
  readonly isLeftOut: boolean;
  /** Nothing stands in it. */
  readonly isToken: boolean;
  readonly plain: RegExp | undefined;
}

/** Every question to the cursor goes into the parser's memory and back: as few as can be are asked. */
interface Copying {
  readonly cursor: TreeCursor;
  readonly tree: Tree;
  readonly text: string;
  readonly types: NodeType[];
  readonly rootId: number;
  readonly hasError: boolean;
  readonly unasked: Unasked;
}

function typeAt({ cursor, tree: { language }, types, rootId, unasked }: Copying): NodeType {
  const id = cursor.nodeTypeId;
  const known = types[id];
  if (known !== undefined) return known;
  // As the key of an object a text is compared by its address.
  const [type = ''] = Object.keys({ [cursor.nodeType]: true });
  const read: NodeType = {
    type,
    named: cursor.nodeIsNamed,
    isLeftOut: unasked.leftOut.has(type),
    // A grammar numbers its tokens first, then its rules, the one for whole texts before all others.
    isToken: id < rootId,
    plain: unasked.plain.get(type),
  };
  if (language.types[id] !== undefined) types[id] = read;
  return read;
}

function nodeAt({ cursor, hasError }: Copying, { type, named }: NodeType): Growing {
  return {
    type,
    named,
    start: cursor.startIndex,
    end: cursor.endIndex,
    broken: hasError && (type === 'ERROR' || cursor.nodeIsMissing),
    children: childless,
  };
}

/** Copies what is below; the number of nodes, beyond `mostNodes` not all of them. */
function copyChildren(copying: Copying, root: Growing): number {
  const { cursor, hasError } = copying;
  const above: { readonly node: Growing; readonly from: number }[] = [{ node: root, from: 0 }];
  // The children of all that stand above, one after the other: those of the last that is open stand at the end.
  const children: SyntaxNode[] = [];
  let filled = 0;
  let count = 1;
  for (; above.length > 0 && count <= mostNodes; count += 1) {
    const type = typeAt(copying);
    if (!type.isLeftOut || (hasError && cursor.nodeIsMissing)) {
      const node = nodeAt(copying, type);
      children[filled] = node;
      filled += 1;
      if (!type.isToken && !isPlain(copying, type, node) && cursor.gotoFirstChild()) {
        above.push({ node, from: filled });
        continue;
      }
    }
    while (above.length > 0 && !cursor.gotoNextSibling()) {
      cursor.gotoParent();
      const { node = root, from = 0 } = above.pop() ?? {};
      node.children = children.slice(from, filled);
      filled = from;
    }
  }
  return count;
}

function isPlain({ text, hasError }: Copying, { plain }: NodeType, { start, end }: SyntaxNode): boolean {
  return plain !== undefined && !hasError && plain.test(text.slice(start, end));
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
