import { createContext, Script } from 'node:vm';

/** Work of one thing ends here: one megabyte of text may take so long, and whatever is smaller too. */
const secondsEach = 2;
const charactersEach = 1_000_000;

/** How much of a processor the work needs is known only while it runs: so often it begins again with more time on the clock. */
const mostAttempts = 3;

/** What limited work came to; undefined when it used up its time. */
export interface Finished<T> {
  readonly value: T;
}

/** Time of the processor that work on so much text may take. */
function millisecondsFor(characters: number): number {
  return secondsEach * 1000 * Math.max(1, characters / charactersEach);
}

const script = new Script('perform()');
/** Where the script finds what to perform; nothing stays in it. */
const stage: { perform: () => void } = { perform: () => undefined };
const context = createContext(stage);

/** Work beside the clock begins the work on it anew, at most so often. */
const mostRounds = 8;

/** The work that the innermost running clock left for when it stands still; undefined while none runs. */
let waiting: (() => void)[] | undefined;

/**
 * Leaves work that must not be stopped half-way, and that limits its own time, for when the clock stands still: it is done
 * then, and the work on the clock begins anew. False where no clock runs: nothing is left.
 */
export function afterClock(perform: () => void): boolean {
  waiting?.push(perform);
  return waiting !== undefined;
}

/**
 * Does work that hostile text may make endless, and stops it where it stands, within loops and regular expressions too. Time
 * of the processor counts, so that a busy machine changes nothing. The work must leave nothing half done that others see.
 */
export function within<T>(characters: () => number, perform: () => T): Finished<T> | undefined {
  if (isShared) return { value: perform() };
  const outer = waiting;
  for (let round = 1; ; round += 1) {
    const left: (() => void)[] = [];
    waiting = round < mostRounds ? left : undefined;
    let finished: Finished<T> | undefined;
    try {
      finished = onClock(characters, perform);
    } finally {
      waiting = outer;
    }
    if (finished === undefined || left.length === 0) return finished;
    for (const one of left) one();
  }
}

/** So many stacks of a usual size take a small part of the time on a clock. What it stops is lost, so it is short. */
const mostOnOneClock = 16;
const sharedMilliseconds = 500;

/** True while one clock runs for several pieces of work. */
let isShared = false;

/**
 * Does one piece of work after another on one clock: starting it costs more than most of them. Those inside that would have
 * clocks of their own do without, until the time of the shared one is over: what it stopped begins anew, and that and what
 * is left have their own. What such work keeps for later must not come from `afterClock`.
 */
export function onOneClock<I, T>(items: readonly I[], perform: (item: I) => T): readonly T[] {
  if (isShared) return items.map(perform);
  return inGroups(items, mostOnOneClock).flatMap((group) => sharing(group, perform));
}

/** Parts a list into such of at most so many. */
export function inGroups<T>(items: readonly T[], most: number): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / most);
  return Array.from({ length: count }, (_, index) => items.slice(index * most, (index + 1) * most));
}

function sharing<I, T>(items: readonly I[], perform: (item: I) => T): readonly T[] {
  const done: T[] = [];
  const outer = waiting;
  for (let round = 1; done.length < items.length && round < mostRounds; round += 1) {
    const left: (() => void)[] = [];
    waiting = left;
    isShared = true;
    try {
      beforeTimeout(sharedMilliseconds, () => performUntilLeft(items, perform, { done, left }));
    } finally {
      waiting = outer;
      isShared = false;
    }
    if (left.length === 0) break;
    for (const one of left) one();
  }
  return [...done, ...items.slice(done.length).map(perform)];
}

function performUntilLeft<I, T>(
  items: readonly I[],
  perform: (item: I) => T,
  { done, left }: { readonly done: T[]; readonly left: readonly unknown[] },
): void {
  for (const item of items.slice(done.length)) {
    const result = perform(item);
    if (left.length > 0) return;
    done.push(result);
  }
}

function onClock<T>(characters: () => number, perform: () => T): Finished<T> | undefined {
  let timeout = millisecondsFor(0);
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const clock = Date.now();
    const processor = process.cpuUsage();
    const finished = beforeTimeout(timeout, perform);
    if (finished !== undefined) return finished;
    const { user, system } = process.cpuUsage(processor);
    const used = (user + system) / 1000;
    const allowed = millisecondsFor(characters());
    if (used >= allowed) return undefined;
    timeout = (1.2 * allowed * (Date.now() - clock)) / Math.max(used, 1);
  }
  return undefined;
}

function beforeTimeout<T>(milliseconds: number, perform: () => T): Finished<T> | undefined {
  const done: Finished<T>[] = [];
  const { stackTraceLimit } = Error;
  stage.perform = () => {
    done.push({ value: perform() });
  };
  try {
    script.runInContext(context, { timeout: Math.ceil(milliseconds) });
  } catch (error) {
    if (!isTimeout(error)) throw error;
    // What is stopped does not tidy up after itself.
    Error.stackTraceLimit = stackTraceLimit;
  }
  return done[0];
}

function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
