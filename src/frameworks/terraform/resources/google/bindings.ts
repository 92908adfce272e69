import type { GoogleBinding } from '../../../../clouds/google/bindings.js';
import { termOf } from '../../../../clouds/values/terms.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../../model/value.js';
import { type Declared, declaredOf, type Mapping, property, same } from '../cloud.js';
import { block, document, type Fields } from '../field.js';
import { defaultAccountIn } from './default-accounts.js';

/** A binding with what only Terraform says of it. */
export interface Binding extends GoogleBinding {
  readonly declared: Declared;
  /** The role of the stack's own, if it is one. */
  readonly custom: string | undefined;
  /** The service account of the stack, if it is one; otherwise the address of one that is elsewhere. */
  readonly account: string | undefined;
  /** The only one in its resource, so that removing the resource removes it alone. */
  readonly alone: boolean;
}

const scopes = [
  'project',
  'folder',
  'organization',
  'cloudfunctions_function',
  'cloudfunctions2_function',
  'cloud_run_service',
  'cloud_run_v2_service',
  'cloud_run_v2_job',
  'storage_bucket',
  'storage_managed_folder',
  'pubsub_topic',
  'pubsub_subscription',
  'secret_manager_secret',
  'kms_crypto_key',
  'kms_key_ring',
  'service_account',
  'bigquery_dataset',
  'bigquery_table',
  'artifact_registry_repository',
] as const;

const links = [
  'cloud_function',
  'function',
  'service',
  'name',
  'bucket',
  'topic',
  'subscription',
  'secret_id',
  'crypto_key_id',
  'key_ring_id',
  'service_account_id',
  'dataset_id',
  'table_id',
  'repository',
];

const fields: Fields = {
  ...same('role', 'member', 'members', ...links),
  policy_data: document('policy_data'),
  condition: block('condition', same('expression')),
};

/** Everything that binds a member to a role: single members, lists of them, whole policies. */
export function bindingsOf(mapping: Mapping): readonly Binding[] {
  return scopes.flatMap((scope) => {
    const types = ['member', 'binding', 'policy'].map((form) => [`google_${scope}_iam_${form}`, fields] as const);
    const named = namesIn(mapping, scope);
    return declaredOf(mapping, Object.fromEntries(types)).flatMap((declared) =>
      bindingsIn(declared, scope).map((binding) => ({ ...binding, on: binding.on ?? namedIn(declared, named) })),
    );
  });
}

/** Services by their literal names. A function of the second generation is a service as well. */
function namesIn({ resources }: Mapping, scope: string): ReadonlyMap<string, string> {
  const isService = scope === 'cloud_run_service' || scope === 'cloud_run_v2_service';
  const types = isService ? [...services, 'google_cloudfunctions2_function'] : [`google_${scope}`];
  const all = types.flatMap((type) => resources.ofType(type));
  return new Map(
    all.flatMap(({ instance, body }) => {
      const name = textOf(valueAt(body, 'name'));
      return name === undefined ? [] : [[name, instance.id] as const];
    }),
  );
}

const services = ['google_cloud_run_service', 'google_cloud_run_v2_service'];

function namedIn(declared: Declared, named: ReadonlyMap<string, string>): string | undefined {
  return links.flatMap((link) => named.get(textOf(property(declared, link)) ?? '') ?? [])[0];
}

/** The address of a service account that is declared elsewhere. */
function addressIn(member: string): string | undefined {
  return defaultAccountIn(member) ?? /^serviceAccount:([^$]+@[^$]+)$/.exec(member)?.[1];
}

function bindingsIn(declared: Declared, scope: string): readonly Binding[] {
  const data = property(declared, 'policy_data');
  const policies = ['binding', 'bindings'].flatMap((key) => itemsOf(valueAt(data, key)));
  const own = declared.section.map;
  return [own, ...policies].flatMap((one) => membersIn(declared, scope, one));
}

function membersIn(declared: Declared, scope: string, map: Value | undefined): readonly Binding[] {
  const role = valueAt(map, 'role');
  const single = valueAt(map, 'member');
  const members = single === undefined ? itemsOf(valueAt(map, 'members')) : [single];
  if (role === undefined) return [];
  return members.map((value) => {
    const term = termOf(value);
    const on = links.flatMap((link) => termOf(property(declared, link))?.to ?? [])[0];
    return {
      declared,
      scope,
      on,
      role: textOf(role) ?? '?',
      roleAt: role.at,
      custom: termOf(role)?.to,
      member: term?.text,
      memberAt: value.at,
      account: term?.to ?? addressIn(term?.text ?? ''),
      alone: single !== undefined,
      narrowed: isNarrowed(valueAt(map, 'condition')),
    };
  });
}

/** Conditions on the time only say when. */
function isNarrowed(condition: Value | undefined): boolean {
  if (condition === undefined) return false;
  const [first] = itemsOf(condition);
  const expression = textOf(valueAt(first, 'expression'));
  return expression === undefined || expression.includes('resource.');
}

/** The types that bindings are made of. */
export function isBindingType(type: string): boolean {
  return /^google_.+_iam_(?:member|binding|policy)$/.test(type);
}
