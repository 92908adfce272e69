import type { Asset } from '../../../../clouds/google/google-stack.js';
import { defaultAccountIn } from '../../../../clouds/google/identity/default-accounts.js';
import { type GoogleBinding, isNarrowing } from '../../../../clouds/google/identity/google-bindings.js';
import { termOf } from '../../../../clouds/values/terms.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../../model/value.js';
import { type Declared, declarationOf, declaredOf, type Mapping, property, referent, same } from '../cloud.js';
import { block, document, type Fields } from '../field.js';
import { itemRemovalOf, removalOf } from './removal.js';

/** What can be bound, by Terraform's words for it. */
const scopes: ReadonlyMap<string, Asset> = new Map([
  ['project', 'cloudresourcemanager.googleapis.com/Project'],
  ['folder', 'cloudresourcemanager.googleapis.com/Folder'],
  ['organization', 'cloudresourcemanager.googleapis.com/Organization'],
  ['cloudfunctions_function', 'cloudfunctions.googleapis.com/CloudFunction'],
  ['cloudfunctions2_function', 'cloudfunctions.googleapis.com/Function'],
  ['cloud_run_service', 'serving.knative.dev/Service'],
  ['cloud_run_v2_service', 'run.googleapis.com/Service'],
  ['cloud_run_v2_job', 'run.googleapis.com/Job'],
  ['storage_bucket', 'storage.googleapis.com/Bucket'],
  ['storage_managed_folder', 'storage.googleapis.com/ManagedFolder'],
  ['pubsub_topic', 'pubsub.googleapis.com/Topic'],
  ['pubsub_subscription', 'pubsub.googleapis.com/Subscription'],
  ['secret_manager_secret', 'secretmanager.googleapis.com/Secret'],
  ['kms_crypto_key', 'cloudkms.googleapis.com/CryptoKey'],
  ['kms_key_ring', 'cloudkms.googleapis.com/KeyRing'],
  ['service_account', 'iam.googleapis.com/ServiceAccount'],
  ['bigquery_dataset', 'bigquery.googleapis.com/Dataset'],
  ['bigquery_table', 'bigquery.googleapis.com/Table'],
  ['artifact_registry_repository', 'artifactregistry.googleapis.com/Repository'],
]);

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
export function bindingsOf(mapping: Mapping): readonly GoogleBinding[] {
  const accounts = new Set(mapping.resources.ofType('google_service_account').map(({ instance }) => instance.id));
  return [...scopes].flatMap(([word, scope]) => {
    const types = ['member', 'binding', 'policy'].map((form) => [`google_${word}_iam_${form}`, fields] as const);
    const named = namesIn(mapping, word);
    return declaredOf(mapping, Object.fromEntries(types)).flatMap((declared) => {
      const on = links.flatMap((link) => referent(property(declared, link)) ?? [])[0] ?? namedIn(declared, named);
      return bindingsIn({ mapping, declared, accounts, scope, on });
    });
  });
}

/** Services by their literal names. A function of the second generation is a service as well. */
function namesIn({ resources }: Mapping, word: string): ReadonlyMap<string, string> {
  const isService = word === 'cloud_run_service' || word === 'cloud_run_v2_service';
  const types = isService ? [...services, 'google_cloudfunctions2_function'] : [`google_${word}`];
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

interface Binding {
  readonly mapping: Mapping;
  readonly declared: Declared;
  readonly scope: Asset;
  readonly on: string | undefined;
  /** The service accounts of the stack. */
  readonly accounts: ReadonlySet<string>;
}

function bindingsIn(binding: Binding): readonly GoogleBinding[] {
  const { declared } = binding;
  const data = property(declared, 'policy_data');
  const policies = ['binding', 'bindings'].flatMap((key) => itemsOf(valueAt(data, key)));
  return [declared.section.map, ...policies].flatMap((one) => membersIn(binding, one));
}

function membersIn(binding: Binding, map: Value | undefined): readonly GoogleBinding[] {
  const { declared, mapping, scope, on } = binding;
  const named = valueAt(map, 'role');
  const single = valueAt(map, 'member');
  const members = single === undefined ? itemsOf(valueAt(map, 'members')) : [single];
  if (named === undefined) return [];
  return members.map((value, index) => {
    const { id, whole } = declared;
    const [role, member] = [textOf(named) ?? '?', termOf(value)?.text];
    const told = { role, roleAt: named.at, custom: referent(named), member, memberAt: value.at };
    const where = { scope, on, account: accountIn(binding, value), narrowed: isNarrowed(valueAt(map, 'condition')) };
    return single === undefined
      ? {
          ...declarationOf(declared),
          key: `${id}/${role}/${member ?? '*'}`,
          ...told,
          ...where,
          remove: () => itemRemovalOf(mapping, members, index),
        }
      : { ...declarationOf(declared), key: id, ...told, ...where, remove: () => removalOf(mapping, whole) };
  });
}

/** The service account that a member is: one of the stack, or the address of one that is declared elsewhere. */
function accountIn({ accounts }: Binding, value: Value): string | undefined {
  const term = termOf(value);
  if (term?.to !== undefined) return accounts.has(term.to) ? term.to : undefined;
  return defaultAccountIn(term?.text ?? '') ?? /^serviceAccount:([^$]+@[^$]+)$/.exec(term?.text ?? '')?.[1];
}

/** Conditions on the time only say when. */
function isNarrowed(condition: Value | undefined): boolean {
  const [first] = itemsOf(condition);
  return condition !== undefined && isNarrowing(textOf(valueAt(first, 'expression')));
}

/** The types that bindings are made of. */
export function isBindingType(type: string): boolean {
  return /^google_.+_iam_(?:member|binding|policy)$/.test(type);
}
