import type { Stack } from '../../../facts/stack.js';
import type { Resource } from '../../../model/resource.js';
import { type Setting, when } from '../../../model/setting.js';
import type { Problem } from '../../definition.js';

interface Encrypted extends Resource {
  readonly ownKey?: () => Setting<boolean>;
}

/** The sub-check `customer-key`, which only the profile `strict` asks for: data under a key that the provider manages. */
export function* providersKeys({ stores, logGroups, functions }: Stack): Iterable<Problem> {
  for (const store of stores) yield* keyProblem(store, 'is encrypted');
  for (const group of logGroups) yield* keyProblem(group, 'is encrypted');
  for (const fn of functions.filter(({ environment }) => environment.length > 0))
    yield* keyProblem(fn, 'has its variables encrypted');
}

function* keyProblem(about: Encrypted, says: string): Iterable<Problem> {
  const match = about.ownKey && when(about.ownKey(), (own) => !own, { absent: true });
  if (!match) return;
  yield {
    about,
    at: match.at,
    severity: 'low',
    confidence: match.confidence,
    strictOnly: true,
    discriminator: 'customer-key',
    message: `${about.id} ${says} with a key of the provider, not with one of your own.`,
    advice: 'Name a customer managed key, and admit those who read and write the data in its policy.',
  };
}
