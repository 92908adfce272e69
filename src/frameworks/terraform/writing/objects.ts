import type { Edit, Span } from '../../../model/span.js';
import { leadOf, lineBreakOf, lineEnd, lineStart, nextLineStart } from '../../../notation/geometry.js';
import type { ListExpression, ObjectExpression } from '../../../notation/hcl/expression.js';
import type { Printable } from '../../../notation/printable.js';
import { printArguments, printExpression } from './printing.js';

/** Adds an entry to `{ ... }`. */
export function insertEntry(text: string, object: ObjectExpression, key: string, value: Printable): readonly Edit[] {
  const entry = (lead: string) => printArguments(new Map([[key, value]]), lead);
  return insertMember(text, object, { last: object.entries.at(-1)?.value.at, print: entry });
}

/** Adds an item to `[ ... ]`. */
export function appendItem(text: string, list: ListExpression, value: Printable): readonly Edit[] {
  const item = (lead: string) => `${lead}${printExpression(value, lead)}`;
  return insertMember(text, list, { last: list.items.at(-1)?.at, print: item });
}

interface Member {
  readonly last: Span | undefined;
  readonly print: (lead: string) => string;
}

function insertMember(
  text: string,
  { at, kind }: ListExpression | ObjectExpression,
  { last, print }: Member,
): readonly Edit[] {
  const { path, start, end } = at;
  const lead = leadOf(text, start);
  const broken = (printed: string) => printed.replaceAll('\n', lineBreakOf(text));
  const [opening, closing] = kind === 'object' ? ['{', '}'] : ['[', ']'];
  if (last === undefined)
    return [{ path, start, end, text: broken(`${opening}\n${print(`${lead}  `)}\n${lead}${closing}`) }];
  const isWide = text.slice(last.end, end).includes('\n');
  const hasComma = /^\s*,/.test(text.slice(last.end, end));
  if (!isWide) {
    return [{ path, start: last.end, end: last.end, text: broken(`, ${print('').trimStart()}`) }];
  }
  const offset = lineEnd(text, last.end);
  const comma = kind === 'list' && !hasComma ? [{ path, start: last.end, end: last.end, text: ',' }] : [];
  const tail = kind === 'list' || hasComma ? ',' : '';
  const printed = broken(`\n${print(leadOf(text, last.start))}${tail}`);
  return [...comma, { path, start: offset, end: offset, text: printed }];
}

/** Removes an entry with its whole lines. */
export function removeEntry(text: string, object: ObjectExpression, key: string): readonly Edit[] | undefined {
  const entry = object.entries.find((one) => one.key.kind === 'literal' && one.key.value === key);
  if (entry === undefined) return undefined;
  const start = lineStart(text, entry.key.at.start);
  const end = nextLineStart(text, entry.value.at.end);
  const isAlone =
    text.slice(start, entry.key.at.start).trim() === '' && /^,?\s*(?:#.*)?$/.test(text.slice(entry.value.at.end, end));
  return isAlone ? [{ path: object.at.path, start, end, text: '' }] : undefined;
}
