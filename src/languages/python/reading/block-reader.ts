import type { Source } from '../../../notation/source.js';
import type { SyntaxNode } from '../../../notation/tree-sitter/syntax-tree.js';
import type { Block } from '../syntax/statement.js';
import type { Read, Reading } from './nodes.js';

/** Reads what stands in a statement. */
export interface BlockReader {
  readonly source: Source;
  readonly depth: number;
  readonly read: Read;
  readonly readBlock: (node: SyntaxNode | undefined) => Block;
}

/** One statement of a block. */
export type BlockReading = BlockReader & Reading;
