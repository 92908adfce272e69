import type { Parser } from 'web-tree-sitter';
import type { Notice } from '../../findings/notice.js';
import { loadGrammar } from '../grammar.js';
import { dataRefusalOf, type Source, unread } from '../source.js';
import { parseSyntax } from '../tree-sitter/parsing.js';
import { firstBroken, type SyntaxNode } from '../tree-sitter/syntax-tree.js';
import type { Body } from './block.js';
import { bodyOf } from './bodies.js';
import { withoutExponents } from './exponents.js';
import type { Expression } from './expression.js';
import type { PlacedSource } from './places.js';
import { recovered } from './recovery.js';

let parser: Parser | undefined;

/** Loads the grammar. Once. */
export async function prepareParser(): Promise<void> {
  parser ??= await loadGrammar({
    file: 'tree-sitter-terraform.wasm',
    package: '@tree-sitter-grammars/tree-sitter-hcl',
  });
}

export interface ParsedText {
  readonly body: Body;
  readonly notices: readonly Notice[];
}

/** Reads one file of HCL. What cannot be read becomes a notice and opens the body it stands in. */
export function parseHcl(source: Source): ParsedText {
  const refusal = dataRefusalOf(source);
  const root =
    refusal === undefined && parser !== undefined ? parseSyntax(parser, withoutExponents(source.text)) : undefined;
  if (root === undefined) {
    return { body: emptyBody(source), notices: [refusal ?? unread(source, 0, 'could not be read as HCL')] };
  }
  const broken = firstBroken(root);
  const notices =
    broken === undefined
      ? []
      : [unread(source, broken.start, 'has a part that is not valid HCL, which was not reviewed')];
  const inner = root.children.find(({ type }) => type === 'body');
  const body = inner === undefined ? { ...emptyBody(source), open: broken !== undefined } : bodyOf(source, inner);
  return { body: broken === undefined ? body : { ...recovered(body), open: body.open || isTopLevel(root) }, notices };
}

function emptyBody({ path, text }: Source): Body {
  return { attributes: new Map(), blocks: [], at: { path, start: 0, end: text.length }, open: true };
}

function isTopLevel(root: SyntaxNode): boolean {
  return root.broken || root.children.some(({ broken }) => broken);
}

/** The value of the only argument in a text. */
export function parseHclExpression(source: PlacedSource): Expression {
  const at = { path: source.path, start: 0, end: source.text.length };
  const root =
    parser === undefined || dataRefusalOf(source) ? undefined : parseSyntax(parser, withoutExponents(source.text));
  const inner = root?.children.find(({ type }) => type === 'body');
  const [attribute] = inner === undefined ? [] : bodyOf(source, inner).attributes.values();
  return attribute?.value ?? { kind: 'broken', at, because: 'not valid' };
}
