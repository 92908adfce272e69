import type { FunctionCode, StackCode } from '../../../code/stack-code.js';
import { takesEveryPath } from '../../../facts/exposure/routes.js';
import type { PolicyContext } from '../../context.js';
import type { Problem } from '../../definition.js';

/** Services that one function still calls for one purpose. */
const manyServices = 8;

/** Functions whose code calls many services, or serves many routes behind one that takes every path. */
export function* manyThings(code: StackCode, { defaults }: PolicyContext): Iterable<Problem> {
  for (const one of code.functions) {
    const { function: fn } = one;
    const says = servicesOf(fn.id, code) ?? innerRoutes(one, code, defaults.maxRoutesPerFunction);
    if (says === undefined) continue;
    yield {
      about: fn,
      at: fn.at,
      severity: 'low',
      confidence: 'medium',
      message: `${fn.id} ${says}.`,
      discriminator: 'code',
    };
  }
}

function servicesOf(id: string, { needs }: StackCode): string | undefined {
  const actions = [...(needs(id)?.actions.keys() ?? [])];
  const services = [...new Set(actions.map((action) => action.slice(0, action.indexOf(':'))))].sort();
  return services.length < manyServices ? undefined : `calls ${services.length} services: ${services.join(', ')}`;
}

function innerRoutes(
  { function: { id }, started }: FunctionCode,
  { stack }: StackCode,
  most: number,
): string | undefined {
  const isBehindAll = stack.routes.some((route) => route.function === id && takesEveryPath(route));
  const count = isBehindAll ? started().length : 0;
  return count < most ? undefined : `routes requests to ${count} handlers by itself`;
}
