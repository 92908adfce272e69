/** Whether this process can do its work, and if not, why: one sentence for each thing that is missing. */
export type Readiness = () => Promise<readonly string[]>;

export interface ReadinessSources {
  /** Rejects when the store does not answer. */
  readonly probe: () => Promise<void>;
  /** Asks GitHub who the app is; rejects when GitHub does not know it, or is not there. */
  readonly identify: () => Promise<unknown>;
  readonly isStopping: () => boolean;
}

/** Milliseconds until no answer counts as a bad one, and for which GitHub's good answer holds. */
const patience = 2000;
const identityHolds = 300_000;

/**
 * The store has to answer now. GitHub has to have known the app once: while GitHub is away afterwards, webhooks are
 * still taken in and wait.
 */
export function createReadiness({ probe, identify, isStopping }: ReadinessSources): Readiness {
  let identified: { readonly at: number; readonly isKnown: boolean } | undefined;
  const isKnown = async (): Promise<boolean> => {
    if (identified?.isKnown && Date.now() - identified.at < identityHolds) return true;
    try {
      await within(identify());
      identified = { at: Date.now(), isKnown: true };
    } catch (error) {
      const isRefused = typeof error === 'object' && error !== null && 'status' in error && error.status === 401;
      if (isRefused) identified = { at: Date.now(), isKnown: false };
    }
    return identified?.isKnown === true;
  };
  const answersProbe = () =>
    within(probe()).then(
      () => true,
      () => false,
    );
  return async () => {
    if (isStopping()) return ['The process is stopping.'];
    const [isStored, isIdentified] = await Promise.all([answersProbe(), isKnown()]);
    return [
      ...(isStored ? [] : ['The store does not answer.']),
      ...(isIdentified ? [] : ['GitHub has not confirmed APP_ID and PRIVATE_KEY.']),
    ];
  };
}

async function within(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('No answer in time.')), patience);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
