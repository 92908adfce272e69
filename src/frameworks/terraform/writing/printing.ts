import { isMapping, isSequence, isVerbatim, type Printable } from '../../../notation/printable.js';

const widestList = 100;

/** A value as an expression; lines after the first begin with `lead`. */
export function printExpression(printable: Printable, lead: string): string {
  if (isVerbatim(printable)) return printable.verbatim.replaceAll('\n', `\n${lead}`);
  if (isMapping(printable)) return printObject(printable, lead);
  if (isSequence(printable)) return printList(printable, lead);
  return typeof printable === 'string' ? quoted(printable) : String(printable);
}

/** A text between quotes, in which nothing is put. */
function quoted(text: string): string {
  return `"${escaped(text)}"`;
}

/** A text as it stands between quotes. */
export function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1).replaceAll('${', '$${').replaceAll('%{', '%%{');
}

function printList(items: readonly Printable[], lead: string): string {
  const short = `[${items.map((item) => printExpression(item, lead)).join(', ')}]`;
  if (short.length <= widestList && !short.includes('\n')) return short;
  const inner = `${lead}  `;
  const lines = items.map((item) => `${inner}${printExpression(item, inner)},\n`);
  return `[\n${lines.join('')}${lead}]`;
}

function printObject(entries: ReadonlyMap<string, Printable>, lead: string): string {
  if (entries.size === 0) return '{}';
  return `{\n${printArguments(entries, `${lead}  `)}\n${lead}}`;
}

/** Lines of `key = value`, the signs in one column where values take one line. */
export function printArguments(entries: ReadonlyMap<string, Printable>, lead: string): string {
  const printed = [...entries].map(([key, value]) => [keyText(key), printExpression(value, lead)] as const);
  const isShort = (value: string) => !value.includes('\n');
  const width = Math.max(...printed.map(([key, value]) => (isShort(value) ? key.length : 0)));
  return printed.map(([key, value]) => `${lead}${isShort(value) ? key.padEnd(width) : key} = ${value}`).join('\n');
}

function keyText(key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) ? key : quoted(key);
}
