import type { Model } from '../../model/model.js';
import { doorsOf } from './callers.js';
import type { Caller, Door } from './door.js';

/** A way in that some callers newly have, or no longer have, in one sentence. Plain data. */
export interface ExposureChange {
  readonly direction: 'newly' | 'no longer';
  readonly caller: Caller;
  /** Functions behind it. */
  readonly functions: readonly string[];
  readonly sentence: string;
  readonly weight: number;
}

/** Callers who are told, the most first; to each belongs what those before it can do too. */
const told = ['anyone', 'key holders', 'signed-in users'] as const;
const words: Readonly<Record<(typeof told)[number], string>> = {
  anyone: 'Unauthenticated callers',
  'key holders': 'Holders of an API key',
  'signed-in users': 'Any signed-in user',
};
const weights: Readonly<Record<(typeof told)[number], number>> = {
  anyone: 200,
  'key holders': 150,
  'signed-in users': 80,
};

/** What callers from outside newly reach in a stack, and what they no longer do. `base` goes by head's names. */
export function exposureChanges(base: Model | undefined, head: Model): readonly ExposureChange[] {
  const [before, after] = sameSpelling(byId(base === undefined ? [] : doorsOf(base)), byId(doorsOf(head)));
  const isOpen = head.open || base?.open === true;
  const groups = new Map<string, Door[]>();
  const add = (direction: string, caller: Caller, door: Door) => {
    const key = `${direction}\n${caller}`;
    groups.set(key, [...(groups.get(key) ?? []), door]);
  };
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [then, now] = [before.get(id), after.get(id)];
    const [callerThen, callerNow] = [then?.caller ?? 'nobody', now?.caller ?? 'nobody'];
    const door = now ?? then;
    // What is not there may only not be read.
    if (door === undefined || callerThen === 'unknown' || callerNow === 'unknown') continue;
    if (isOpen && (then === undefined) !== (now === undefined) && base !== undefined) continue;
    const [was, is] = [rank(callerThen), rank(callerNow)];
    if (is < was) add('newly', callerNow, door);
    if (was < is) add('no longer', callerThen, door);
  }
  return [...groups].flatMap(([key, doors]) => changeOf(key, doors));
}

type Doors = ReadonlyMap<string, Door>;

function byId(doors: readonly Door[]): Doors {
  return new Map(doors.map((door) => [door.id, door]));
}

/** A route that only changed its capitals is the same to some platforms: neither gone nor new. */
function sameSpelling(before: Doors, after: Doors): readonly [Doors, Doors] {
  const come = new Map([...after.keys()].flatMap((id) => (before.has(id) ? [] : [[id.toLowerCase(), id] as const])));
  const spelled = (id: string) => (after.has(id) ? id : (come.get(id.toLowerCase()) ?? id));
  return [new Map([...before].map(([id, door]) => [spelled(id), door])), after];
}

/** The smaller, the more callers. */
function rank(caller: Caller): number {
  const order: readonly Caller[] = told;
  const place = order.indexOf(caller);
  return place === -1 ? told.length : place;
}

function changeOf(key: string, doors: readonly Door[]): readonly ExposureChange[] {
  const [direction, name] = key.split('\n');
  const caller = told.find((one) => one === name);
  if (caller === undefined || (direction !== 'newly' && direction !== 'no longer')) return [];
  return [
    {
      direction,
      caller,
      functions: [...new Set(doors.flatMap((door) => door.function ?? []))],
      sentence: `${words[caller]} can ${direction} ${listed(doors.map((door) => door.words))}.`,
      weight: weights[caller] + (direction === 'newly' ? 1_000 : 0),
    },
  ];
}

/** At most three by name; a verb and an API that all have are said once. */
function listed(texts: readonly string[]): string {
  const [first = ''] = texts;
  const verb = /^(?:call|publish to|send messages to) /.exec(first)?.[0] ?? '';
  const owner = /` of [^`]{1,200}$/.exec(first)?.[0].slice(1) ?? '';
  const isVerbShared = texts.every((text) => text.startsWith(verb));
  const end = texts.length > 1 && texts.every((text) => text.endsWith(owner)) ? owner : '';
  const shown = texts
    .slice(0, 3)
    .map((text, at) => text.slice(at > 0 && isVerbShared ? verb.length : 0, text.length - end.length));
  const more = texts.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more${end}`;
  return shown.length < 2 ? first : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}${end}`;
}
