import type * as python from '../../../../languages/python/syntax/expression.js';
import type { Span } from '../../../../model/span.js';
import type { Expression, Properties, Property, Spread } from '../../program/expression.js';
import { camel } from '../../program/spelling.js';

/** One argument of a call, and what its value means. */
export interface Given {
  readonly argument: python.Argument;
  readonly value: Expression;
}

/** One entry of a dictionary; what is spread into it has no key. */
interface Entry {
  readonly key: Expression | undefined;
  readonly value: Expression;
  readonly at: Span;
}

/** Keys of a dictionary are a person's own words and stay as they are. */
export function dictionaryOf(given: readonly Entry[], at: Span): Expression {
  let open = false;
  const entries: Property[] = [];
  const spreads: Spread[] = [];
  for (const { key, value, at } of given) {
    if (key === undefined) spreads.push({ before: entries.length, value, at });
    else if (key.kind !== 'literal') open = true;
    else entries.push({ key: String(key.value), keyAt: key.at, value });
  }
  return { kind: 'properties', form: 'dictionary', entries, open, ...some(spreads), at };
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
export function keywordsOf(given: readonly Given[], whole: Span): Properties {
  const entries: Property[] = [];
  const spreads: Spread[] = [];
  for (const { argument, value } of given) {
    if (argument.kind !== 'keyword') spreads.push({ before: entries.length, value, at: argument.at });
    else {
      const key = camel(argument.name);
      entries.push({ key, keyAt: argument.nameAt, value: structure(key, value) });
    }
  }
  const start = given[0]?.argument.at.start ?? whole.start;
  const end = given.at(-1)?.argument.at.end ?? whole.end;
  return { kind: 'properties', form: 'keywords', entries, open: false, ...some(spreads), at: { ...whole, start, end } };
}
