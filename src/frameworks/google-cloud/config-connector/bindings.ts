import type { GoogleBinding } from '../../../clouds/google/bindings.js';
import type { KubernetesObject } from '../../../clouds/kubernetes/objects.js';
import { entryOf, itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { accountName, referredTo } from './objects.js';

/** A binding with what only the manifests say of it. */
export interface ConnectorBinding extends GoogleBinding {
  readonly object: KubernetesObject;
  /** The name of the service account, if it is one. */
  readonly account: string | undefined;
}

/** Kinds of what roles are bound on, in the words of all tools; other kinds stand for themselves. */
const scopes: ReadonlyMap<string, string> = new Map([
  ['Project', 'project'],
  ['Folder', 'folder'],
  ['Organization', 'organization'],
  ['StorageBucket', 'storage_bucket'],
  ['PubSubTopic', 'pubsub_topic'],
  ['PubSubSubscription', 'pubsub_subscription'],
  ['SecretManagerSecret', 'secret_manager_secret'],
  ['KMSCryptoKey', 'kms_crypto_key'],
  ['KMSKeyRing', 'kms_key_ring'],
  ['ArtifactRegistryRepository', 'artifact_registry_repository'],
]);

const kinds: ReadonlySet<string> = new Set(['IAMPolicyMember', 'IAMPartialPolicy', 'IAMPolicy']);

/** Everything that binds members to roles. */
export function connectorBindings(objects: readonly KubernetesObject[]): readonly ConnectorBinding[] {
  return objects.filter(({ kind }) => kinds.has(kind)).flatMap((object) => bindingsIn(object, objects));
}

function bindingsIn(object: KubernetesObject, objects: readonly KubernetesObject[]): readonly ConnectorBinding[] {
  const spec = valueAt(object.root, 'spec');
  const reference = valueAt(spec, 'resourceRef');
  const kind = textOf(valueAt(reference, 'kind')) ?? '';
  const scope = scopes.get(kind) ?? kind;
  const on = referredTo(objects, reference);
  return [spec, ...itemsOf(valueAt(spec, 'bindings'))].flatMap((owner) => {
    const role = valueAt(owner, 'role');
    if (role === undefined) return [];
    const narrowed = entryOf(owner, 'condition') !== undefined;
    return membersIn(owner).map((value) => {
      const member = textOf(value) ?? textOf(valueAt(value, 'member'));
      const account = accountIn(value) ?? accountName(member);
      const [roleAt, memberAt] = [role.at, value.at];
      return { object, role: textOf(role) ?? '?', roleAt, member, memberAt, account, scope, on, narrowed };
    });
  });
}

function membersIn(owner: Value | undefined): readonly Value[] {
  const one = valueAt(owner, 'member') ?? valueAt(owner, 'memberFrom');
  return one === undefined ? itemsOf(valueAt(owner, 'members')) : [one];
}

/** The account of the manifests to which a member refers. */
function accountIn(member: Value): string | undefined {
  const from = valueAt(member, 'memberFrom') ?? member;
  return textOf(valueAt(from, 'serviceAccountRef', 'name'));
}
