/** A place at work. */
export interface Permit {
  /** Leaves the place to others for some milliseconds, then waits for one again. */
  readonly rest: (milliseconds: number) => Promise<void>;
  readonly release: () => void;
}

/** Who works at the same time. Waiting for GitHub's pace is no work: it leaves the place to others. */
export interface Permits {
  /** True if this installation could begin at once. */
  readonly isFree: (installation: number) => boolean;
  /** True if nobody could. */
  readonly isFull: () => boolean;
  readonly take: (installation: number) => Promise<Permit>;
}

interface Applicant {
  readonly installation: number;
  readonly admit: () => void;
}

interface Places {
  readonly most: number;
  /** How many places each installation has. */
  readonly working: Map<number, number>;
  readonly waiting: Applicant[];
  readonly onFree: () => void;
}

/**
 * `most` places for anybody, and one beyond them for an installation that has none: whatever fills the others, a
 * neighbour's pull request does not wait for it. Of those who wait the first that may comes first.
 */
export function createPermits(most: number, onFree: () => void): Permits {
  const places: Places = { most, working: new Map(), waiting: [], onFree };
  return {
    isFree: (installation) => mayEnter(places, installation),
    isFull: () => taken(places) > most,
    take: async (installation) => {
      await enter(places, installation);
      return permitOf(places, installation);
    },
  };
}

function permitOf(places: Places, installation: number): Permit {
  let isInside = true;
  let resting: Promise<void> | undefined;
  const step = () => {
    if (isInside) leave(places, installation);
    isInside = false;
  };
  const back = async () => {
    await enter(places, installation);
    isInside = true;
    resting = undefined;
  };
  return {
    release: step,
    rest: async (milliseconds) => {
      step();
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      if (isInside) return;
      resting ??= back();
      await resting;
    },
  };
}

function taken({ working }: Places): number {
  return [...working.values()].reduce((sum, one) => sum + one, 0);
}

function mayEnter(places: Places, installation: number): boolean {
  const now = taken(places);
  return now < places.most || (now === places.most && !places.working.has(installation));
}

function enter(places: Places, installation: number): Promise<void> {
  return new Promise((admit) => {
    if (mayEnter(places, installation)) place(places, { installation, admit });
    else places.waiting.push({ installation, admit });
  });
}

function place({ working }: Places, { installation, admit }: Applicant): void {
  working.set(installation, (working.get(installation) ?? 0) + 1);
  admit();
}

function leave(places: Places, installation: number): void {
  const { working, waiting, onFree } = places;
  const left = (working.get(installation) ?? 1) - 1;
  if (left > 0) working.set(installation, left);
  else working.delete(installation);
  const next = waiting.findIndex((one) => mayEnter(places, one.installation));
  if (next < 0) onFree();
  else for (const one of waiting.splice(next, 1)) place(places, one);
}
