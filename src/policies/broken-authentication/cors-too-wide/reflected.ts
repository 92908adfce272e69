import type { FunctionCode, StackCode } from '../../../code/stack-code.js';
import type { Stack } from '../../../facts/stack.js';
import { spanKey } from '../../../model/span.js';
import type { Problem } from '../../definition.js';
import { flowProblems } from '../../flow-problems.js';
import { readable } from './credentials.js';
import { settlesOrigins } from './open-origins.js';

/** Code that answers each site with its own name and lets it send the cookies of its visitors. */
export function reflectedOrigins(code: StackCode): Iterable<Problem> {
  const functions = code.functions.filter((fn) => !isOverridden(fn, code.stack)).map(oncePerSource);
  return flowProblems(
    { ...code, functions },
    {
      dangers: ['origin'],
      severity: () => 'high',
      message: (_, name) => `${name} ${readable}`,
    },
  );
}

/** What stands before it has CORS settings of its own: those of the code have no effect then. */
function isOverridden({ function: { id } }: FunctionCode, { apis, routes, urls }: Stack): boolean {
  const own = routes.filter((route) => route.function === id);
  const addresses = urls.filter((url) => url.function === id);
  const settling = new Set(apis.filter(settlesOrigins).map((api) => api.id));
  const isSettled =
    own.every(({ api }) => settling.has(api ?? '')) && addresses.every(({ cors }) => cors !== undefined);
  return own.length + addresses.length > 0 && isSettled;
}

/** A handler that answers in several places answers in all of them alike. */
function oncePerSource(fn: FunctionCode): FunctionCode {
  const told = new Set<string>();
  const flows = fn.flows.filter(({ danger, source }) => {
    if (danger !== 'origin' || source === undefined) return true;
    const key = spanKey(source.at);
    if (told.has(key)) return false;
    told.add(key);
    return true;
  });
  return { ...fn, flows };
}
