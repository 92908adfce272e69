import type { Source } from '../../../notation/source.js';
import type { SyntaxNode } from '../../../notation/tree-sitter/syntax-tree.js';
import type { Comprehension, ComprehensionClause, Expression } from '../syntax/expression.js';
import { partsOf, type Read, type Reading, readSeveral } from './nodes.js';

const forms: ReadonlyMap<string, Comprehension['form']> = new Map([
  ['list_comprehension', 'list'],
  ['set_comprehension', 'set'],
  ['dictionary_comprehension', 'dictionary'],
  ['generator_expression', 'generator'],
]);

export function readComprehension({ source, node, parts, at, read }: Reading): Comprehension | undefined {
  const form = forms.get(node.type);
  if (form === undefined) return undefined;
  const [body, ...rest] = parts;
  const [first, second] = form === 'dictionary' ? partsOf(body) : [undefined, body];
  return {
    kind: 'comprehension',
    form,
    key: first && read(first),
    element: read(second),
    clauses: readClauses(source, rest, read),
    at,
  };
}

function readClauses(source: Source, nodes: readonly SyntaxNode[], read: Read): readonly ComprehensionClause[] {
  const clauses: (ComprehensionClause & { readonly conditions: Expression[] })[] = [];
  for (const node of nodes) {
    const [target, ...listed] = partsOf(node);
    if (node.type === 'if_clause') clauses.at(-1)?.conditions.push(read(target));
    if (node.type !== 'for_in_clause') continue;
    clauses.push({ target: read(target), iterable: readSeveral(source, listed, read), conditions: [] });
  }
  return clauses;
}
