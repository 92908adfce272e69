import type { Span } from '../../../../model/span.js';
import type { SyntaxNode } from '../../../../notation/tree-sitter/syntax-tree.js';
import type { Expression, Properties, Property, Spread } from '../../program/expression.js';
import { camel } from '../../program/spelling.js';
import { lower } from './expressions.js';
import { at, type Lowering, partsOf, textOf } from './names.js';

/** Keys of a dictionary are a person's own words and stay as they are. */
export function lowerDictionary(lowering: Lowering, node: SyntaxNode): Expression {
  let open = false;
  const entries: Property[] = [];
  const spreads: Spread[] = [];
  for (const part of partsOf(node)) {
    const [key, value] = partsOf(part);
    const name = part.type === 'pair' && key ? lower(lowering, key) : undefined;
    if (part.type === 'dictionary_splat') spreads.push(spreadOf(lowering, part, entries.length));
    else if (name?.kind !== 'literal' || key === undefined) open = true;
    else entries.push({ key: String(name.value), keyAt: at(lowering, key), value: lower(lowering, value) });
  }
  return { kind: 'properties', form: 'dictionary', entries, open, ...some(spreads), at: at(lowering, node) };
}

function spreadOf(lowering: Lowering, part: SyntaxNode, before: number): Spread {
  return { before, value: lower(lowering, partsOf(part)[0]), at: at(lowering, part) };
}

/** Keywords that take other options, which may be given as a dictionary of keywords. */
const structured =
  /(?:[oO]ptions|^cors|[cC]orsPreflight|^deadLetterQueue|[cC]onfiguration|[cC]onfig|^blockPublicAccess|^logs|^throttle|[dD]omainMapping|[aA]uthorization)$/;

function structure(key: string, value: Expression): Expression {
  if (value.kind !== 'properties' || value.form !== 'dictionary' || !structured.test(key)) return value;
  return { ...value, entries: value.entries.map((entry) => ({ ...entry, key: camel(entry.key) })) };
}

function some(spreads: readonly Spread[]): Pick<Properties, 'spreads'> {
  return spreads.length > 0 ? { spreads } : {};
}

/** The keyword arguments of a call as properties. */
export function lowerKeywords(lowering: Lowering, given: readonly SyntaxNode[], whole: Span): Properties {
  const entries: Property[] = [];
  const spreads: Spread[] = [];
  for (const argument of given) {
    const [key, value] = partsOf(argument);
    if (argument.type === 'dictionary_splat') spreads.push(spreadOf(lowering, argument, entries.length));
    if (argument.type === 'dictionary_splat' || key === undefined) continue;
    const name = camel(textOf(lowering, key));
    entries.push({ key: name, keyAt: at(lowering, key), value: structure(name, lower(lowering, value)) });
  }
  const [first] = given;
  const last = given.at(-1);
  const span = first && last ? { ...whole, start: first.start, end: last.end } : whole;
  return { kind: 'properties', form: 'keywords', entries, open: false, ...some(spreads), at: span };
}
