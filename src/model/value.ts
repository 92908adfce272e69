import type { Confidence } from './confidence.js';
import type { Span } from './span.js';

/**
 * What a framework's text means after everything resolvable from the repository was resolved. Every framework lowers
 * its own syntax (YAML, HCL, TypeScript, Bicep ...) to this tree; what resources mean is then read from the tree alone.
 */
export type Value = ScalarValue | ListValue | MapValue | ReferenceValue | PatternValue | ChoiceValue | UnknownValue;

interface Located {
  /** Where the author would look: the place of use, or the shared line (Globals, provider) that decides. */
  readonly at: Span;
  /** Where the literal itself stands when that is elsewhere (a parameter default, a local, an anchor). */
  readonly origin?: Span;
  /** Absent means high. */
  readonly confidence?: Confidence;
}

export interface ScalarValue extends Located {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
}

export interface ListValue extends Located {
  readonly kind: 'list';
  readonly items: readonly Value[];
  /** True if items may be missing here (a spread, a macro, an unreadable include). */
  readonly open: boolean;
  /** A set: its items are their own keys. */
  readonly isSet?: boolean;
}

export interface MapEntry {
  readonly key: string;
  /** The span of the key as written. */
  readonly keyAt: Span;
  readonly value: Value;
}

export interface MapValue extends Located {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
  /** True if entries may be missing here: absence inside is unknown. */
  readonly open: boolean;
  /** The key or header that introduces this map: where an absent entry is reported. */
  readonly anchor?: Span;
}

/** Points at a resource of the same stack: `!Ref Queue`, `!GetAtt Queue.Arn`, `aws_sqs_queue.q.arn`. */
export interface ReferenceValue extends Located {
  readonly kind: 'reference';
  readonly to: string;
  readonly attribute?: string;
}

/** Known text, a resource, something known by its name only, or nothing known at all. */
export type PatternPart = string | { readonly to: string; readonly attribute?: string } | NamedPart | undefined;

/** What only the deployment knows, by its name: a pseudo parameter (`AWS::Region`), a parameter, a variable. */
export interface NamedPart {
  readonly named: string;
}

/** A text of which some parts are known. A lone pseudo parameter is a pattern of one named part. */
export interface PatternValue extends Located {
  readonly kind: 'pattern';
  readonly parts: readonly PatternPart[];
}

/** One of several values, decided at deploy time: the branches of a condition or a parameter's allowed values. */
export interface ChoiceValue extends Located {
  readonly kind: 'choice';
  readonly among: 'branches' | 'allowed-values';
  readonly cases: readonly { readonly label: string; readonly value: Value | undefined }[];
}

export interface UnknownValue extends Located {
  readonly kind: 'unknown';
  /** A short reason, one of few per framework, for the statistics: `parameter without default`, `ssm variable`. */
  readonly because: string;
}

/** The entry of a map, or undefined. Later entries win. */
export function entryOf(map: Value | undefined, key: string): MapEntry | undefined {
  if (map?.kind !== 'map') return undefined;
  const { entries } = map;
  if (entries.length > mostLooked) return indexOf(map).get(key);
  // A plain loop: nothing is asked more often.
  for (let at = entries.length - 1; at >= 0; at -= 1) if (entries[at]?.key === key) return entries[at];
  return undefined;
}

/** Of more entries than this an index is made. */
const mostLooked = 64;
const indexes = new WeakMap<MapValue, ReadonlyMap<string, MapEntry>>();

/** The entries of a map by their keys; the last of several counts. */
function indexOf(map: MapValue): ReadonlyMap<string, MapEntry> {
  const known = indexes.get(map);
  if (known !== undefined) return known;
  const index = new Map(map.entries.map((entry) => [entry.key, entry]));
  indexes.set(map, index);
  return index;
}

/** The value under a path of keys, as far as every step is a map that has it. */
export function valueAt(map: Value | undefined, ...path: readonly string[]): Value | undefined {
  let value = map;
  for (const key of path) value = entryOf(value, key)?.value;
  return value;
}

/** The known text of a scalar, numbers and booleans written out; otherwise undefined. */
export function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'scalar' && value.value !== null ? String(value.value) : undefined;
}

/** A pattern as one text: references and named parts are written `${Queue.Arn}`, `${AWS::Region}`, unknown ones `${?}`. */
export function patternText(parts: readonly PatternPart[]): string {
  return parts.map(partText).join('');
}

function partText(part: PatternPart): string {
  if (part === undefined) return '${?}';
  if (typeof part === 'string') return part;
  if ('named' in part) return `\${${part.named}}`;
  return part.attribute === undefined ? `\${${part.to}}` : `\${${part.to}.${part.attribute}}`;
}

/** The items of a list; a single value counts as a list of one, as most frameworks accept. */
export function itemsOf(value: Value | undefined): readonly Value[] {
  if (value === undefined) return [];
  return value.kind === 'list' ? value.items : [value];
}

/** True for a written `null`, which most formats read as not said. */
export function isNull(value: Value | undefined): boolean {
  return value?.kind === 'scalar' && value.value === null;
}
