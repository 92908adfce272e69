import type { NamedPolicy } from '../../../model/identity.js';

type Reach = (scope: string) => string;

/**
 * What policies and roles of administrators allow. AWS managed policy reference (PowerUserAccess leaves out IAM,
 * Organizations and account management), Azure built-in roles, basic roles of Google Cloud, Kubernetes user-facing roles.
 */
const reaches: ReadonlyMap<string, Reach> = new Map<string, Reach>([
  ['administratoraccess', () => 'every action on every resource in the account'],
  ['poweruseraccess', () => 'every action except those of IAM, Organizations and account management'],
  ['owner', (scope) => `full control of ${scope}, including who has access`],
  ['8e3af657-a8ff-443c-a75c-2fe8c4bcb635', (scope) => `full control of ${scope}, including who has access`],
  ['contributor', (scope) => `changes to every resource in ${scope}`],
  ['b24988ac-6180-42a0-ab88-20f7382dd24c', (scope) => `changes to every resource in ${scope}`],
  ['user access administrator', (scope) => `granting any role in ${scope}, also to itself`],
  ['18d7d88d-d35e-4fb5-a5c3-7773c20a72d9', (scope) => `granting any role in ${scope}, also to itself`],
  ['roles/owner', (scope) => `full control of ${scope}, including who has access`],
  ['roles/editor', (scope) => `changes to most resources in ${scope}`],
  ['cluster-admin', () => 'every verb on every resource in the cluster'],
]);

/** What a named policy or role allows, where it is bound: `changes to every resource in its resource group or subscription`. */
export function reachOf({ name, scope }: NamedPolicy): string | undefined {
  const bare = (name.startsWith('roles/') ? name : name.slice(name.lastIndexOf('/') + 1)).trim().toLowerCase();
  return reaches.get(bare)?.(scopeWords(bare, scope));
}

function scopeWords(name: string, scope: NamedPolicy['scope']): string {
  if (name.startsWith('roles/')) return scope === 'organisation' ? 'the organization or folder' : 'the project';
  return scope === 'organisation' ? 'its management group' : 'its resource group or subscription';
}
