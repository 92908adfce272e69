import type { Stack } from '../../../facts/stack.js';
import type { Problem } from '../../definition.js';

/** Functions that ship the folder of the whole repository as it is. */
export function* wholeRepository({ functions }: Stack): Iterable<Problem> {
  for (const fn of functions) {
    const isRoot = fn.codeRoot === '' || fn.codeRoot === '.';
    if (!isRoot || fn.packaging !== 'zip' || fn.shipsAlone !== undefined || fn.carries !== undefined) continue;
    const message = `${fn.id} ships the whole repository.`;
    yield { about: fn, at: fn.at, confidence: 'medium', message };
  }
}
