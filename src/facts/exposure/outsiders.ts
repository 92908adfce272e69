import type { Condition, Principal, ResourcePolicy } from '../../model/identity.js';
import type { Model } from '../../model/model.js';
import { isUnsaid, when } from '../../model/setting.js';
import { writeActionsOf } from '../events/writes.data.js';
import { matchesWildcard } from '../permissions/wildcard.js';
import { isMetByAnyone } from './pinning.js';

/** Conditions on these keys say how a caller comes, not who it is. */
const harmlessConditions = new Set(['aws:securetransport']);

const anyAccount = /^arn:(?:[^:]{1,30}|\$\{AWS::Partition\}):(?:iam|sts)::\*:/;

/** A principal that is everyone: `*` in any spelling, or someone of whatever account. */
export function isAnyone({ kind, term }: Principal): boolean {
  return kind === 'any' || (kind === 'account' && (term.text === '*' || anyAccount.test(term.text)));
}

/** A statement that lets everyone in, with no condition on who they are. Unread conditions count as conditions. */
export function letsAnyoneIn(policy: ResourcePolicy): boolean {
  if (policy.effect !== 'allow' || policy.conditionsOpen) return false;
  if ([policy.sourceArn, policy.sourceAccount, policy.organisation].some((setting) => !isUnsaid(setting))) return false;
  if (policy.conditions.some((one) => !isHarmless(one))) return false;
  return policy.exceptPrincipals || policy.principals.some(isAnyone);
}

function isHarmless(condition: Condition): boolean {
  return harmlessConditions.has(condition.key.toLowerCase()) || isMetByAnyone(condition);
}

/** Ids of the queues, topics, buses, buckets ... into which someone outside can put what they like, directly or through others. */
export function outsidersStores(model: Model, isOpenRoute: (id: string) => boolean): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...publicStores(model), ...storesBehind(model, isOpenRoute)];
  const leads = new Map(model.stores.map((store) => [store.id, store.leadsTo]));
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    waiting.push(...(leads.get(id) ?? []));
  }
  return reached;
}

/** Those into which anyone may put what they like without a detour. */
export function publicStores(model: Model): readonly string[] {
  const byAcl = model.stores.filter(
    ({ publicAccess }) =>
      publicAccess && publicAccess.ignores?.acls !== true && when(publicAccess.acl, (acl) => acl === 'write'),
  );
  const guarded = new Set(
    model.stores.flatMap(({ id, publicAccess }) => (publicAccess?.ignores?.statements === true ? [id] : [])),
  );
  const kinds = new Map(model.stores.map((store) => [store.id, store.store]));
  const byPolicy = model.resourcePolicies.flatMap((policy) => {
    const kind = kinds.get(policy.target ?? '');
    if (policy.target === undefined || kind === undefined || !letsAnyoneIn(policy)) return [];
    if (guarded.has(policy.target)) return [];
    const writes = writeActionsOf(kind).some((action) =>
      policy.actions.terms.some(({ text }) => matchesWildcard(text, action)),
    );
    return writes ? [policy.target] : [];
  });
  return [...byAcl.map(({ id }) => id), ...byPolicy];
}

function storesBehind(model: Model, isOpenRoute: (id: string) => boolean): readonly string[] {
  return model.routes.flatMap(({ id, store }) => (store !== undefined && isOpenRoute(id) ? [store] : []));
}
