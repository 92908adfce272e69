import { originValue } from '../tables/registrars.js';
import { asking, ownHosts } from '../tables/third-parties.data.js';
import { runCallbacks, type Site } from './calls.js';
import { join } from './joining.js';
import { nothing, type Value } from './value.js';

/** What another system answers is of others too, though nobody knows whether they mean harm. */
export function answeredBy({ symbol = '', text, expression, arguments: given }: Site): Value | undefined {
  if (!asking.test(symbol)) return undefined;
  const [first, second] = given;
  const { constant, pieces } = (symbol.endsWith('.request') && second ? second : first)?.value ?? nothing;
  const written = typeof constant === 'string' ? constant : typeof pieces?.[0] === 'string' ? pieces[0] : '';
  if (!/^https?:\/\/[^/]+/.test(written) || ownHosts.test(written)) return undefined;
  const { taints } = originValue({ kind: 'third party', name: `${text}()` }, expression.at);
  return { taints: taints.map((taint) => ({ ...taint, confidence: 'low' })) };
}

/** `new Promise((resolve) => resolve(value))`, and a plugin of Fastify: functions that are called at once with what is known. */
export function promisedBy(site: Site): Value | undefined {
  const { symbol = '', expression, frame, arguments: given, receiver } = site;
  const { resolved } = frame.machine;
  if (symbol === resolving) {
    resolved.at(-1)?.push(given[0]?.value ?? nothing);
    return nothing;
  }
  if (/^(?:fastify(?:\.fastify)?)\(\)\.register$/.test(symbol) && receiver) {
    runCallbacks(site, [{ taints: [], symbol: 'fastify()' }]);
    return receiver;
  }
  if (symbol !== 'Promise' || !expression.creates) return undefined;
  resolved.push([]);
  runCallbacks(site, [
    { taints: [], symbol: resolving },
    { taints: [], symbol: 'Promise().reject' },
  ]);
  return (resolved.pop() ?? []).reduce(join, nothing);
}

const resolving = 'Promise().resolve';
