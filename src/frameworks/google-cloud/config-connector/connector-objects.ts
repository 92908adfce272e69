import type { KubernetesObject } from '../../../clouds/kubernetes/objects.js';
import { textOf, type Value, valueAt } from '../../../model/value.js';
import type { Manifests } from '../../files/kubernetes/manifests.js';

/** The objects of manifests that stand for resources of Google Cloud. */
export function connectorObjects({ objects }: Manifests): readonly KubernetesObject[] {
  return objects.filter(({ apiVersion }) => /^[a-z0-9]{1,60}\.cnrm\.cloud\.google\.com\//.test(apiVersion));
}

const functionKinds: ReadonlySet<string> = new Set(['RunService', 'CloudFunctionsFunction', 'CloudFunctions2Function']);

/** True for what runs code when it is called or an event comes. */
export function isFunctionKind({ kind }: Pick<KubernetesObject, 'kind'>): boolean {
  return functionKinds.has(kind);
}

/** The id in the model of what an object declares. */
export function connectorId({ kind, name }: Pick<KubernetesObject, 'kind' | 'name'>): string {
  return isFunctionKind({ kind }) ? name : `${kind.toLowerCase()}/${name}`;
}

/** The id of the role that stands for a service account, also for one that is declared elsewhere. */
export function accountId(name: string): string {
  return connectorId({ kind: 'IAMServiceAccount', name });
}

/** The name to which a reference points, also where it names something outside the manifests. */
export function nameIn(reference: Value | undefined): string | undefined {
  const external = textOf(valueAt(reference, 'external'));
  return textOf(valueAt(reference, 'name')) ?? external?.slice(external.lastIndexOf('/') + 1);
}

/** The resource of the manifests to which a reference points; `kind` where the reference does not say it. */
export function referredTo(
  objects: readonly KubernetesObject[],
  reference: Value | undefined,
  kind?: string,
): string | undefined {
  const wanted = textOf(valueAt(reference, 'kind')) ?? kind;
  const name = nameIn(reference);
  const found = objects.find((object) => object.kind === wanted && object.name === name);
  return found && connectorId(found);
}

/** The part of a service account's address that names it; also of `serviceAccount:` members. */
export function accountName(address: string | undefined): string | undefined {
  return /^(?:serviceAccount:|projects\/[^/]{1,100}\/serviceAccounts\/)?([\w-]{1,100})@/.exec(address ?? '')?.[1];
}
