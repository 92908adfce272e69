import type { Telling } from './scope.js';
import type { Widening } from './widening.js';
import { listedIds, plainName, quoted } from './words.js';

/** What the situation has to be, or no longer has to be. */
export function conditionsOf({ answer, keys = [] }: Widening, { direction }: Telling): string {
  if (answer.kind !== 'more' || keys.length === 0) return '';
  const branches = keys.filter((key) => key.startsWith('branch ')).map((key) => `, in ${plainName(key)}`);
  const others = keys.filter((key) => !key.startsWith('branch ')).map(quoted);
  if (others.length === 0) return branches.join('');
  const conditions = `the ${others.length === 1 ? 'condition' : 'conditions'} on ${listedIds(others)}`;
  const verb = others.length === 1 ? ['refused', 'allows'] : ['refused', 'allow'];
  if (answer.verdict === 'new') return `, subject to ${conditions}${branches.join('')}`;
  return direction === 'newly'
    ? `, where ${conditions} ${verb[0]} it before${branches.join('')}`
    : `, except where ${conditions} ${verb[1]} it${branches.join('')}`;
}
