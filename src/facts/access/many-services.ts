import type { IndexedAction } from './actions/action-index.js';
import type { AccessChange } from './change.js';
import { conditionsOf } from './condition-words.js';
import type { Telling } from './scope.js';
import { isAboutAll } from './touched.js';
import type { Widening } from './widening.js';
import { hasOwnVerb, keyOf, keysOf, plainName, quoted, shortResource, shownResource } from './words.js';

/** More services than these nobody wrote one by one: `NotAction`, `*`. */
const mostServices = 20;

export function isManyServices(widenings: readonly Widening[]): boolean {
  const services = new Set<string>();
  for (const { actions, witness } of widenings) {
    const [first] = actions;
    if (first === undefined || first.level === 'unknown' || witness === undefined) continue;
    services.add(first.service);
    if (services.size > mostServices) return true;
  }
  return false;
}

const levelRanks = { permissions: 5, write: 4, unknown: 3, read: 2, tagging: 1, list: 0 } as const;

/** What is newly possible with many services: one sentence for each condition, by its gravest action. */
export function tellMany(widenings: readonly Widening[], telling: Telling): readonly AccessChange[] {
  const groups = new Map<string, Widening[]>();
  for (const widening of widenings) {
    if (widening.witness === undefined) continue;
    const conditions = conditionsOf(widening, telling);
    const known = groups.get(conditions);
    if (known === undefined) groups.set(conditions, [widening]);
    else known.push(widening);
  }
  return [...groups].flatMap(([conditions, group]) => manyChange(group, conditions, telling) ?? []);
}

interface Example {
  readonly action: IndexedAction;
  readonly witness: string;
}

/** The gravest that people have a word for, otherwise the gravest. */
function exampleOf(group: readonly Widening[]): Example | undefined {
  let best: (Example & { readonly rank: number }) | undefined;
  for (const { actions, level, witness = '' } of group) {
    const rank = levelRanks[level];
    if (best !== undefined && rank + worded <= best.rank) continue;
    const own = actions.find(hasOwnVerb);
    const action = own ?? actions[0];
    const weighed = rank + (own === undefined ? 0 : worded);
    if (action !== undefined && (best === undefined || weighed > best.rank)) best = { action, witness, rank: weighed };
  }
  return best;
}

const worded = 10;

function manyChange(group: readonly Widening[], conditions: string, telling: Telling): AccessChange | undefined {
  const example = exampleOf(group);
  if (example === undefined) return undefined;
  const { action, witness } = example;
  const { subject, who, direction, about, isPartial, isRemote } = telling;
  const actions = allKeys(group);
  const services = new Set(group.map((one) => one.actions[0]?.service)).size;
  const everywhere = about === undefined && isOnEverything(group) ? ' on every resource' : '';
  const where = about === undefined ? everywhere : ` on ${plainName(about)}`;
  const deed = `use ${counted(actions.length, 'action')} of ${counted(services, 'service')}${where}`;
  const at = action.types.length === 0 || about !== undefined ? '' : ` on ${quoted(shortResource(witness))}`;
  const shown = `for example ${quoted(keyOf(action))}${at}`;
  const partial = isPartial ? '; part of its permissions could not be read' : '';
  return {
    direction,
    who,
    service: '*',
    level: 'permissions',
    actions,
    scope: where === '' ? 'resources of many kinds' : where.slice(' on '.length),
    deed,
    witness: { action: keyOf(action), resource: shownResource(witness) },
    sentence: `${plainName(subject)} can ${direction} ${deed}, ${shown}${conditions}${partial}.`,
    weight: (direction === 'newly' ? 1_150 : 150) - (isRemote ? 500 : 0),
  };
}

/** Each is allowed on all there is: no statement names resources, to allow them or to leave them out. */
function isOnEverything(group: readonly Widening[]): boolean {
  const known = new Map<Widening['statements'], boolean>();
  return group.every(({ actions: [first], anything, exceptions, statements }) => {
    if (first?.types.length !== 0 && (anything !== true || exceptions === true)) return false;
    const is = known.get(statements) ?? statements.some((one) => one.effect === 'allow' && isAboutAll(one));
    known.set(statements, is);
    return is;
  });
}

/** Twenty thousand, one after the other. */
function allKeys(group: readonly Widening[]): readonly string[] {
  const all: string[] = [];
  for (const { actions } of group) for (const key of keysOf(actions)) all.push(key);
  return all;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}
