import type { FunctionCode } from '../../../code/stack-code.js';
import type { Stack } from '../../../facts/stack.js';
import type { Authorizer } from '../../../model/api.js';
import { known } from '../../../model/setting.js';
import type { Problem } from '../../definition.js';

/** Authorizers that a function is, and whose answers are kept. */
function keptOf({ function: { id } }: FunctionCode, { apis }: Stack): readonly Authorizer[] {
  return apis.flatMap(({ authorizers }) => authorizers.filter((one) => one.function === id && one.isKept === true));
}

/** An authorizer of several routes that decides by them, and whose answers are kept. */
export function isShared(fn: FunctionCode, stack: Stack): boolean {
  const names = new Set(keptOf(fn, stack).map(({ name }) => name));
  const guarded = stack.routes.filter(({ auth }) => names.has(known(auth)?.authorizer ?? ''));
  const { names: named, texts } = fn.mentions();
  return guarded.length >= 2 && [...named, ...texts.map(({ value }) => value)].some((one) => ofRoute.test(one));
}

const ofRoute = /^(?:httpMethod|routeKey|rawPath|resourcePath)$/;

/** Names of headers that say who is calling, or for whom. */
const ofCaller =
  /^(?:authorization|cookie|x-[a-z0-9-]{0,60}(?:token|api-?key|secret|signature|tenant|user|account|customer|organi[sz]ation|role)(?:-[a-z0-9]{1,20})?)$/i;

/** Authorizers that look at a header by which their answers are not kept: what one caller is answered holds for others. */
export function* keptProblems(fn: FunctionCode, stack: Stack): Iterable<Problem> {
  for (const { name, at, keptBy } of keptOf(fn, stack)) {
    if (keptBy === undefined) continue;
    const missed = [...fn.mentions().headers].filter((one) => ofCaller.test(one) && !keptBy.includes(one)).sort();
    if (missed.length === 0) continue;
    yield {
      about: fn.function,
      at,
      severity: 'medium',
      confidence: 'medium',
      message: `${fn.function.id} looks at the header ${missed.map((one) => `\`${one}\``).join(', ')}, but ${name} keeps its answers without it.`,
      advice: 'Name the header in the identity source too, or keep no answers.',
      discriminator: `kept ${missed.join(' ')}`,
    };
  }
}
