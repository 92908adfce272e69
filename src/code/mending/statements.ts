import type { Flow } from '../flow/machine.js';
import type { Mend } from './mend.js';

/** How drivers name the place of a value: node-postgres.com, github.com/sidorares/node-mysql2, psycopg.org, pymysql. 2026-11-26. */
const places: readonly (readonly [RegExp, (index: number) => string])[] = [
  [/^pg\b/, (index) => `$${index}`],
  [/^mysql2?\b/, () => '?'],
  [/^(?:psycopg2?|pymysql|mysql\.connector)\b/, () => '%s'],
];

/** Values are put in where one may stand: after a comparison, in a list, between brackets. */
const before = /(?:[=<>(,]|\blike|\bvalues ?\() ?'?$/i;

/** A statement whose parts are all values, with places for them; undefined if the driver is not known or a part may be a name. */
export function boundStatement({ symbol = '', argument, sink: { at } }: Flow, text: string): Mend | undefined {
  const place = places.find(([of]) => of.test(symbol))?.[1];
  const written = text.slice(argument.start, argument.end);
  // Nothing but the statement is given.
  const rest = text.slice(argument.end, at.end);
  if (place === undefined || rest !== ')') return undefined;
  const bound = argument.path.endsWith('.py') ? inFormat(written, place) : inTemplate(written, place);
  return bound === undefined ? undefined : { edits: [{ ...argument, text: bound }], isBreaking: false };
}

function inTemplate(written: string, place: (index: number) => string): string | undefined {
  if (!/^`[^`\\]{1,2000}`$/.test(written)) return undefined;
  const found = bound(written.slice(1, -1), /'?\$\{([\w.]{1,80}|[\w.]{1,60}\[["'\w]{1,40}\])\}'?/g, place);
  return found && `${quoted(found.statement)}, [${found.values.join(', ')}]`;
}

function inFormat(written: string, place: (index: number) => string): string | undefined {
  const [, quote = '', statement = ''] =
    /^f(["'])([^\\{}\n]{0,2000}(?:\{[^{}\n]{1,100}\}[^\\{}\n]{0,2000}){1,20})\1$/.exec(written) ?? [];
  if (quote === '') return undefined;
  const found = bound(statement, /'?\{([\w.]{1,80})\}'?/g, place);
  return found && `${quote}${found.statement}${quote}, (${found.values.join(', ')},)`;
}

interface Bound {
  readonly statement: string;
  readonly values: readonly string[];
}

function bound(statement: string, parts: RegExp, place: (index: number) => string): Bound | undefined {
  const values: string[] = [];
  let made = '';
  let at = 0;
  for (const part of statement.matchAll(parts)) {
    const [whole, value = ''] = part;
    const head = statement.slice(at, part.index);
    const isPaired = whole.startsWith("'") === whole.endsWith("'");
    if (!isPaired || !before.test(made + head)) return undefined;
    values.push(value);
    made += head + place(values.length);
    at = part.index + whole.length;
  }
  made += statement.slice(at);
  return values.length === 0 || /\$\{|\{\w/.test(made) ? undefined : { statement: made, values };
}

/** As a plain text where that can be. */
function quoted(statement: string): string {
  return /['\n]/.test(statement) ? `\`${statement}\`` : `'${statement}'`;
}
