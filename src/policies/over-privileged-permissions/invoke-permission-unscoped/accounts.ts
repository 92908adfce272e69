import { isPinned, nameOf, targetOf } from '../../../facts/exposure/pinning.js';
import type { ResourcePolicy } from '../../../model/identity.js';
import type { Problem } from '../../definition.js';

const account = /^(?:arn:aws[\w-]*:iam::)?(\d{12})(?::root)?$/;

/** Whole accounts by number that may invoke a function, with no organisation to which they must belong. */
export function* foreignAccounts(policy: ResourcePolicy): Iterable<Problem> {
  if (policy.effect !== 'allow' || !policy.permission || policy.targetKind !== 'function' || isPinned(policy)) return;
  for (const { kind, term } of policy.principals) {
    const number = kind === 'account' ? account.exec(term.text)?.[1] : undefined;
    if (number === undefined) continue;
    yield {
      about: policy,
      at: term.at,
      message: `${nameOf(policy)} allows account ${number} to invoke ${targetOf(policy, 'its target')}.`,
      severity: 'medium',
      confidence: 'low',
      discriminator: number,
    };
  }
}
