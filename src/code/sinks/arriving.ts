import type { Given, Site } from '../flow/calls.js';
import type { Frame } from '../flow/machine.js';
import { allTaints } from '../flow/taints.js';
import type { Taint, Value } from '../flow/value.js';
import type { SinkRow } from '../tables/sinks/sink-row.js';
import { decidesHost } from './hosts.js';
import { isPage } from './pages.js';
import { harmful } from './report.js';

interface Looked {
  readonly given: Given;
  readonly value: Value;
}

/** The values that a row looks at: an argument, or a field of it. */
export function argumentsOf({ arguments: given, receiver, expression }: Site, row: SinkRow): readonly Looked[] {
  const { argument, fields = [], detail } = row;
  if (argument === 'receiver')
    return receiver === undefined ? [] : [{ given: { value: receiver, name: undefined, expression }, value: receiver }];
  const meant =
    argument === 'every'
      ? given
      : given.filter(({ name }, index) => (name === undefined ? index === argument : fields.includes(name)));
  return meant.flatMap((one) => {
    const inner = fields.map((field) => one.value.fields?.get(field)).filter((field) => field !== undefined);
    const own =
      one.name !== undefined
        ? [one.value]
        : inner.length > 0 || detail === 'expression' || (fields.length > 0 && one.value.fields !== undefined)
          ? inner
          : [one.value];
    return own.map((value) => ({ given: one, value }));
  });
}

export function hasOption(site: Site, [name, wanted]: NonNullable<SinkRow['option']>): boolean {
  const constant = optionOf(site, name);
  return constant === wanted || (wanted === true && typeof constant === 'string');
}

/** What an option is given, by name or in an object. */
export function optionOf({ arguments: given }: Site, name: string): Value['constant'] {
  return given
    .map((one) => (one.name === name ? one.value.constant : one.value.fields?.get(name)?.constant))
    .find((constant) => constant !== undefined);
}

/** True if an argument, or an option in one, is of a library by such a name. */
export function hasSymbol({ arguments: given }: Site, pattern: RegExp): boolean {
  return given.some(({ value }) =>
    [value, ...(value.fields?.values() ?? [])].some(({ symbol = '' }) => pattern.test(symbol)),
  );
}

/** The taints of a value that matter for a row: of an object for queries, of the host for addresses. */
export function arriving(site: Site, row: SinkRow, value: Value): readonly Taint[] {
  const { frame } = site;
  const taints = row.isWhole === true ? value.taints : allTaints(value);
  const found = harmful(frame, taints, row.danger);
  switch (row.danger) {
    case 'query':
    case 'item':
    case 'merge':
      return row.detail === undefined
        ? [...found.filter(({ shape }) => shape === 'any'), ...codeIn(frame, value)]
        : found;
    case 'url':
    case 'redirect':
      return found.filter(() => decidesHost(frame, value, row.danger));
    case 'html':
      return isPage(value, site) ? found : [];
    default:
      return found;
  }
}

/** `{ $where: text }` of MongoDB is code. */
function codeIn(frame: Frame, { fields }: Value): readonly Taint[] {
  const code = fields?.get('$where');
  return code === undefined ? [] : harmful(frame, allTaints(code), 'query');
}
