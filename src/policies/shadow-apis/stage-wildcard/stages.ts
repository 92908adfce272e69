import type { Stack } from '../../../facts/stack.js';
import { known } from '../../../model/setting.js';
import type { Problem } from '../../definition.js';

const leftovers = new Set(['test', 'dev', 'v0', 'old', 'Stage']);

/** Stages named for trying things, beside another one of a stack that is not itself for trying things. */
export function* leftoverStages({ apis, environment }: Stack): Generator<Problem> {
  if (environment !== 'production') return;
  for (const api of apis) {
    const names = api.stages.map(({ name }) => known(name));
    if (!names.some((name) => name !== undefined && !leftovers.has(name))) continue;
    for (const { name, at } of api.stages) {
      const leftover = known(name);
      if (leftover === undefined || !leftovers.has(leftover)) continue;
      yield {
        about: api,
        at,
        discriminator: leftover,
        message: `${api.id} has a stage named ${leftover} in production.`,
        confidence: 'medium',
      };
    }
  }
}
