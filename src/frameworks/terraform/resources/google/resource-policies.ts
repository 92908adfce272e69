import { isEverybody, isInvoker } from '../../../../clouds/google/bindings.js';
import { openPolicy, targetKinds } from '../../../../clouds/google/open-policies.js';
import type { ResourcePolicy } from '../../../../model/identity.js';
import type { Resource } from '../../../../model/resource.js';
import { declarationOf, type Mapping } from '../cloud.js';
import type { Binding } from './bindings.js';

/** Bindings of everybody on what holds data, and on functions and buckets that are judged by nothing else. `routed`: by routes. */
export function googlePolicies(
  mapping: Mapping,
  bindings: readonly Binding[],
  routed: ReadonlySet<string | undefined>,
): readonly ResourcePolicy[] {
  const buckets = new Set(mapping.resources.ofType('google_storage_bucket').map(({ instance }) => instance.id));
  const judged = { buckets, routed };
  const open = bindings.filter(({ member, narrowed }) => isEverybody(member) && !narrowed);
  return open.flatMap((binding) => {
    const targetKind = targetKinds.get(binding.scope) ?? kindElsewhere(binding, judged);
    return targetKind === undefined ? [] : [openPolicy(resourceOf(binding), binding, targetKind)];
  });
}

interface Judged {
  readonly buckets: ReadonlySet<string>;
  readonly routed: ReadonlySet<string | undefined>;
}

/** Functions with an address are judged by their routes, buckets by their access. Other roles on a function show how it is set. */
function kindElsewhere(
  { scope, role, on = '' }: Binding,
  { buckets, routed }: Judged,
): ResourcePolicy['targetKind'] | undefined {
  if (scope === 'storage_bucket') return buckets.has(on) ? undefined : 'bucket';
  if (!/^cloud_?(?:functions|run)/.test(scope)) return undefined;
  return routed.has(on) && isInvoker(role) ? undefined : 'function';
}

function resourceOf({ declared, alone, role, member = '*' }: Binding): Resource {
  return { ...declarationOf(declared), id: alone ? declared.id : `${declared.id}/${role}/${member}` };
}
