import type { Span } from '../model/span.js';
import type { LineIndex } from './lines.js';

/** A piece of a value's text, by its words: whatever the file writes around them, they stand in it as they are. */
export interface Passage {
  readonly words: string;
  /** How many that read alike stand before it. */
  readonly before: number;
  /** How many read alike in the whole value, itself among them. */
  readonly all: number;
}

/** The passage that begins at an offset of a text. */
export function passageAt(text: string, start: number, words: string): Passage {
  const offsets = offsetsOf(text, words);
  return { words, before: offsets.filter((offset) => offset < start).length, all: offsets.length };
}

/**
 * Where passages of a text of several lines stand in the file, in their order: a block of YAML, a heredoc, a literal of a
 * program. Undefined of one line, and where the file does not write the text as it reads.
 */
export function passagesIn(
  whole: Span,
  passages: readonly Passage[],
  { text }: LineIndex,
): readonly Span[] | undefined {
  const written = text.slice(whole.start, whole.end);
  if (passages.length === 0 || !written.trimEnd().includes('\n')) return undefined;
  const found = passages.map(({ words, before, all }): Span | undefined => {
    const offsets = offsetsOf(written, words);
    const offset = offsets.length === all ? offsets[before] : undefined;
    if (offset === undefined) return undefined;
    const start = whole.start + offset;
    return { path: whole.path, start, end: start + words.length };
  });
  return found.every((span) => span !== undefined) ? found : undefined;
}

function offsetsOf(text: string, words: string): readonly number[] {
  const offsets: number[] = [];
  if (words === '') return offsets;
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) offsets.push(at);
  return offsets;
}
