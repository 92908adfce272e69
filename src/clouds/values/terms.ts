import type { Terms } from '../../model/identity.js';
import type { Literal } from '../../model/literal.js';
import type { Term } from '../../model/resource.js';
import type { Edit, Span } from '../../model/span.js';
import { isNull, itemsOf, type PatternPart, patternText, type Value } from '../../model/value.js';
import type { Reading } from '../../notation/writer.js';

/** A value as one text: references and unknown parts are written `${name}`. Undefined when nothing of it is known. */
export function termOf(value: Value | undefined): Term | undefined {
  if (value === undefined) return undefined;
  const { at, confidence } = value;
  const place = { at, ...(confidence !== undefined && { confidence }) };
  if (value.kind === 'scalar') return value.value === null ? undefined : { text: String(value.value), ...place };
  if (value.kind === 'reference') return { text: patternText([value]), ...place, to: value.to };
  if (value.kind !== 'pattern' || value.parts.every((part) => part === undefined)) return undefined;
  return { text: patternText(value.parts), ...place, ...pointing(value.parts) };
}

function pointing(parts: readonly PatternPart[]): { readonly to?: string } {
  for (const part of parts) {
    if (typeof part === 'object' && 'to' in part) return { to: part.to };
  }
  return {};
}

/** Where a list of texts stands, and how to write it when it does not. */
export interface TermsOwner {
  readonly at: Span;
  readonly reading: Reading;
  /** Writes the list where there is none. */
  readonly insert?: (terms: readonly Literal[]) => readonly Edit[] | undefined;
}

/** The texts of a list or of a single value. What cannot be read opens the list and is counted. */
export function termsOf(value: Value | undefined, owner: TermsOwner): Terms {
  const terms: Term[] = [];
  let open = value?.kind === 'list' && value.open;
  for (const item of itemsOf(value)) {
    const term = termOf(item);
    if (term !== undefined) terms.push(term);
    else if (!isNull(item)) {
      open = true;
      owner.reading.unresolved.push({
        at: item.at,
        because: item.kind === 'unknown' ? item.because : 'not understood',
      });
    }
  }
  return { terms, open, at: value?.at ?? owner.at, write: (words) => writeTerms(value, owner, words) };
}

/** A list of texts that nothing writes anew. */
export function fixedTerms(terms: readonly Term[], at: Span): Terms {
  return { terms, open: false, at, write: () => undefined };
}

function writeTerms(value: Value | undefined, owner: TermsOwner, words: readonly Literal[]) {
  if (value === undefined) return owner.insert?.(words);
  const [only] = words;
  const single = words.length === 1 && value.kind !== 'list' && only !== undefined;
  return owner.reading.writer.replace(value, single ? only : words);
}
