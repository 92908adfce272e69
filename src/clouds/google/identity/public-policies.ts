import type { Route } from '../../../model/api.js';
import type { ResourcePolicy } from '../../../model/identity.js';
import { type GoogleStack, ofAsset } from '../google-stack.js';
import { type GoogleBinding, isEverybody, isInvoker } from './google-bindings.js';
import { openPolicy, targetKinds } from './open-policies.js';

/** Bindings of everybody on what holds data, and on functions and buckets that are judged by nothing else. */
export function publicPolicies(stack: GoogleStack, routes: readonly Route[]): readonly ResourcePolicy[] {
  // Those of the first generation have an address only if requests start them.
  const first = ofAsset(stack, 'cloudfunctions.googleapis.com/CloudFunction').map(({ id }) => id);
  const judged: Judged = {
    buckets: new Set(ofAsset(stack, 'storage.googleapis.com/Bucket').map(({ id }) => id)),
    routed: new Set([...routes.map((route) => route.function), ...first]),
  };
  const open = stack.bindings.filter(({ member, narrowed }) => isEverybody(member) && !narrowed);
  return open.flatMap((binding) => {
    const targetKind = targetKinds.get(binding.scope) ?? kindElsewhere(binding, judged);
    return targetKind === undefined ? [] : [openPolicy(binding, targetKind)];
  });
}

interface Judged {
  readonly buckets: ReadonlySet<string>;
  readonly routed: ReadonlySet<string | undefined>;
}

/** Functions with an address are judged by their routes, buckets by their access. Other roles on a function show how it is set. */
function kindElsewhere(
  { scope, role, on = '' }: GoogleBinding,
  { buckets, routed }: Judged,
): ResourcePolicy['targetKind'] | undefined {
  if (scope === 'storage.googleapis.com/Bucket') return buckets.has(on) ? undefined : 'bucket';
  if (!/^(?:cloudfunctions|run)\.googleapis\.com\/|^serving\.knative\.dev\//.test(scope)) return undefined;
  return routed.has(on) && isInvoker(role) ? undefined : 'function';
}
