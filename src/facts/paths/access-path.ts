import type { ServerlessFunction } from '../../model/function.js';
import type { AccessChange } from '../access/change.js';
import { doorsOf } from '../exposure/callers.js';
import type { Door } from '../exposure/door.js';
import type { Stack } from '../stack.js';

/** From callers outside over a function to what it can do: texts, and which steps the change added. Plain data. */
export interface AccessPath {
  readonly function: string;
  /** Callers, way in, function, deed. */
  readonly steps: readonly [string, string, string, string];
  /** The way in is new, what the function can do is. */
  readonly isNew: { readonly wayIn: boolean; readonly deed: boolean };
}

const callers: Readonly<Partial<Record<Door['caller'], string>>> = {
  anyone: 'Unauthenticated callers',
  'key holders': 'Holders of an API key',
};

/** What only reads and lists is no path to tell. */
const leastWeight = 1_040;

/** The paths that a change opens: one end of them is new. The gravest of each function. `base` goes by head's names. */
export function newPaths(base: Stack | undefined, head: Stack, access: readonly AccessChange[]): readonly AccessPath[] {
  const before = new Map((base === undefined ? [] : doorsOf(base)).map((door) => [door.id, door]));
  const doors = doorsOf(head).filter(({ caller }) => callers[caller] !== undefined);
  return head.functions.flatMap((fn) => {
    const own = doors.filter((door) => door.function === fn.id);
    const isNewDoor = ({ id }: Door) => callers[before.get(id)?.caller ?? 'nobody'] === undefined;
    const door = own.find(isNewDoor) ?? own[0];
    if (door === undefined) return [];
    const gained = access.find((change) => change.who.includes(fn.id) && isGain(change));
    const deed = gained?.deed ?? standingDeed(fn, head);
    const wayIn = isNewDoor(door);
    if (deed === undefined || (!wayIn && gained === undefined)) return [];
    const caller = callers[door.caller] ?? '';
    const isNew = { wayIn, deed: gained !== undefined };
    return [{ function: fn.id, steps: [caller, wayOf(door), fn.id, deed], isNew }];
  });
}

function isGain({ direction, weight }: AccessChange): boolean {
  return direction === 'newly' && weight >= leastWeight;
}

/** The worst that a function could do all along. */
function standingDeed(fn: ServerlessFunction, stack: Stack): string | undefined {
  const role = stack.roleOf(fn);
  const worst = role === undefined ? undefined : stack.permissions(role).find(({ weight }) => weight !== 'low');
  return worst === undefined ? undefined : `use ${worst.words}`;
}

function wayOf({ words }: Door): string {
  return words.replace(/^call /, '').replaceAll('`', '');
}
