import type { Model } from '../../model/model.js';
import { dollars } from './bound.js';
import { type FunctionCost, functionCosts } from './function-cost.js';
import { otherCosts } from './other-costs.js';

/** What callers from outside can newly make a function or a queue cost, or no longer can. Plain data. */
export interface CostChange {
  readonly function: string;
  /** Dollars an hour; null where no limit is known, or where nobody outside could call it before. */
  readonly before: number | null;
  readonly after: number | null;
  readonly sentence: string;
  readonly weight: number;
}

const payers: Readonly<Record<string, string>> = {
  anyone: 'Unauthenticated callers',
  'key holders': 'Holders of an API key',
  'signed-in users': 'Any signed-in user',
};

/** Functions whose bound a change moved. `base` goes by head's names. */
export function costChanges(base: Model | undefined, head: Model): readonly CostChange[] {
  const before = new Map(base === undefined ? [] : allCosts(base).map((cost) => [cost.function, cost]));
  return allCosts(head).flatMap((now) => {
    const then = before.get(now.function);
    if (then !== undefined && cents(then.bound) === cents(now.bound)) return [];
    const was = then === undefined ? '' : ` (before: ${amount(then.bound)})`;
    const what =
      now.bound === undefined
        ? `make ${wayOf(now)} cost without a ${now.counted === 'compute' ? 'bound that this stack sets' : 'known bound'}`
        : `make ${wayOf(now)} cost ${amount(now.bound)} an hour in ${now.counted}`;
    const isMore =
      then !== undefined && (now.bound ?? Number.POSITIVE_INFINITY) > (then.bound ?? Number.POSITIVE_INFINITY);
    return [
      {
        function: now.function,
        before: then?.bound ?? null,
        after: now.bound ?? null,
        sentence: `${payers[now.caller] ?? 'Callers'} can ${what}${was}.`,
        weight: isMore ? 1_020 : 200,
      },
    ];
  });
}

function allCosts(model: Model): readonly FunctionCost[] {
  return [...functionCosts(model).values(), ...otherCosts(model).values()];
}

function cents(bound: number | undefined): number | undefined {
  return bound === undefined ? undefined : Math.round(bound * 100);
}

function amount(bound: number | undefined): string {
  return bound === undefined ? 'no bound' : `up to ${dollars(bound)}`;
}

/** `\`GET /img\` of Api`. */
function wayOf({ through }: FunctionCost): string {
  return through.replace(/^call /, '');
}
