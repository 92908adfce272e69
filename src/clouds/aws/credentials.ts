import { credentialIn } from '../../facts/secrets/secrets.js';
import { patternText, type Value } from '../../model/value.js';

/** A text that gives a credential away is read as it is written, whatever else in it only the deployment knows. */
export function asWritten(value: Value | undefined): Value | undefined {
  if (value?.kind !== 'pattern') return value;
  const text = patternText(value.parts);
  if (credentialIn(text) === undefined) return value;
  const { at, origin, confidence } = value;
  return { kind: 'scalar', at, value: text, ...(origin && { origin }), ...(confidence && { confidence }) };
}
