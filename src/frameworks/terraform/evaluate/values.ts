import { type Confidence, weaker } from '../../../model/confidence.js';
import type { Span } from '../../../model/span.js';
import {
  type ListValue,
  type MapEntry,
  type MapValue,
  type PatternPart,
  textOf,
  type Value,
} from '../../../model/value.js';

type Scalar = string | number | boolean | null;
type Sure = { readonly confidence?: Confidence };

/** The reason of values that Terraform itself would refuse: what `try` passes over. */
export const failure = 'no such element';

export function scalar(value: Scalar, at: Span, sure: Sure = {}): Value {
  return { kind: 'scalar', value, at, ...sure };
}

export function unknownValue(at: Span, because: string): Value {
  return { kind: 'unknown', at, because };
}

export function listOf(items: readonly Value[], at: Span, open = false): ListValue {
  return { kind: 'list', items, open, at };
}

/** A map; later entries win. */
export function mapOf(entries: readonly MapEntry[], at: Span, open = false): MapValue {
  const byKey = new Map<string, MapEntry>();
  for (const entry of entries) {
    byKey.delete(entry.key);
    byKey.set(entry.key, entry);
  }
  return { kind: 'map', entries: [...byKey.values()], open, at };
}

/** How sure the least sure of several values is, as a field; high is not said. */
export function sureness(...values: readonly (Value | undefined)[]): Sure {
  const confidence = values.reduce<Confidence>((sum, value) => weaker(sum, value?.confidence ?? 'high'), 'high');
  return confidence === 'high' ? {} : { confidence };
}

/** A value as it is where it is used; what was written elsewhere remembers its origin. */
export function usedAt(value: Value, at: Span): Value {
  if (value.at === at) return value;
  return { ...value, at, origin: value.origin ?? value.at };
}

/** The same value, at most as sure as another one. */
export function asSureAs(value: Value, other: Value): Value {
  return { ...value, ...sureness(value, other) };
}

/** The known scalar of a value; undefined for everything else, also for null. */
export function plainOf(value: Value | undefined): string | number | boolean | undefined {
  return value?.kind === 'scalar' && value.value !== null ? value.value : undefined;
}

export function isTrue(value: Value): boolean | undefined {
  const text = textOf(value);
  if (text === 'true') return true;
  return text === 'false' ? false : undefined;
}

export function numberOf(value: Value | undefined): number | undefined {
  const text = textOf(value);
  return text === undefined || text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
}

/** A value as parts of a text; undefined when it cannot be in a text. */
export function partsOf(value: Value): readonly PatternPart[] | undefined {
  switch (value.kind) {
    case 'scalar':
      return [value.value === null ? '' : String(value.value)];
    case 'reference':
      return [{ to: value.to, ...(value.attribute !== undefined && { attribute: value.attribute }) }];
    case 'pattern':
      return value.parts;
    case 'unknown':
      return [undefined];
    case 'list':
    case 'map':
      return encodedParts(value);
    case 'choice':
      return undefined;
  }
}

/** A list or a map in a text is one that was encoded; undefined when not all of it is known to be there. */
function encodedParts(value: ListValue | MapValue): readonly PatternPart[] | undefined {
  if (value.open) return undefined;
  const [opening, closing] = value.kind === 'list' ? ['[', ']'] : ['{', '}'];
  const members =
    value.kind === 'list'
      ? value.items.map((item) => ['', item] as const)
      : value.entries.map((entry) => [`${JSON.stringify(entry.key)}:`, entry.value] as const);
  const parts: PatternPart[] = [opening];
  for (const [index, [key, member]] of members.entries()) {
    const encoded = encodedMember(member);
    if (encoded === undefined) return undefined;
    parts.push(index === 0 ? '' : ',', key, ...encoded);
  }
  return [...parts, closing];
}

function encodedMember(member: Value): readonly PatternPart[] | undefined {
  if (member.kind === 'scalar') return [JSON.stringify(member.value)];
  const parts = partsOf(member);
  if (parts === undefined || member.kind === 'list' || member.kind === 'map') return parts;
  return ['"', ...parts.map((part) => (typeof part === 'string' ? JSON.stringify(part).slice(1, -1) : part)), '"'];
}

/** Longer texts are not put together. */
const longestText = 200_000;

/** A text put together: a scalar when all of it is known. */
export function textFrom(parts: readonly PatternPart[], at: Span, sure: Sure = {}): Value {
  const length = parts.reduce((sum: number, part) => sum + (typeof part === 'string' ? part.length : 1), 0);
  if (length > longestText) return unknownValue(at, 'too large');
  const joined: PatternPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part === '') continue;
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  if (joined.length === 0) return scalar('', at, sure);
  const [first] = joined;
  if (joined.length > 1 || typeof first !== 'string') return { kind: 'pattern', parts: joined, at, ...sure };
  return scalar(first, at, sure);
}
