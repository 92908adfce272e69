import type { NamedPolicy } from '../../model/identity.js';
import { resourceWords } from '../iam/arn.js';

const kubernetesAction = /^kubernetes:([^/]*)\/(.*)$/;

/** Actions on a resource, as their cloud says it: `dynamodb:* on all resources`, `delete on secrets`. At most two by name. */
export function permissionWords(actions: readonly string[], resource: string | undefined): string {
  const what = listed(actions.map(actionWords));
  const isAll = resource !== undefined && /^\*+$/.test(resource);
  if (resource === undefined || (isAll && actions.some((action) => kubernetesAction.test(action)))) return what;
  if (isAll && actions.some((action) => /^microsoft\./i.test(action))) return `${what} on everything in its scope`;
  return `${what} on ${isAll ? 'all resources' : resourceWords(resource)}`;
}

/** `every verb on deployments` where Kubernetes' RBAC says `*` of `deployments`; other clouds' actions as they are written. */
function actionWords(action: string): string {
  const [, verb, kind] = kubernetesAction.exec(action) ?? [];
  if (verb === undefined || kind === undefined) return /^\*+(:\*+)?$/.test(action) ? 'every action' : action;
  return `${verb === '*' ? 'every verb' : verb} on ${kind === '*' ? 'every kind' : kind}`;
}

/**
 * A policy or role that is granted by its name: AWS attaches policies, the other clouds bind roles at a scope; of custom
 * roles the permission is named, of access policies what they say.
 */
export function namedWords({ name, scope }: NamedPolicy): string {
  if (name.includes(' ') && /^[a-z]/.test(name)) return name;
  if (/^[a-z]\w*\.[\w.]+$/.test(name)) return `the ${name} permission`;
  return `the ${name} ${scope === undefined && !name.startsWith('roles/') ? 'policy' : 'role'}`;
}

/** At most two by name: messages are one sentence. */
export function listed(texts: readonly string[]): string {
  const [first, second, ...rest] = texts;
  if (second === undefined) return first ?? '';
  return rest.length === 0 ? `${first} and ${second}` : `${first}, ${second} and ${rest.length} more`;
}
