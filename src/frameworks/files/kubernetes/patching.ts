import type { KubernetesObject } from '../../../clouds/kubernetes/objects.js';
import { changedAt, changedWholly, opened, openedBy, withoutImages } from '../../../clouds/kubernetes/opening.js';
import type { Value } from '../../../model/value.js';
import type { Change, Patch } from './patches.js';

/** An object that is a part of what others say: nothing in it is absent for certain. */
export function wholly(object: KubernetesObject): KubernetesObject {
  const root = opened(object.root);
  return root.kind === 'map' ? { ...object, root } : object;
}

/** An object as far as no patch changes it. */
export function patched(object: KubernetesObject, patches: readonly Patch[]): KubernetesObject {
  let changed = object;
  for (const { kind, name, change } of patches) {
    if (!isMeant(kind, object.kind) || !isMeant(name, object.name)) continue;
    const root = changedBy(change, changed);
    if (root.kind === 'map') changed = { ...changed, root };
  }
  return changed;
}

function changedBy(change: Change, { apiVersion, root }: KubernetesObject): Value {
  switch (change.kind) {
    case 'fields':
      return openedBy(root, withoutIdentity(change.fields), isOwnKind.test(apiVersion));
    case 'paths':
      return change.paths.reduce<Value>(changedAt, root);
    case 'image':
      return withoutImages(root, change.name);
    case 'any':
      return changedWholly(root);
  }
}

/** Kinds of Kubernetes itself, of whose lists it is known how they are merged. */
const isOwnKind = /^(?:v1|(?:apps|batch|autoscaling|policy|extensions)\/.{1,20}|[\w-]{1,50}\.k8s\.io\/.{1,20})$/;

/** Names in targets are patterns; one that is not plain may mean any object. */
function isMeant(name: string | undefined, own: string): boolean {
  return name === undefined || name === own || !/^[\w.-]+$/.test(name);
}

function withoutIdentity(fields: Value): Value {
  if (fields.kind !== 'map') return fields;
  const entries = fields.entries
    .filter(({ key }) => key !== 'kind' && key !== 'apiVersion')
    .map((entry) => (entry.key === 'metadata' ? { ...entry, value: unnamed(entry.value) } : entry));
  return { ...fields, entries };
}

function unnamed(metadata: Value): Value {
  if (metadata.kind !== 'map') return metadata;
  return { ...metadata, entries: metadata.entries.filter(({ key }) => key !== 'name' && key !== 'namespace') };
}
