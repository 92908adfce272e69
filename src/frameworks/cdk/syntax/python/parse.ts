import type { Parser } from 'web-tree-sitter';
import type { Source } from '../../../../notation/source.js';
import { loadGrammar } from '../../../../notation/tree-sitter/grammar.js';
import { firstBroken, parseSyntax } from '../../../../notation/tree-sitter/syntax-tree.js';
import type { Program } from '../../program/expression.js';
import { lowerModule } from './statements.js';

const grammar = { file: 'tree-sitter-python.wasm', package: 'tree-sitter-python' };

/** The grammar, once it is loaded. */
const loaded: { parser?: Parser } = {};

export async function preparePython(): Promise<void> {
  loaded.parser ??= await loadGrammar(grammar);
}

/** A Python file as a program; otherwise where it breaks off. */
export function parsePython(source: Source): Program | { readonly offset: number } {
  const tree = loaded.parser && parseSyntax(loaded.parser, source.text);
  if (tree === undefined) return { offset: 0 };
  const broken = firstBroken(tree);
  return { ...lowerModule(source, tree), ...(broken && { brokenAt: broken.start }) };
}
