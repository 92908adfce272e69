import type { Limits } from '../limits.data.js';
import type { Caller } from './call.js';
import { refusal } from './refusal.js';

const hour = 3_600_000;
const minute = 60_000;
const readPoints = 1;
const writePoints = 5;

interface Spending {
  used: number;
  resets: number;
  points: { readonly at: number; readonly cost: number }[];
  creations: number[];
}

export interface RateCounter {
  readonly headers: (limits: Limits, caller: Caller, resource: string) => Readonly<Record<string, string>>;
  /** Refuses a call that is over a limit. */
  readonly admit: (
    limits: Limits,
    caller: Caller,
    call: { readonly writes: boolean; readonly creates: boolean },
  ) => void;
  readonly charge: (caller: Caller) => void;
}

function keyOf(caller: Caller): string {
  return caller.kind === 'installation' ? String(caller.token.installation.id) : caller.kind;
}

function fresh(): Spending {
  return { used: 0, resets: Date.now() + hour, points: [], creations: [] };
}

function checkSecondary(limits: Limits, spending: Spending): void {
  const points = spending.points.reduce((sum, { cost }) => sum + cost, 0);
  const exceeded =
    points > limits.pointsPerMinute
      ? 'points per minute'
      : spending.creations.length > limits.creationsPerMinute
        ? 'content creation per minute'
        : undefined;
  if (exceeded === undefined) return;
  throw refusal(403, secondaryMessage, {
    headers: { 'retry-after': String(limits.secondaryRetrySeconds) },
    violation: 'secondary-rate-limit',
  });
}

export const secondaryMessage =
  'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';

/** Counts calls as GitHub does: per hour, and in points and creations per minute. */
export function rateCounter(): RateCounter {
  const spendings = new Map<string, Spending>();
  function of(caller: Caller): Spending {
    const known = spendings.get(keyOf(caller));
    const spending = known === undefined || known.resets <= Date.now() ? fresh() : known;
    spendings.set(keyOf(caller), spending);
    return spending;
  }
  return {
    headers(limits, caller, resource) {
      const { used, resets } = of(caller);
      return {
        'x-ratelimit-limit': String(limits.requestsPerHour),
        'x-ratelimit-remaining': String(Math.max(0, limits.requestsPerHour - used)),
        'x-ratelimit-used': String(used),
        'x-ratelimit-reset': String(Math.floor(resets / 1000)),
        'x-ratelimit-resource': resource,
      };
    },
    admit(limits, caller, call) {
      if (caller.kind !== 'installation') return;
      const spending = of(caller);
      if (spending.used >= limits.requestsPerHour) {
        throw refusal(403, 'API rate limit exceeded for installation.', { violation: 'primary-rate-limit' });
      }
      const now = Date.now();
      spending.points = spending.points.filter(({ at }) => at > now - minute);
      spending.creations = spending.creations.filter((at) => at > now - minute);
      spending.points.push({ at: now, cost: call.writes ? writePoints : readPoints });
      if (call.creates) spending.creations.push(now);
      checkSecondary(limits, spending);
    },
    charge(caller) {
      of(caller).used += 1;
    },
  };
}
