import { emptyingCalls, schemaCalls, shapeTests, wholeTests } from '../tables/checks.data.js';
import { shapeDangers } from '../tables/danger.js';
import type { Site } from './calls.js';
import { applyClearings, isNarrow, negated, testOf } from './guards.js';
import { withHarmless } from './propagation.js';
import { allTaints } from './taints.js';
import { nothing, type Value } from './value.js';

/** What a call that checks or cleans its argument gives back; undefined for any other call. */
export function checkOf(site: Site): Value | undefined {
  const { symbol = '', name, receiver, arguments: given } = site;
  const value = given[0]?.value ?? nothing;
  if (symbol === 'typeof') return { taints: allTaints(value) };
  if (symbol === 'instanceof') return ownError(site);
  if (emptyingCalls.test(symbol)) return nothing;
  if (symbol === 'isNaN' || symbol === 'Number.isNaN') return negated(testOf(value));
  if (receiver?.pattern !== undefined && name === 'test') return isNarrow(receiver.pattern) ? testOf(value) : nothing;
  if (name === 'match' && value.pattern !== undefined && receiver)
    return isNarrow(value.pattern) ? { ...receiver, ...testOf(receiver) } : receiver;
  const pattern = patternCheck(site);
  if (pattern !== undefined) return pattern;
  if (/^(?:isdigit|isnumeric|isdecimal|isalnum|isalpha|isidentifier)$/.test(name) && receiver) return testOf(receiver);
  if (/^(?:includes|has|hasOwn|hasOwnProperty|indexOf)$/.test(name)) return membership(site, value);
  if (/^(?:startsWith|startswith|is_relative_to)$/.test(name) && receiver) return prefixTest(site, receiver);
  if (wholeTests.test(symbol) || wholeTests.test(name)) return checked(site, 'all');
  if (shapeTests.test(symbol)) return testOf(value, 'shape');
  if (schemaCalls.test(symbol)) return schemaResult(site);
  return undefined;
}

/** An error of the project says what its author wants callers to read. */
function ownError({ arguments: [error, kind] }: Site): Value {
  const isErrorOnly = allTaints(error?.value ?? nothing).every(({ origin }) => origin.kind === 'error');
  const isPlatforms =
    /^(?:Error|TypeError|RangeError|SyntaxError|ReferenceError|URIError|EvalError|AggregateError)$/.test(
      kind?.value.symbol ?? '',
    );
  return error === undefined || !isErrorOnly || isPlatforms ? nothing : testOf(error.value);
}

/** Python: `re.fullmatch(pattern, text)`, and the same of a pattern that is compiled. */
function patternCheck({ symbol = '', name, receiver, arguments: given }: Site): Value | undefined {
  const [first, second] = given;
  if (symbol === 're.compile') return { taints: [], pattern: String(first?.value.constant ?? '') };
  if (!/^(?:match|fullmatch|search)$/.test(name)) return undefined;
  const isDirect = /^re\./.test(symbol);
  const pattern = isDirect ? first?.value.constant : receiver?.pattern;
  const value = isDirect ? second?.value : first?.value;
  if (typeof pattern !== 'string' || value === undefined) return undefined;
  const whole =
    name === 'fullmatch'
      ? `^${pattern.replace(/^\^|\$$/g, '')}$`
      : name === 'match'
        ? `^${pattern.replace(/^\^/, '')}`
        : pattern;
  return isNarrow(whole) ? testOf(value) : nothing;
}

/** `allowed.includes(x)`, `set.has(x)`; a text that holds another one is no check. */
function membership({ receiver }: Site, value: Value): Value | undefined {
  if (receiver === undefined || allTaints(value).length === 0) return undefined;
  return receiver.taints.length > 0 ? nothing : testOf(value);
}

/** `path.resolve(base, name).startsWith(base)`, `url.startsWith('https://api.example.com/')`. */
function prefixTest(site: Site, receiver: Value): Value {
  const against = site.arguments[0]?.value ?? nothing;
  if (allTaints(against).length > 0) return nothing;
  const { constant } = against;
  if (typeof constant === 'string' && !/^https?:\/\/[^/]+\/|^\/\w/.test(constant)) return nothing;
  return testOf(receiver);
}

/** Functions whose names say that they check: what they are given is fine from then on, or when they say so. */
function checked(site: Site, how: 'all' | 'shape'): Value {
  const values = site.arguments.map(({ value }) => value);
  const whole: Value = { taints: values.flatMap(allTaints) };
  const test = testOf(whole, how);
  if (test.implies && /^(?:assert|ensure|validate|verify|check)/i.test(site.name))
    applyClearings(site.frame.state, test.implies.whenTrue);
  return test;
}

/** What a schema gives back has the types of the schema; it is not known which texts it lets through. */
function schemaResult({ arguments: given, frame }: Site): Value {
  const value = given[0]?.value ?? nothing;
  const test = testOf(value, 'shape');
  if (test.implies) applyClearings(frame.state, test.implies.whenTrue);
  return {
    ...withHarmless({ taints: allTaints(value) }, [...shapeDangers]),
    ...(test.implies && { implies: test.implies }),
  };
}
