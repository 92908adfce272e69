import type { Parser } from 'web-tree-sitter';
import { afterClock } from '../../findings/allowance.js';
import { type Copied, copyOf, type SyntaxNode, type Unasked } from './syntax-tree.js';

/** Texts that are no program at all can take the parser minutes of work; what people write takes it milliseconds. */
const mostMicroseconds = 2_000_000;

/** The last texts of a parser, with what they came to: the same text is read again for every fix that is tried. */
const remembered = new WeakMap<Parser, Map<string, Copied>>();
const mostRemembered = 600_000;

const nothing: Unasked = { leftOut: new Set(), plain: new Map() };

/** Nothing was read yet. */
const notYet: SyntaxNode = { type: 'not yet', named: true, start: 0, end: 0, broken: false, children: [] };

/**
 * Parses a text and copies the tree. Undefined if the parser gave up, or the tree has more nodes than are looked at. The
 * parser's memory would be spoilt if it were stopped half-way, so it works while no clock runs.
 */
export function parseSyntax(parser: Parser, text: string, unasked = nothing): SyntaxNode | undefined {
  const known = remembered.get(parser)?.get(text);
  if (known !== undefined) return known.root;
  return afterClock(() => remember(parser, text, unasked)) ? notYet : parse(parser, text, unasked).root;
}

/** Parses a text that is asked for soon, and remembers what it came to. */
export function parseSyntaxAhead(parser: Parser, text: string, unasked = nothing): void {
  if (!afterClock(() => remember(parser, text, unasked))) remember(parser, text, unasked);
}

function remember(parser: Parser, text: string, unasked: Unasked): void {
  const texts = remembered.get(parser) ?? new Map<string, Copied>();
  remembered.set(parser, texts);
  if (texts.has(text)) return;
  const copied = parse(parser, text, unasked);
  let size = [...texts.values()].reduce((sum, { nodes }) => sum + nodes, copied.nodes);
  for (const [oldest, { nodes }] of texts) {
    if (size <= mostRemembered) break;
    texts.delete(oldest);
    size -= nodes;
  }
  texts.set(text, copied);
}

function parse(parser: Parser, text: string, unasked: Unasked): Copied {
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
    return copyOf(tree, text, unasked);
  } finally {
    tree.delete();
  }
}
