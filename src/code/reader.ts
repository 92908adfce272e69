import type { Stack } from '../facts/stack.js';
import { onOneClock } from '../findings/allowance.js';
import type { Notice } from '../findings/notice.js';
import { preparePython } from '../languages/python/parse.js';
import type { Files } from '../model/files.js';
import { type CloudNeeds, cloudNeeds } from './cloud/needs.js';
import type { Followed } from './follow.js';
import { notebooksOf } from './handlers/notebooks.js';
import { followed, type Memory, newMemory } from './memory.js';
import type { StackCode } from './stack-code.js';
import { lineIn } from './telling.js';
import { type Looked, mayBeStored, toldFunctions } from './told.js';
import { type FunctionUnit, mostFiles, onceEach, unitsBeside, unitsOf } from './units.js';

export { preparePython };

/** Reads the handlers of stacks. What it has read of a text it remembers, so that both sides of a change share it. */
export interface CodeReader {
  /** The code of the functions of which one of these files is a part; all, if none are given. */
  readonly read: (stack: Stack, files: Files, changed?: ReadonlySet<string>) => StackCode;
  /** Asks for the files of all functions of a stack, without looking into what they do. */
  readonly reach: (stack: Stack, files: Files) => void;
}

export function openCodeReader(): CodeReader {
  const memory = newMemory();
  return {
    read: (stack, files, changed) => readStack(memory, { stack, files, changed }),
    reach: (stack, files) => void [unitsOf(memory, stack, files), unitsBeside(memory, stack, files)],
  };
}

interface Asked {
  readonly stack: Stack;
  readonly files: Files;
  readonly changed: ReadonlySet<string> | undefined;
}

function readStack(memory: Memory, { stack, files, changed }: Asked): StackCode {
  const units = unitsOf(memory, stack, files);
  const looked = lookedAt(memory, onceEach(units), { stack, changed });
  const touched = looked.filter(({ isTouched }) => isTouched);
  const functions = toldFunctions(looked, { stack, files, followAs: (unit) => followUnit(memory, unit) });
  const notices = [
    ...touched.flatMap(({ unit, followed: { isWhole } }) => [
      ...unit.notices,
      ...(isWhole ? [] : [tooLarge(unit.paths[0] ?? '')]),
    ]),
    ...notebooksOf(stack, files, changed),
  ];
  const known = new Set(touched.map(({ unit }) => unit.function.id));
  return {
    stack,
    functions,
    notices,
    needs: needsOf(memory, [...units, ...unitsBeside(memory, stack, files)], known),
    lineOf: lineIn(files),
  };
}

/** The functions that the change touches, followed; all of the stack where stores may carry text between them. */
function lookedAt(
  memory: Memory,
  units: readonly FunctionUnit[],
  { stack, changed }: Omit<Asked, 'files'>,
): readonly Looked[] {
  const isTouched = ({ paths }: FunctionUnit) => changed === undefined || paths.some((path) => changed.has(path));
  const look = (unit: FunctionUnit): Looked => ({
    unit,
    isTouched: isTouched(unit),
    followed: followUnit(memory, unit),
  });
  // One alone has all the time of its own clock.
  const lookAt = (some: readonly FunctionUnit[]) => (some.length > 1 ? onOneClock(some, look) : some.map(look));
  const touched = lookAt(units.filter(isTouched));
  if (!touched.some((one) => mayBeStored(one, stack))) return touched;
  return [...touched, ...lookAt(units.filter((unit) => !isTouched(unit)))];
}

function followUnit(memory: Memory, { texts, handlers, modules, resolve }: FunctionUnit): Followed {
  return followed(memory, { handlers, modules, resolve }, texts);
}

/** What the code of each function needs of its cloud, looked for when it is asked for; some is followed anyway. */
function needsOf(memory: Memory, units: readonly FunctionUnit[], known: ReadonlySet<string>): StackCode['needs'] {
  const found = new Map<string, CloudNeeds | undefined>();
  const find = (id: string): CloudNeeds | undefined => {
    const unit = units.find((one) => one.function.id === id);
    if (unit === undefined) return undefined;
    // Of what the change does not touch more calls count: which object a name belongs to is then not followed.
    const { others, isWhole } = known.has(id) ? followUnit(memory, unit) : unfollowed;
    const needs = cloudNeeds({ modules: unit.modules, resolve: unit.resolve, others });
    const isRead =
      isWhole &&
      unit.names.length > 0 &&
      unit.names.length <= mostFiles &&
      unit.names.every((name) => unit.modules.has(name));
    return isRead ? needs : { ...needs, unsure: [...needs.unsure, 'a file could not be read'] };
  };
  return (id) => {
    if (!found.has(id)) found.set(id, find(id));
    return found.get(id);
  };
}

const unfollowed: Pick<Followed, 'others' | 'isWhole'> = { others: new Set(), isWhole: true };

function tooLarge(path: string): Notice {
  const message =
    'This handler, with what it imports, is too large to be followed whole; what lies beyond was not judged.';
  return { path, message, kind: 'unread' };
}
