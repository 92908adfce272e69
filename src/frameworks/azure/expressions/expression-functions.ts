import type { Span } from '../../../model/span.js';
import { type MapEntry, textOf, type Value } from '../../../model/value.js';
import { jsonValue } from '../../../notation/json/text.js';
import { elementOf } from './access.js';
import { joined, scalar, truthOf } from './expression-values.js';
import { operate } from './operators.js';
import { textFunctions } from './text-functions.js';

type Evaluate = (args: readonly Value[], at: Span) => Value | undefined;

/** Functions of ARM templates that Bicep writes as operators. */
const signs: ReadonlyMap<string, string> = new Map([
  ['add', '+'],
  ['sub', '-'],
  ['mul', '*'],
  ['less', '<'],
  ['lessorequals', '<='],
  ['greater', '>'],
  ['greaterorequals', '>='],
]);

/** Functions of Bicep and ARM templates that need nothing but their arguments, by name in lower case. */
export const functions: ReadonlyMap<string, Evaluate> = new Map<string, Evaluate>([
  ['concat', (args, at) => (args.some(({ kind }) => kind === 'list') ? listOf(args, at) : joined(args, at))],
  ['int', (args, at) => onPlain(args, at, (plain) => Number(plain))],
  ['bool', (args, at) => onPlain(args, at, (plain) => String(plain).toLowerCase() === 'true' || plain === 1)],
  ['union', union],
  ['if', choose],
  ['equals', (args, at) => operate('==', args, at)],
  ['not', (args, at) => operate('!', args, at)],
  ['and', (args, at) => logical('&&', args, at)],
  ['or', (args, at) => logical('||', args, at)],
  ['empty', empty],
  ['contains', contains],
  ['coalesce', (args) => args.find((arg) => arg.kind !== 'scalar' || arg.value !== null)],
  ['createarray', (args, at) => ({ kind: 'list', items: args, open: false, at })],
  ['createobject', createObject],
  ['array', ([only], at) => (only?.kind === 'list' ? only : only && { kind: 'list', items: [only], open: false, at })],
  ['first', ([of], at) => of && elementOf(of, scalar(0, at), at)],
  ['last', ([of]) => (of?.kind === 'list' && !of.open ? of.items.at(-1) : undefined)],
  ['length', ([of], at) => (of?.kind === 'list' && !of.open ? scalar(of.items.length, at, [of]) : undefined)],
  ['range', range],
  ['json', ([text], at) => (text?.kind === 'scalar' ? json(String(text.value), at) : undefined)],
  ['true', (_, at) => scalar(true, at)],
  ['false', (_, at) => scalar(false, at)],
  ['null', (_, at) => scalar(null, at)],
  ['any', ([only]) => only],
  ...[...signs].map(([name, sign]): [string, Evaluate] => [name, (args, at) => operate(sign, args, at)]),
  ...textFunctions,
  ['uniquestring', (_, at) => ({ kind: 'pattern', parts: [{ named: 'uniqueString' }], at })],
]);

function onPlain(args: readonly Value[], at: Span, change: (plain: unknown) => number | boolean): Value | undefined {
  const [value] = args;
  return value?.kind === 'scalar' ? scalar(change(value.value), at, args) : undefined;
}

function listOf(args: readonly Value[], at: Span): Value {
  const items = args.flatMap((arg) => (arg.kind === 'list' ? arg.items : []));
  return { kind: 'list', items, open: args.some((arg) => arg.kind !== 'list' || arg.open), at };
}

/** Maps are merged, later entries win; lists are put together. */
function union(args: readonly Value[], at: Span): Value {
  if (!args.some(({ kind }) => kind === 'map')) return listOf(args, at);
  const entries = new Map<string, MapEntry>();
  for (const arg of args) {
    for (const entry of arg.kind === 'map' ? arg.entries : []) entries.set(entry.key, entry);
  }
  const open = args.some((arg) => arg.kind !== 'map' || arg.open);
  return { kind: 'map', entries: [...entries.values()], open, at, origin: at };
}

function choose([condition, then, otherwise]: readonly Value[], at: Span): Value | undefined {
  if (condition === undefined || then === undefined || otherwise === undefined) return undefined;
  const truth = truthOf(condition);
  if (truth !== undefined && (condition.confidence ?? 'high') === 'high') return truth ? then : otherwise;
  const cases = [
    { label: 'the condition holds', value: then },
    { label: 'the condition does not hold', value: otherwise },
  ];
  return { kind: 'choice', among: 'branches', cases, at };
}

function logical(operator: string, args: readonly Value[], at: Span): Value | undefined {
  const [first, ...rest] = args;
  if (first === undefined) return undefined;
  let result = first;
  for (const arg of rest) result = operate(operator, [result, arg], at);
  return result;
}

function empty([value]: readonly Value[], at: Span): Value | undefined {
  if (value?.kind === 'scalar') return scalar(value.value === '' || value.value === null, at, [value]);
  if (value?.kind === 'list') return value.open ? undefined : scalar(value.items.length === 0, at, [value]);
  if (value?.kind === 'map') return value.open ? undefined : scalar(value.entries.length === 0, at, [value]);
  return undefined;
}

function contains(args: readonly Value[], at: Span): Value | undefined {
  const [container, sought] = args;
  const text = textOf(sought);
  if (container === undefined || text === undefined) return undefined;
  if (container.kind === 'scalar') return scalar(String(container.value).includes(text), at, args);
  if (container.kind === 'map' && !container.open)
    return scalar(
      container.entries.some(({ key }) => key === text),
      at,
      args,
    );
  if (container.kind !== 'list' || container.open || !container.items.every(({ kind }) => kind === 'scalar'))
    return undefined;
  return scalar(
    container.items.some((item) => textOf(item) === text),
    at,
    args,
  );
}

function createObject(args: readonly Value[], at: Span): Value {
  const entries: MapEntry[] = [];
  for (let index = 0; index + 1 < args.length; index += 2) {
    const [key, value] = [textOf(args[index]), args[index + 1]];
    if (key !== undefined && value !== undefined) entries.push({ key, keyAt: value.at, value });
  }
  return { kind: 'map', entries, open: entries.length * 2 < args.length, at };
}

function range([start, count]: readonly Value[], at: Span): Value | undefined {
  const [from, length] = [Number(textOf(start)), Number(textOf(count))];
  if (!(length >= 0 && length <= 30)) return undefined;
  const items = Array.from({ length }, (_, index) => scalar(from + index, at));
  return { kind: 'list', items, open: false, at };
}

function json(text: string, at: Span): Value | undefined {
  const container = jsonValue(text, at);
  if (container !== undefined) return container;
  if (/^\s*(?:true|false|null|-?\d+(?:\.\d+)?)\s*$/.test(text))
    return scalar(JSON.parse(text) as number | boolean | null, at);
  return undefined;
}
