import type { Flow } from '../flow/machine.js';
import type { Mend } from './mend.js';

/** How drivers name the place of a value: node-postgres.com, github.com/sidorares/node-mysql2, psycopg.org, pymysql. 2026-11-26. */
const places: readonly Driver[] = [
  { of: /^pg\b/, place: (index) => `$${index}`, mark: '$' },
  { of: /^mysql2?\b/, place: () => '?', mark: '?' },
  { of: /^(?:psycopg2?|pymysql|mysql\.connector)\b/, place: () => '%s', mark: '%' },
];

interface Driver {
  readonly of: RegExp;
  readonly place: (index: number) => string;
  /** A statement that has it already means something by it. */
  readonly mark: string;
}

/** After a comparison, or among the values of a row, only a value can stand; in other lists it may be a column or a whole list. */
const before = /(?:[=<>]|\blike) ?$/i;
const inRow = /\bvalues ?\((?:[^()]*,)? ?$/i;

/** A statement whose parts are all values, with places for them; undefined if the driver is not known or a part may be a name. */
export function boundStatement({ symbol = '', argument, sink: { at } }: Flow, text: string): Mend | undefined {
  const driver = places.find(({ of }) => of.test(symbol));
  const written = text.slice(argument.start, argument.end);
  // Nothing but the statement is given.
  const rest = text.slice(argument.end, at.end);
  if (driver === undefined || rest !== ')') return undefined;
  const bound = argument.path.endsWith('.py') ? inFormat(written, driver) : inTemplate(written, driver);
  return bound === undefined ? undefined : { edits: [{ ...argument, text: bound }], isBreaking: false };
}

function inTemplate(written: string, driver: Driver): string | undefined {
  if (!/^`[^`\\]{1,2000}`$/.test(written)) return undefined;
  const found = bound(written.slice(1, -1), /'?\$\{([\w.]{1,80}|[\w.]{1,60}\[["'\w]{1,40}\])\}'?/g, driver);
  return found && `${quoted(found.statement)}, [${found.values.join(', ')}]`;
}

function inFormat(written: string, driver: Driver): string | undefined {
  const [, quote = '', statement = ''] =
    /^f(["'])([^\\{}\n]{0,2000}(?:\{[^{}\n]{1,100}\}[^\\{}\n]{0,2000}){1,20})\1$/.exec(written) ?? [];
  if (quote === '') return undefined;
  const found = bound(statement, /'?\{([\w.]{1,80})\}'?/g, driver);
  return found && `${quote}${found.statement}${quote}, (${found.values.join(', ')},)`;
}

interface Bound {
  readonly statement: string;
  readonly values: readonly string[];
}

function bound(statement: string, parts: RegExp, { place, mark }: Driver): Bound | undefined {
  const values: string[] = [];
  let made = '';
  let at = 0;
  for (const part of statement.matchAll(parts)) {
    const [whole, value = ''] = part;
    const head = statement.slice(at, part.index);
    const isPaired = whole.startsWith("'") === whole.endsWith("'");
    if (!isPaired || head.includes(mark) || !isForValue(made + head)) return undefined;
    values.push(value);
    made += head + place(values.length);
    at = part.index + whole.length;
  }
  const rest = statement.slice(at);
  made += rest;
  return values.length === 0 || rest.includes(mark) || /\$\{|\{\w/.test(made) ? undefined : { statement: made, values };
}

function isForValue(text: string): boolean {
  return before.test(text) || inRow.test(text);
}

/** As a plain text where that can be. */
function quoted(statement: string): string {
  return /['\n]/.test(statement) ? `\`${statement}\`` : `'${statement}'`;
}
