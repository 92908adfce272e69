import { entryOf, itemsOf, type ListValue, textOf, type Value, valueAt } from '../../../model/value.js';

/** What a name stands for in commands. */
export interface Substitute {
  readonly value: Value;
  /** Whoever starts the build may say otherwise. */
  readonly isDefault: boolean;
}

/** Literal values by the names that commands refer to. Names with several values stand for nothing. */
export type Substitutes = ReadonlyMap<string, Substitute>;

/** What may stand before an assignment. */
const leading = new Set(['export', 'readonly', 'local', 'declare', 'then', 'else', 'do', '{']);
const assignment = /^([A-Za-z_]\w{0,100})=([\s\S]{0,1000})$/;

/** What scripts assign once, what workflows set for all steps, and what a build has unless it is started with something else. */
export function substitutesIn(root: Value | undefined, scripts: readonly ListValue[]): Substitutes {
  const jobs = entriesOf(valueAt(root, 'jobs')).map(({ value }) => value);
  const environments = [root, ...jobs].flatMap((owner) => entriesOf(valueAt(owner, 'env')));
  const found: (readonly [string, Substitute])[] = [
    ...scripts.flatMap(assignedIn).map(([name, value]) => [name, { value, isDefault: false }] as const),
    ...environments.map(({ key, value }) => [key, { value, isDefault: false }] as const),
    ...entriesOf(entryOf(root, 'substitutions')?.value).map(
      ({ key, value }) => [key, { value, isDefault: true }] as const,
    ),
  ];
  const counts = new Map<string, number>();
  for (const [name] of found) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(found.filter(([name, { value }]) => counts.get(name) === 1 && isLiteral(textOf(value) ?? '')));
}

function isLiteral(text: string): boolean {
  return text !== '' && !/[$`]/.test(text);
}

function entriesOf(value: Value | undefined) {
  return value?.kind === 'map' ? value.entries : [];
}

/** The values of a command that only assigns, each where it stands. */
function assignedIn(list: ListValue): readonly (readonly [string, Value])[] {
  const items = itemsOf(list);
  const begin = items.findIndex((item) => !leading.has(textOf(item) ?? ''));
  const own = items.slice(Math.max(begin, 0));
  const pairs = own.map((item) => [item, assignment.exec(textOf(item) ?? '')] as const);
  if (pairs.length === 0 || pairs.some(([, pair]) => pair === null)) return [];
  return pairs.flatMap(([item, pair]) => {
    const [, name = '', value = ''] = pair ?? [];
    const start = item.at.start + name.length + 1;
    return [[name, { kind: 'scalar', value, at: { ...item.at, start } }] as const];
  });
}

const reference = /^\$(?:\{\{\s{0,9}env\.(\w{1,100})\s{0,9}\}\}|\{(\w{1,100})\}|(\w{1,100}))$/;

/** What a text stands for that is nothing but a name. */
export function substituteOf(text: string, substitutes: Substitutes): Substitute | undefined {
  const [, ...names] = reference.exec(text) ?? [];
  return names.flatMap((name) => (name === undefined ? [] : (substitutes.get(name) ?? [])))[0];
}
