import { lineBreakOf } from '../geometry.js';
import { isContainer, isMapping, isSequence, isVerbatim, type Printable } from '../printable.js';

/** How a JSON text is laid out. */
export interface JsonStyle {
  readonly lineBreak: string;
  /** One step of indentation; undefined if everything stands on one line. */
  readonly step: string | undefined;
  readonly colon: ': ' | ':';
  readonly comma: ', ' | ',';
  /** Lists of plain values stand on one line. */
  readonly shortLists: boolean;
}

export function jsonStyleOf(text: string): JsonStyle {
  const sample = text.slice(0, 50_000);
  const indented = /\n([ \t]+)\S/.exec(sample)?.[1];
  const spaced = !/"\s*:\S/.test(sample) || /": /.test(sample);
  return {
    lineBreak: lineBreakOf(text),
    step: indented,
    colon: spaced ? ': ' : ':',
    comma: spaced ? ', ' : ',',
    shortLists: /\[ ?"[^"\n]*"(, ?"[^"\n]*")* ?\]/.test(sample),
  };
}

/** A value as JSON text; `lead` is the indentation of the line it begins in. */
export function printJson(printable: Printable, style: JsonStyle, lead: string): string {
  if (isVerbatim(printable)) return printable.verbatim;
  if (!isMapping(printable) && !isSequence(printable)) return JSON.stringify(printable);
  if (style.step !== undefined && isShort(printable, style))
    return printJson(printable, { ...style, step: undefined }, lead);
  const inner = style.step === undefined ? undefined : lead + style.step;
  const members = isMapping(printable)
    ? [...printable].map(([key, value]) => printJsonEntry(key, value, style, inner ?? lead))
    : printable.map((item) => printJson(item, style, inner ?? lead));
  const [open, close] = isMapping(printable) ? ['{', '}'] : ['[', ']'];
  if (inner === undefined || members.length === 0) return `${open}${members.join(style.comma)}${close}`;
  const { lineBreak } = style;
  return `${open}${lineBreak}${inner}${members.join(`,${lineBreak}${inner}`)}${lineBreak}${lead}${close}`;
}

/** A key and its value as JSON text. */
export function printJsonEntry(key: string, value: Printable, style: JsonStyle, lead: string): string {
  return `${JSON.stringify(key)}${style.colon}${printJson(value, style, lead)}`;
}

/** Intrinsic functions and the like: one key with a plain value or a short list. */
function isShort(printable: Printable, style: JsonStyle): boolean {
  if (isSequence(printable)) return style.shortLists && printable.every((item) => !isContainer(item));
  if (!isMapping(printable) || printable.size !== 1) return false;
  const [only] = printable.values();
  return only !== undefined && (!isContainer(only) || (isSequence(only) && only.every((item) => !isContainer(item))));
}
