import type { Stack } from '../../../facts/stack.js';
import type { ResourcePolicy } from '../../../model/identity.js';
import type { Literal } from '../../../model/literal.js';
import type { Store } from '../../../model/store.js';
import { type ProposedFix, proposeFix } from '../../definition.js';

const ownAccount: Literal = { joined: [{ pseudo: 'account' }] };

/**
 * Binds a statement for everyone to the one sender that the stack declares, otherwise to the own account. A bucket's
 * ARN is not used: the bucket refers to the queue or topic, so the template would go in circles.
 */
export function pinCallers(policy: ResourcePolicy, stack: Stack): ProposedFix | undefined {
  const [sender, ...others] = sendersOf(policy.target, stack);
  if (sender !== undefined) {
    if (others.length > 0) return undefined;
    const viaArn = sender.store !== 'bucket' && sender.arn !== undefined;
    const edits = viaArn
      ? policy.addCondition('ArnEquals', 'aws:SourceArn', sender.arn.self)
      : policy.addCondition('StringEquals', 'aws:SourceAccount', ownAccount);
    return proposeFix(
      'parameter',
      edits,
      `After this edit only ${viaArn ? sender.id : 'buckets of this account'} can use it.`,
    );
  }
  const edits = policy.permission
    ? policy.sourceAccount.kind === 'absent'
      ? policy.sourceAccount.write(ownAccount)
      : undefined
    : policy.addCondition('StringEquals', 'aws:PrincipalAccount', ownAccount);
  return proposeFix('breaking', edits, 'After this edit only principals of this account can use it.');
}

function sendersOf(target: string | undefined, { stores, triggers }: Stack): readonly Store[] {
  if (target === undefined) return [];
  const sources = new Set(triggers.filter((trigger) => trigger.function === target).map(({ source }) => source));
  return stores.filter(({ id, leadsTo }) => leadsTo.includes(target) || sources.has(id));
}
