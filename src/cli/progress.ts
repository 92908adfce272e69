/** Where progress is shown: a terminal, or nothing. */
interface Terminal {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

/** How far a run is. */
export interface Progress {
  /** One more stack is done. */
  readonly step: () => void;
  /** Takes the line away. */
  readonly end: () => void;
}

/** Nobody is shown progress who asked for quiet. */
export function progressFor({ quiet }: { readonly quiet?: boolean }): Progress {
  return startProgress(quiet === true ? { write: () => undefined } : process.stderr);
}

/** Milliseconds before which nobody wonders. */
const patience = 1000;
const betweenLines = 100;
const clearLine = '\r\u001b[K';

/** One line on a terminal that counts the stacks of a run that takes longer than a second. */
export function startProgress(terminal: Terminal, now: () => number = Date.now): Progress {
  let stacks = 0;
  let next = now() + patience;
  let isShown = false;
  return {
    step() {
      stacks += 1;
      if (terminal.isTTY !== true || now() < next) return;
      next = now() + betweenLines;
      isShown = true;
      terminal.write(`${clearLine}${stacks} ${stacks === 1 ? 'stack' : 'stacks'} judged`);
    },
    end() {
      if (isShown) terminal.write(clearLine);
    },
  };
}
