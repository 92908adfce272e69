/** One task at a time. Those that somebody outside waits for go before the others. */
export interface Line {
  readonly enter: (task: () => Promise<void>, isAwaited: boolean) => void;
}

/**
 * Between two tasks the thread looks who else has come: statements of the embedded database follow each other without
 * a turn of the event loop, and what is in line would all be done before anybody is heard.
 */
export function createLine(): Line {
  const [awaited, others]: readonly [(() => Promise<void>)[], (() => Promise<void>)[]] = [[], []];
  let isBusy = false;
  const run = async () => {
    if (isBusy) return;
    isBusy = true;
    for (let task = awaited.shift() ?? others.shift(); task !== undefined; task = awaited.shift() ?? others.shift()) {
      await task();
      await new Promise(setImmediate);
    }
    isBusy = false;
  };
  return {
    enter: (task, isAwaited) => {
      (isAwaited ? awaited : others).push(task);
      void run();
    },
  };
}
