import type { Span } from '../../../../model/span.js';
import type { SyntaxNode } from '../../../reading/syntax-tree.js';
import type { Expression, Property } from '../../expression.js';
import { lower } from './expressions.js';
import { at, camel, type Lowering, partsOf, textOf } from './names.js';

/** Keys of a dictionary are a person's own words and stay as they are. */
export function lowerDictionary(lowering: Lowering, node: SyntaxNode): Expression {
  let open = false;
  const entries: Property[] = [];
  for (const part of partsOf(node)) {
    const [key, value] = partsOf(part);
    const name = part.type === 'pair' && key ? lower(lowering, key) : undefined;
    if (name?.kind !== 'literal' || key === undefined) open = true;
    else entries.push({ key: String(name.value), keyAt: at(lowering, key), value: lower(lowering, value) });
  }
  return { kind: 'properties', form: 'dictionary', entries, open, at: at(lowering, node) };
}

/** Keyword arguments become one last argument of properties, as they are in TypeScript. */
export function lowerCall(lowering: Lowering, node: SyntaxNode): Expression {
  const [callee, list] = partsOf(node);
  const span = at(lowering, node);
  const given = list === undefined ? [] : partsOf(list);
  const named = given.filter(({ type }) => type === 'keyword_argument');
  const args = given
    .filter(({ type }) => !/^(?:keyword_argument|list_splat|dictionary_splat)$/.test(type))
    .map((part) => lower(lowering, part));
  const open = given.some(({ type }) => type === 'list_splat');
  const spread = given.some(({ type }) => type === 'dictionary_splat');
  if (named.length > 0 || spread) args.push(keywords(lowering, named, spread, span));
  const target = lower(lowering, callee);
  const name = target.kind === 'member' || target.kind === 'name' ? target.name : '';
  return { kind: 'call', callee: target, args, creates: /^[A-Z]/.test(name), argsEnd: span.end - 1, open, at: span };
}

function keywords(lowering: Lowering, named: readonly SyntaxNode[], open: boolean, whole: Span): Expression {
  const entries = named.flatMap((argument): readonly Property[] => {
    const [key, value] = partsOf(argument);
    if (key === undefined) return [];
    return [{ key: camel(textOf(lowering, key)), keyAt: at(lowering, key), value: lower(lowering, value) }];
  });
  const [first] = entries;
  const last = entries.at(-1);
  const span = first && last ? { ...whole, start: first.keyAt.start, end: last.value.at.end } : whole;
  return { kind: 'properties', form: 'keywords', entries, open, at: span };
}
