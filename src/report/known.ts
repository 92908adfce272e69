import { problemsOf } from '../findings/problems.js';
import type { Sorted } from './check-source.js';
import { code, count, prose } from './markdown.js';

/** Renamed things that are named; more are counted. */
const mostNamed = 4;

/** What the change makes less bad: told once, in the words of what is left. */
export function improvedOf({ existing }: Sorted): readonly string[] {
  const better = existing.filter(({ status }) => status === 'improved');
  const [first, ...others] = better;
  if (first === undefined) return [];
  const rest = others.length === 0 ? '' : ` The same holds for ${count(others.length, 'more problem')}.`;
  return [`Better than before, and not fixed: ${prose(first.message)}${rest}`];
}

/** Problems that were there and go by another name now: the change did not cause them, and the author sees why. */
export function movedOf({ existing }: Sorted): readonly string[] {
  const moved = existing.filter(({ formerly }) => formerly !== undefined);
  if (moved.length === 0) return [];
  const names = [...new Set(moved.map(({ formerly = '', resource }) => `${code(formerly)} → ${code(resource)}`))];
  const more = names.length > mostNamed ? ` and ${count(names.length - mostNamed, 'more name')}` : '';
  return [
    `${count(problemsOf(moved).length, 'known problem')} moved with ${names.slice(0, mostNamed).join(', ')}${more}.`,
  ];
}
