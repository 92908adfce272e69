import { isContainer, isMapping, isSequence, isVerbatim, type Printable } from '../printable.js';
import { plainMeaning } from './scalar.js';

export type Quote = "'" | '"';

/** How a YAML text is laid out. */
export interface YamlStyle {
  readonly lineBreak: string;
  /** Spaces by which a map stands further right than its key. */
  readonly step: number;
  /** Spaces by which a list stands further right than its key. */
  readonly listStep: number;
  /** Where text must be quoted. */
  readonly quote: Quote;
  /** `{ a: 1 }` rather than `{a: 1}`. */
  readonly spacedBraces: boolean;
}

const safeText = /^[A-Za-z0-9_./$][A-Za-z0-9_./:@+*=$%~^() -]*$/;
const wordOfOldYaml = /^(y|n|yes|no|on|off|true|false|null|~|\.inf|\.nan|=|<<)$/i;
const numberOrDate = /^[-+.]?\d[\d_.:eExXoabcdfA-F+-]*$/;

/** True if the text means itself without quotes, for every reader of YAML in use. */
function isPlainSafe(text: string): boolean {
  if (!safeText.test(text) || wordOfOldYaml.test(text) || numberOrDate.test(text)) return false;
  return !/: |:$|\s$| #/.test(text) && plainMeaning(text) === text;
}

/** A text in quotes; what single quotes cannot hold gets double ones, what reads badly in double ones gets single. */
export function quoted(text: string, quote: Quote): string {
  const needsEscapes = /[^\u0020-\u007e\u00a1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/u.test(text);
  const isSingle = quote === "'" || (/["\\]/.test(text) && !text.includes("'"));
  if (isSingle && !needsEscapes) return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text).replace(/[\u007f-\u00a0\u2028\u2029\ufeff]/g, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A value on one line, as it may stand inside `{}` and `[]` too. */
export function printInline(printable: Printable, style: YamlStyle): string {
  if (isVerbatim(printable)) return printable.verbatim;
  if (isSequence(printable)) return `[${printable.map((item) => printInline(item, style)).join(', ')}]`;
  if (isMapping(printable)) {
    const entries = [...printable].map(([key, value]) => printInlineEntry(key, value, style)).join(', ');
    return style.spacedBraces && entries !== '' ? `{ ${entries} }` : `{${entries}}`;
  }
  if (typeof printable === 'string') return isPlainSafe(printable) ? printable : quoted(printable, style.quote);
  return String(printable);
}

export function printInlineEntry(key: string, value: Printable, style: YamlStyle): string {
  return `${printInline(key, style)}: ${printInline(value, style)}`;
}

/** A value as lines, relative to the column it stands in. */
export function printLines(printable: Printable, style: YamlStyle): readonly string[] {
  if (isMapping(printable) && isContainer(printable)) {
    return [...printable].flatMap(([key, value]) => printEntryLines(key, value, style));
  }
  if (isSequence(printable) && isContainer(printable)) {
    return printable.flatMap((item) =>
      printLines(item, style).map((line, index) => `${index === 0 ? '- ' : '  '}${line}`),
    );
  }
  return [printInline(printable, style)];
}

/** A key and its value as lines. */
export function printEntryLines(key: string, value: Printable, style: YamlStyle): readonly string[] {
  const name = printInline(key, style);
  if (!isContainer(value)) return [`${name}: ${printInline(value, style)}`];
  const lead = ' '.repeat(isSequence(value) ? style.listStep : style.step);
  return [`${name}:`, ...printLines(value, style).map((line) => `${lead}${line}`)];
}
