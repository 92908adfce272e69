import type { Parser } from 'web-tree-sitter';
import { loadGrammar } from '../../notation/grammar.js';
import { refusalOf, type Source } from '../../notation/source.js';
import { parseSyntax, parseSyntaxAhead } from '../../notation/tree-sitter/parsing.js';
import { firstBroken, type Unasked } from '../../notation/tree-sitter/syntax-tree.js';
import { readBlock } from './reading/statements.js';
import type { Block } from './syntax/statement.js';

/** A whole file of Python. */
export interface PythonModule {
  readonly source: Source;
  readonly body: Block;
  /** Where something could not be read; what stands around it was. */
  readonly brokenAt: number | undefined;
}

const grammar = { file: 'tree-sitter-python.wasm', package: 'tree-sitter-python' };

/** Marks and words that say no more than the node that they stand in, and what stands between nodes. */
const marks = '( ) [ ] { } . , = -> string_start string_end comment line_continuation';
const words = 'if elif else for while try except finally with as def class return import raise';
const unasked: Unasked = {
  leftOut: new Set(`${marks} ${words}`.split(' ')),
  // A text without escapes and values in it.
  plain: new Map([['string', /^[^\\{}]*$/]]),
};

/** The grammar, once it is loaded. */
const loaded: { parser?: Parser } = {};

/** Loads the grammar. Once. */
export async function preparePython(): Promise<void> {
  loaded.parser ??= await loadGrammar(grammar);
}

/** A file of Python; undefined if the parser gave it up, or was not prepared. */
export function parsePython(source: Source): PythonModule | undefined {
  const tree = loaded.parser && parseSyntax(loaded.parser, source.text, unasked);
  return tree && { source, body: readBlock(source, tree, 0), brokenAt: firstBroken(tree)?.start };
}

/** Parses a file so that it is at hand when it is read. */
export function parseAhead(source: Source): void {
  if (loaded.parser && refusalOf(source) === undefined) parseSyntaxAhead(loaded.parser, source.text, unasked);
}
