import { isMapping, isSequence, isVerbatim, type Printable } from '../../../notation/printable.js';
import { quoted } from './bicep-texts.js';

/** How a Bicep file is laid out. */
export interface BicepStyle {
  readonly lineBreak: string;
  readonly step: string;
}

/** A value as Bicep; `lead` is the indentation of the line it begins in. */
export function printBicep(printable: Printable, style: BicepStyle, lead: string): string {
  if (isVerbatim(printable)) return printable.verbatim;
  if (typeof printable === 'string') return quoted(printable);
  if (!isMapping(printable) && !isSequence(printable)) return String(printable);
  const inner = lead + style.step;
  const members = isMapping(printable)
    ? [...printable].map(([key, value]) => printEntry(key, value, style, inner))
    : printable.map((item) => printBicep(item, style, inner));
  const [open, close] = isMapping(printable) ? ['{', '}'] : ['[', ']'];
  if (members.length === 0) return `${open}${close}`;
  const { lineBreak } = style;
  return `${open}${lineBreak}${inner}${members.join(`${lineBreak}${inner}`)}${lineBreak}${lead}${close}`;
}

/** A key and its value as Bicep. */
export function printEntry(key: string, value: Printable, style: BicepStyle, lead: string): string {
  const name = /^[A-Za-z_]\w*$/.test(key) ? key : quoted(key);
  return `${name}: ${printBicep(value, style, lead)}`;
}
