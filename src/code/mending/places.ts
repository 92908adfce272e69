/** What stands in a statement where a value is handed beside it. */
export interface Places {
  readonly place: (index: number) => string;
  /** A statement that has it already means something by it. */
  readonly mark: RegExp;
  /** Only values between quotes. */
  readonly onlyTexts?: true;
}

/** A statement with places, and the values for them; `quote`: of a text of Python. */
export interface Bound {
  readonly statement: string;
  readonly values: readonly string[];
  readonly quote?: string;
}

/** After a comparison, or among the values of a row, only a value can stand; in other lists it may be a column or a whole list. */
const before = /(?:[=<>]|\blike) ?$/i;
const inRow = /\bvalues ?\((?:[^()]*,)? ?$/i;

export function boundTemplate(written: string, places: Places): Bound | undefined {
  if (!/^`[^`\\]{1,2000}`$/.test(written)) return undefined;
  return bound(written.slice(1, -1), /'?\$\{([\w.]{1,80}|[\w.]{1,60}\[["'\w]{1,40}\])\}'?/g, places);
}

export function boundFormat(written: string, places: Places): Bound | undefined {
  const [, quote = '', statement = ''] =
    /^f(["'])([^\\{}\n]{0,2000}(?:\{[^{}\n]{1,100}\}[^\\{}\n]{0,2000}){1,20})\1$/.exec(written) ?? [];
  const found = quote === '' ? undefined : bound(statement, /'?\{([\w.]{1,80})\}'?/g, places);
  return found && { ...found, quote };
}

function bound(statement: string, parts: RegExp, { place, mark, onlyTexts }: Places): Bound | undefined {
  const values: string[] = [];
  let made = '';
  let at = 0;
  for (const part of statement.matchAll(parts)) {
    const [whole, value = ''] = part;
    const head = statement.slice(at, part.index);
    const isQuoted = whole.startsWith("'");
    if (isQuoted !== whole.endsWith("'") || mark.test(head) || !isForValue(made + head)) return undefined;
    if (onlyTexts && !isQuoted) return undefined;
    values.push(value);
    made += head + place(values.length);
    at = part.index + whole.length;
  }
  const rest = statement.slice(at);
  made += rest;
  return values.length === 0 || mark.test(rest) || /\$\{|\{\w/.test(made) ? undefined : { statement: made, values };
}

function isForValue(text: string): boolean {
  return before.test(text) || inRow.test(text);
}

/** As a plain text where that can be; `quote`: of Python. */
export function quoted(statement: string, quote?: string): string {
  if (quote !== undefined) return `${quote}${statement}${quote}`;
  return /['\n]/.test(statement) ? `\`${statement}\`` : `'${statement}'`;
}
