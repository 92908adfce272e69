import { dynamicReason, mayBeDynamic, withoutDynamicReferences } from '../../clouds/aws/dynamic-references.js';
import { weaker } from '../../model/confidence.js';
import type { PatternPart, Value } from '../../model/value.js';

/** A text put together of resolved values. */
export interface Pieces {
  readonly parts: readonly PatternPart[];
  /** The values it is made of: their confidence and origin are the text's. */
  readonly sources: readonly Value[];
}

/** Texts longer than this are not put together. */
const longestText = 65_536;

/** The parts that a resolved value contributes to a text; `name` stands for it if it is not known. */
export function piecesOf(value: Value | undefined, name?: string): Pieces {
  if (value === undefined) return { parts: [undefined], sources: [] };
  switch (value.kind) {
    case 'scalar':
      return { parts: [value.value === null ? '' : String(value.value)], sources: [value] };
    case 'reference': {
      const { to, attribute } = value;
      return { parts: [{ to, ...(attribute !== undefined && { attribute }) }], sources: [value] };
    }
    case 'pattern':
      return { parts: value.parts, sources: [value] };
    case 'list':
    case 'map':
    case 'choice':
    case 'unknown':
      return { parts: [name === undefined ? undefined : { named: name }], sources: [] };
  }
}

/** The value of a text: known, one reference, or a pattern. */
export function textValue(whole: Value, pieces: readonly Pieces[]): Value {
  const joint = joined(pieces.flatMap((piece) => piece.parts));
  const parts = joint && withoutDynamicReferences(joint);
  const place = { ...placeOf(whole), ...provenance(pieces.flatMap((piece) => piece.sources)) };
  if (parts === undefined) return { kind: 'unknown', because: 'long text', ...place };
  const [only] = parts;
  if (parts.length === 0) return { kind: 'scalar', value: '', ...place };
  if (parts.length === 1 && typeof only === 'string') return { kind: 'scalar', value: only, ...place };
  if (parts.length === 1 && only === undefined) return { kind: 'unknown', because: becauseOf(joint), ...place };
  if (parts.length === 1 && typeof only === 'object' && 'to' in only) return { kind: 'reference', ...only, ...place };
  return { kind: 'pattern', parts, ...place };
}

function becauseOf(parts: readonly PatternPart[] | undefined): string {
  const dynamic = parts?.find((part) => typeof part === 'string' && mayBeDynamic(part));
  return typeof dynamic === 'string' ? dynamicReason(dynamic) : 'computed text';
}

/** Neighbouring texts become one; empty ones go. Undefined if too long. */
function joined(parts: readonly PatternPart[]): readonly PatternPart[] | undefined {
  const result: PatternPart[] = [];
  let length = 0;
  for (const part of parts) {
    const last = result.at(-1);
    if (typeof part === 'string') length += part.length;
    if (length > longestText) return undefined;
    if (typeof part === 'string' && typeof last === 'string') result[result.length - 1] = last + part;
    else if (part !== '') result.push(part);
  }
  return result;
}

/** Where an expression stands. */
export function placeOf({ at, origin }: Value): Pick<Value, 'at' | 'origin'> {
  return { at, ...(origin !== undefined && { origin }) };
}

/** The weakest confidence and the first origin among the sources of a computed value. */
export function provenance(sources: readonly (Value | undefined)[]): Pick<Value, 'origin' | 'confidence'> {
  const origin = sources.find((source) => source?.origin !== undefined)?.origin;
  let confidence = sources[0]?.confidence;
  for (const source of sources) {
    if (source?.confidence !== undefined) confidence = weaker(confidence ?? 'high', source.confidence);
  }
  return { ...(origin !== undefined && { origin }), ...(confidence !== undefined && { confidence }) };
}
