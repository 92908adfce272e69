import type { Notice } from '../findings/notice.js';
import { mostValues, valuesIn } from '../findings/values.js';
import type { Span } from '../model/span.js';
import type { MapEntry, Value } from '../model/value.js';

/** One file's text with its path. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** What one text says. `documents` is undefined when it could not be read; the notices say why. */
export interface ReadText extends Layout {
  readonly documents: readonly Value[] | undefined;
  readonly notices: readonly Notice[];
}

/** What a writer must know about a text besides its values. */
export interface Layout {
  readonly source: Source;
  /** Nodes that are used in more than one place: nothing inside them may be edited. */
  readonly shared: readonly Span[];
  /** The outermost `{}` and `[]` of YAML. */
  readonly flows: readonly Span[];
}

/** Files above this size are not read. */
const maximumSize = 1_000_000;

/** Values nested deeper than this are not read. */
export const maximumDepth = 200;

/** Why a text of data cannot be read at all, if so: among others, it holds too much. */
export function dataRefusalOf(source: Source): Notice | undefined {
  const refusal = refusalOf(source);
  // Shorter texts cannot hold as many.
  if (refusal !== undefined || source.text.length <= mostValues || valuesIn(source.text) <= mostValues) return refusal;
  return unread(source, 0, `holds more than ${mostValues.toLocaleString('en')} values and was not read; split it`);
}

/** Why a text cannot be read at all, if so. */
export function refusalOf(source: Source): Notice | undefined {
  const { text } = source;
  if (text.length > maximumSize) return unread(source, 0, 'is larger than 1 MB and was not read; split it');
  const zero = text.indexOf('\u0000');
  if (zero !== -1) return unread(source, zero, 'is not UTF-8 text and was not read; save it as UTF-8');
  return undefined;
}

/** A notice that part of a file was not reviewed. `problem` continues `This file `. */
export function unread(source: Source, offset: number, problem: string): Notice {
  return { path: source.path, line: lineAt(source.text, offset), message: `This file ${problem}.`, kind: 'unread' };
}

/** The 1-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** A text that could not be read. */
export function unreadable(source: Source, notice: Notice): ReadText {
  return { source, documents: undefined, notices: [notice], shared: [], flows: [] };
}

/** More notices of one kind than this about one file help nobody. */
const mostDuplicates = 20;

/** Tells that a map has a key twice. */
export function noteDuplicateKey(source: Source, notices: Notice[], before: MapEntry, keyAt: Span): void {
  if (notices.length >= mostDuplicates) return;
  const { path, text } = source;
  const name = JSON.stringify(before.key.slice(0, 80));
  const message = `The key ${name} appears twice in one map (first on line ${lineAt(text, before.keyAt.start)}); the last one is used.`;
  notices.push({ path, line: lineAt(text, keyAt.start), message, kind: 'information' });
}
