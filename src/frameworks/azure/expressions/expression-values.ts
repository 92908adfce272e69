import { partsOf } from '../../../clouds/azure/names.js';
import { type Confidence, weaker } from '../../../model/confidence.js';
import type { Span } from '../../../model/span.js';
import type { PatternPart, Value } from '../../../model/value.js';

/** The value as it is where a name for it is used. What another file says stays where that says it. */
export function usedAt(value: Value, at: Span): Value {
  return value.at.path === at.path ? { ...value, at, origin: value.origin ?? value.at } : value;
}

export function scalar(value: string | number | boolean | null, at: Span, of: readonly Value[] = []): Value {
  const confidence = weakest(of);
  return { kind: 'scalar', value, at, ...(confidence !== 'high' && { confidence }) };
}

/** The same, one step less sure. */
export function lowered(value: Value): Value {
  return { ...value, confidence: weaker(value.confidence ?? 'high', 'medium') };
}

export function unknownValue(because: string, at: Span): Value {
  return { kind: 'unknown', because, at };
}

/** The smallest confidence among values. */
function weakest(values: readonly Value[]): Confidence {
  return values.map(({ confidence = 'high' }) => confidence).reduce(weaker, 'high');
}

/** Keys may be texts with references in them. */
export function keyOf(key: Value): string | undefined {
  if (key.kind === 'unknown' || key.kind === 'choice' || key.kind === 'map' || key.kind === 'list') return undefined;
  return partsOf(key)
    .map((part) =>
      typeof part === 'object' && 'to' in part ? `\${${part.to}}` : typeof part === 'string' ? part : '${?}',
    )
    .join('');
}

/** Longer texts are not put together. */
const longestText = 20_000;

/** Several values as one text. With one choice among them the text is a choice too. */
export function joined(values: readonly Value[], at: Span): Value {
  const choices = values.filter(({ kind }) => kind === 'choice');
  const [choice] = choices;
  if (choices.length === 1 && choice?.kind === 'choice') {
    const cases = choice.cases.map(({ label, value }) => ({
      label,
      value:
        value &&
        joined(
          values.map((one) => (one === choice ? value : one)),
          at,
        ),
    }));
    return { kind: 'choice', among: choice.among, cases, at };
  }
  const parts = merged(values.flatMap(partsOf));
  const [only = ''] = parts;
  if (parts.length <= 1 && typeof only === 'string') return scalar(only, at, values);
  if (parts.every((part) => part === undefined))
    return values.find(({ kind }) => kind === 'unknown') ?? unknownValue('text of unknown parts', at);
  const confidence = weakest(values);
  return { kind: 'pattern', parts, at, ...(confidence !== 'high' && { confidence }) };
}

function merged(parts: readonly PatternPart[]): readonly PatternPart[] {
  const found: PatternPart[] = [];
  let length = 0;
  for (const part of parts) {
    const last = found.at(-1);
    if (typeof part === 'string') length += part.length;
    if (length > longestText) return [...found, undefined];
    if (typeof part === 'string' && typeof last === 'string') found[found.length - 1] = last + part;
    else if (part !== '') found.push(part);
  }
  return found;
}

/** The same for every case of a choice. */
export function forEachCase(value: Value, change: (value: Value) => Value): Value {
  if (value.kind !== 'choice') return change(value);
  return {
    ...value,
    cases: value.cases.map((one) => ({ ...one, value: one.value && change(one.value) })),
  };
}

/** A boolean that is known for certain or by default. */
export function truthOf(value: Value): boolean | undefined {
  if (value.kind !== 'scalar') return undefined;
  if (typeof value.value === 'boolean') return value.value;
  return undefined;
}
