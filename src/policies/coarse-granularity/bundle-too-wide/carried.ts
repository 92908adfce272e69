import type { Stack } from '../../../facts/stack.js';
import { hasSensitive } from '../../../model/unneeded.js';
import type { Problem } from '../../definition.js';
import { listedIn, patternsFor } from '../../left-out.js';

/** Files that packages hold and no code needs, once for those that hold the same. */
export function* carriedFiles({ functions }: Stack): Iterable<Problem> {
  const told = new Set<string>();
  for (const fn of functions) {
    const { carries = [] } = fn;
    const names = carries.join(', ');
    if (carries.length === 0 || told.has(names)) continue;
    told.add(names);
    const others = functions.filter((one) => one !== fn && (one.carries ?? []).join(', ') === names).length;
    const whose = others === 0 ? `The package of ${fn.id}` : `The package of ${fn.id} and ${others} more`;
    yield {
      about: fn,
      at: fn.at,
      key: 'package',
      discriminator: 'carried',
      severity: hasSensitive(carries) ? 'medium' : 'low',
      message: `${whose} holds files that no code needs: ${names}.`,
      advice: leavingOut(fn.ignoreFile, carries),
    };
  }
}

function leavingOut(ignoreFile: string | undefined, files: readonly string[]): string {
  if (ignoreFile !== undefined) return listedIn(ignoreFile, files);
  const patterns = patternsFor(files).map((one) => `    - '!${one}'`);
  return `Leave them out, for example:\n\npackage:\n  patterns:\n${patterns.join('\n')}`;
}
