import type { PatternPart } from '../../../model/value.js';
import type { TemplateExpression } from '../../../notation/hcl/expression.js';

/** A part of a document's text. */
export interface Piece {
  readonly part: PatternPart;
  /** Where a piece of text stands in its file. */
  readonly start?: number;
}

/**
 * What a heredoc says in pieces, each piece that is written there with its place. Between them stands what was put in;
 * undefined when the text cannot be told apart from it.
 */
export function piecesOf({ parts }: TemplateExpression, values: readonly PatternPart[]): readonly Piece[] | undefined {
  const reading: Reading = { pieces: [], rest: values.filter((value) => value !== ''), offset: 0 };
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'text') {
      if (!takeWritten(reading, part.text, part.start)) return undefined;
    } else if (parts[index - 1]?.kind !== 'value') {
      const next = parts.slice(index).find(({ kind }) => kind === 'text');
      takePutIn(reading, next?.kind === 'text' ? next.text : undefined);
    }
  }
  return reading.rest.length === 0 ? reading.pieces : undefined;
}

interface Reading {
  readonly pieces: Piece[];
  /** What was not taken yet; of the first text all before the offset was. */
  readonly rest: PatternPart[];
  offset: number;
}

function takeWritten(reading: Reading, text: string, start: number): boolean {
  const [first] = reading.rest;
  if (typeof first !== 'string' || !first.startsWith(text, reading.offset)) return false;
  reading.pieces.push({ part: text, start });
  advance(reading, first, reading.offset + text.length);
  return true;
}

/** Takes all up to where the next written text begins. */
function takePutIn(reading: Reading, next: string | undefined): void {
  const { pieces, rest } = reading;
  for (let [first] = rest; rest.length > 0; [first] = rest) {
    if (typeof first !== 'string') {
      pieces.push({ part: first });
      rest.shift();
      continue;
    }
    const found = next === undefined ? -1 : first.indexOf(next, reading.offset);
    const end = found === -1 ? first.length : found;
    if (end > reading.offset) pieces.push({ part: first.slice(reading.offset, end) });
    advance(reading, first, end);
    if (found !== -1) return;
  }
}

function advance(reading: Reading, text: string, offset: number): void {
  reading.offset = offset < text.length ? offset : 0;
  if (offset >= text.length) reading.rest.shift();
}
