import type { Edit } from '../../model/span.js';
import type { Flow } from '../flow/machine.js';
import type { Mend } from './mend.js';
import { type Bound, boundFormat, boundTemplate, type Places, quoted } from './places.js';

/** How a driver takes the values that stand at the places of a statement. */
interface Driver {
  readonly of: RegExp;
  readonly places: Places;
  readonly hand: (found: Bound, at: Written) => readonly Edit[] | undefined;
}

interface Written extends Pick<Flow, 'argument'> {
  readonly at: Flow['sink']['at'];
  readonly text: string;
}

const questions: Places = { place: () => '?', mark: /\?/ };
const percents: Places = { place: () => '%s', mark: /%/ };

/*
 * Looked up in what the drivers say of themselves: node-postgres.com (queries); github.com/sidorares/node-mysql2 (README);
 * github.com/TryGhost/node-sqlite3/wiki/API (`run(sql, [param, ...])`, an array among them); github.com/WiseLibs/better-sqlite3,
 * docs/api.md (bound values are arguments of the statement's methods); tediousjs.github.io/node-mssql (`input(name, value)`, the
 * type left out); github.com/pymssql/pymssql, docs/ref/pymssql.rst (`%s`, values in a tuple; a `%` of the statement would mean
 * something once there are values); github.com/PyMySQL/mysqlclient, MySQLdb/cursors.py (`%s` with a sequence);
 * github.com/mkleehammer/pyodbc, src/pyodbc.pyi (paramstyle `qmark`); psycopg.org; docs.python.org (sqlite3);
 * docs.aws.amazon.com/rdsdataservice/latest/APIReference, ExecuteStatement and SqlParameter (`:name`; a text without a hint is sent
 * as a text). 2026-11-27.
 */
const drivers: readonly Driver[] = [
  { of: /^pg\b.*\.query$/, places: { place: (index) => `$${index}`, mark: /\$/ }, hand: afterStatement },
  { of: /^mysql2?\b.*\.(?:query|execute)$/, places: questions, hand: afterStatement },
  { of: /^sqlite3?\b.*\.(?:run|get|all|each|execute)$/, places: questions, hand: afterStatement },
  { of: /^better-sqlite3\(\)\.prepare$/, places: questions, hand: inNextCall },
  { of: /^pyodbc\b.*\.execute$/, places: questions, hand: afterStatement },
  {
    of: /^(?:psycopg2?|pymysql|pymssql|MySQLdb|mysql\.connector)\b.*\.execute$/,
    places: percents,
    hand: afterStatement,
  },
  {
    of: /^mssql\b.*\b[Rr]equest\(\)\.query$/,
    places: { place: (index) => `@p${index}`, mark: /@/ },
    hand: asInputs,
  },
  {
    of: /(?:client-rds-data\.ExecuteStatementCommand|RDSData(?:Service)?\(\)\.executeStatement|\(rds-data\)\.execute_statement)$/,
    // What is no text would have to say its type.
    places: { place: (index) => `:p${index}`, mark: /(?:^|[^:]):\w/, onlyTexts: true },
    hand: asParameters,
  },
];

/** A statement whose parts are all values, with places for them; undefined if the driver is not known or a part may be a name. */
export function boundStatement({ symbol = '', argument, sink: { at } }: Flow, text: string): Mend | undefined {
  const driver = drivers.find(({ of }) => of.test(symbol));
  if (driver === undefined) return undefined;
  const statement = statementOf({ argument, at, text });
  const written = text.slice(statement.start, statement.end);
  const found = argument.path.endsWith('.py')
    ? boundFormat(written, driver.places)
    : boundTemplate(written, driver.places);
  const edits = found && driver.hand(found, { argument: statement, at, text });
  return edits && { edits, isBreaking: false };
}

/** The argument, or what stands under `sql` in it. */
function statementOf({ argument, text }: Written): Flow['argument'] {
  const [, before = '', sql = ''] =
    /^(\{(?:[^`{}]{0,600}[\s,{])?sql: )(`[^`]{1,2000}`)/.exec(text.slice(argument.start, argument.end)) ?? [];
  const start = argument.start + before.length;
  return sql === '' ? argument : { ...argument, start, end: start + sql.length };
}

/** `query('... $1', [id])`, `execute("... %s", (id,))`: where nothing but the statement was given. */
function afterStatement({ statement, values, quote }: Bound, { argument, at, text }: Written) {
  if (text.slice(argument.end, at.end) !== ')') return undefined;
  const list = quote === undefined ? `[${values.join(', ')}]` : `(${values.join(', ')},)`;
  return [{ ...argument, text: `${quoted(statement, quote)}, ${list}` }];
}

/** `prepare('... ?').get(id)`. */
function inNextCall({ statement, values }: Bound, { argument, at, text }: Written) {
  const [next = ''] = /^\.(?:get|all|run|iterate)\(/.exec(text.slice(at.end, at.end + 20)) ?? [];
  const start = at.end + next.length;
  if (next === '' || text[start] !== ')' || text.slice(argument.end, at.end) !== ')') return undefined;
  return [
    { ...argument, text: quoted(statement) },
    { ...argument, start, end: start, text: values.join(', ') },
  ];
}

/** `request.input('p1', id).query('... @p1')`. */
function asInputs({ statement, values }: Bound, { argument, at, text }: Written) {
  const start = argument.start - '.query('.length;
  if (text.slice(start, argument.start) !== '.query(' || text.slice(argument.end, at.end) !== ')') return undefined;
  const inputs = values.map((value, index) => `.input('p${index + 1}', ${value})`).join('');
  return [
    { ...argument, start, end: start, text: inputs },
    { ...argument, text: quoted(statement) },
  ];
}

/** `sql: '... :p1', parameters: [...]`. */
function asParameters({ statement, values, quote }: Bound, { argument, at, text }: Written) {
  if (/\bparameters\b/.test(text.slice(at.start, at.end))) return undefined;
  const isPython = quote !== undefined;
  const key = (name: string) => (isPython ? `${quote}${name}${quote}` : name);
  const mark = quote ?? "'";
  const list = values.map((value, index) => {
    return `{ ${key('name')}: ${mark}p${index + 1}${mark}, ${key('value')}: { ${key('stringValue')}: ${value} } }`;
  });
  const rows = (isPython ? list.map((row) => row.replaceAll('{ ', '{').replaceAll(' }', '}')) : list).join(', ');
  return [{ ...argument, text: `${quoted(statement, quote)}, parameters${isPython ? '=' : ': '}[${rows}]` }];
}
