import type { Edit, Span } from '../../../model/span.js';
import { columnOf, leadOf, lineBreakOf, lineEnd, lineStart, nextLineStart } from '../../../notation/geometry.js';
import type { Attribute, Body } from '../../../notation/hcl/block.js';

/** Lines that go into a body: arguments stand together before blocks. */
export interface NewLines {
  readonly kind: 'arguments' | 'block';
  /** The lines for an indentation. */
  readonly print: (lead: string) => string;
}

/** Adds lines to a body where its neighbours are of the same kind. */
export function insertLines(text: string, body: Body, lines: NewLines): readonly Edit[] {
  const { path, start, end } = body.at;
  const lead = leadOf(text, start);
  const inner = `${lead}  `;
  const lineBreak = lineBreakOf(text);
  const broken = (printed: string) => printed.replaceAll('\n', lineBreak);
  const isOneLine = !text.slice(start, end).includes('\n');
  if (isOneLine) {
    const content = text.slice(start + 1, end - 1).trim();
    const before = content === '' ? '' : `${inner}${content}\n`;
    return [{ path, start, end, text: broken(`{\n${before}${lines.print(inner)}\n${lead}}`) }];
  }
  const after = placeAfter(text, body, lines.kind);
  const apart = lines.kind === 'block' && after.last !== undefined ? '\n' : '';
  const own = after.last === undefined ? inner : leadOf(text, after.last.start);
  return [{ path, start: after.offset, end: after.offset, text: broken(`\n${apart}${lines.print(own)}`) }];
}

interface After {
  readonly offset: number;
  readonly last: Span | undefined;
}

/** After the last argument, or for a block after everything; in an empty body after its brace. */
function placeAfter(text: string, body: Body, kind: NewLines['kind']): After {
  const ends = [...body.attributes.values()].map(({ nameAt, value }) => ({ ...nameAt, end: value.at.end }));
  const all = kind === 'block' ? [...ends, ...body.blocks.map(({ at }) => at)] : ends;
  const last = all.toSorted((a, b) => a.end - b.end).at(-1);
  return { offset: lineEnd(text, last === undefined ? body.at.start : last.end), last };
}

/** Where the sign stands in the lines beside a new argument, counted from their names. */
export function signColumn(text: string, body: Body): number {
  const last = [...body.attributes.values()].toSorted((a, b) => a.nameAt.end - b.nameAt.end).at(-1);
  if (last === undefined) return 0;
  const sign = text.indexOf('=', last.nameAt.end);
  return sign === -1 ? 0 : columnOf(text, sign) - columnOf(text, last.nameAt.start) - 1;
}

/** Removes an argument with its whole lines. */
export function removeAttribute(text: string, { nameAt, value }: Attribute): readonly Edit[] | undefined {
  const start = lineStart(text, nameAt.start);
  const end = nextLineStart(text, value.at.end);
  const isAlone =
    text.slice(start, nameAt.start).trim() === '' && /^\s*(?:[#/].*)?$/.test(text.slice(value.at.end, end));
  return isAlone ? [{ path: nameAt.path, start, end, text: '' }] : undefined;
}

/** A block of its own after another one, an empty line between. */
export function insertAfterBlock(text: string, { path, end }: Span, printed: string): readonly Edit[] {
  const lineBreak = lineBreakOf(text);
  const offset = lineEnd(text, end);
  return [{ path, start: offset, end: offset, text: `\n\n${printed}`.replaceAll('\n', lineBreak) }];
}
