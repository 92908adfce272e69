import type { Grant } from '../../model/identity.js';
import type { Literal } from '../../model/literal.js';
import type { Edit } from '../../model/span.js';
import type { Store, StoreKind } from '../../model/store.js';
import { actionsByResourceType } from '../iam/resource-types.data.js';
import { readAction } from './grants.js';

/** How the resource types of IAM name a store of a kind: the store itself, and what is inside. */
const types: ReadonlyMap<StoreKind, { readonly self: string; readonly inside?: string }> = new Map([
  ['table', { self: 'table', inside: 'index' }],
  ['bucket', { self: 'bucket', inside: 'object' }],
  ['queue', { self: 'queue' }],
  ['topic', { self: 'topic' }],
  ['stream', { self: 'stream' }],
  ['delivery-stream', { self: 'deliverystream' }],
  ['bus', { self: 'event-bus' }],
  ['state-machine', { self: 'statemachine' }],
  ['secret', { self: 'Secret' }],
  ['parameter', { self: 'parameter' }],
  ['key', { self: 'key' }],
]);

/**
 * Binds a statement to the one store of a service that the stack declares. Undefined if there is none or more than one,
 * or if an action of the statement would stop working on it.
 */
export function narrowToOnlyStore(
  grant: Grant,
  service: string,
  stores: readonly Store[],
): readonly Edit[] | undefined {
  const [store, ...others] = stores.filter((candidate) => candidate.service === service);
  if (store?.arn === undefined || others.length > 0 || grant.actions.open) return undefined;
  if (grant.resources.open || grant.resources.terms.length !== 1) return undefined;
  const forms = formsFor(namesOf(grant, service), store);
  return forms && grant.resources.write(forms);
}

/** The same for the stores of a service that the code of a grant's holders names; undefined if one has no form of an ARN. */
export function narrowToStores(grant: Grant, service: string, stores: readonly Store[]): readonly Edit[] | undefined {
  if (stores.length === 0 || grant.actions.open || grant.resources.open || grant.resources.terms.length !== 1)
    return undefined;
  const names = namesOf(grant, service);
  const forms = stores.map((store) => (store.service === service ? formsFor(names, store) : undefined));
  const known = forms.flatMap((one) => one ?? []);
  return forms.includes(undefined) ? undefined : grant.resources.write(known);
}

/** The names of the actions, if every one is fully known and of the service. */
function namesOf(grant: Grant, service: string): readonly string[] | undefined {
  const actions = grant.actions.terms.map(readAction);
  const complete = actions.every((action) => action?.service === service && action.facts.length > 0);
  return complete ? actions.flatMap((action) => action?.facts.map(({ name }) => name) ?? []) : undefined;
}

/** The store, what is inside it, or both: as the actions accept. Undefined if one accepts neither. */
function formsFor(
  names: readonly string[] | undefined,
  { store, service, arn }: Store,
): readonly Literal[] | undefined {
  const type = types.get(store);
  if (names === undefined || type === undefined || arn === undefined) return undefined;
  const accepts = (name: string | undefined) => new Set(actionsByResourceType.get(service)?.[name ?? '']?.split(' '));
  const [self, inside] = [accepts(type.self), accepts(type.inside)];
  if (!names.every((name) => self.has(name) || (inside.has(name) && arn.inside !== undefined))) return undefined;
  const needsSelf = names.some((name) => self.has(name));
  const needsInside = arn.inside !== undefined && names.some((name) => inside.has(name));
  return [...(needsSelf ? [arn.self] : []), ...(needsInside && arn.inside !== undefined ? [arn.inside] : [])];
}
