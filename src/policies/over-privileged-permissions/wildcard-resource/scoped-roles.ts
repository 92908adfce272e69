import { serviceOfNamed } from '../../../facts/iam/named.js';
import { confidenceOf } from '../../../facts/permissions/grants.js';
import { principalOf, weighedFor } from '../../../facts/permissions/principals.js';
import type { Stack } from '../../../facts/stack.js';
import type { NamedPolicy } from '../../../model/identity.js';
import type { Problem } from '../../definition.js';

/** Cloud roles bound at a project or subscription although the stack declares the one thing that is meant. */
export function* scopedRoles(stack: Stack): Iterable<Problem> {
  const { roles, stores } = stack;
  for (const role of roles) {
    for (const policy of role.named) {
      const service = serviceOfNamed(policy);
      const [store, ...others] = stores.filter((candidate) => candidate.service === service);
      if (service === undefined || store === undefined || others.length > 0) continue;
      yield {
        about: role,
        at: policy.at,
        message: `${principalOf(role)} is granted ${policy.name} on the whole ${reachOf(policy)} instead of on ${store.id} only.`,
        severity: weighedFor(stack, role, /reader|viewer|user$/i.test(policy.name) ? 'medium' : 'high'),
        confidence: confidenceOf(policy),
        discriminator: policy.name,
      };
    }
  }
}

/** As the cloud calls it: Google has projects and organisations, Azure groups and subscriptions. */
function reachOf({ name, scope }: NamedPolicy): string {
  if (name.startsWith('roles/')) return scope ?? 'project';
  return scope === 'organisation' ? 'management group' : 'resource group or subscription';
}
