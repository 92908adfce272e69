import type { ServiceActions } from './actions.data.js';

/**
 * Verbs on kinds of objects, written `verb/kind`, as the one service `kubernetes`. Only what policies judge by name: a
 * star for the kind stands for itself.
 * Source, read 2026-11-25: Kubernetes documentation, Role Based Access Control Good Practices
 * (https://kubernetes.io/docs/concepts/security/rbac-good-practices/).
 */
export const kubernetesActions: readonly [string, ServiceActions] = [
  'kubernetes',
  {
    permissions: '',
    write: 'create/* update/* patch/* delete/* deletecollection/*',
    tagging: '',
    read: 'get/secrets list/secrets watch/secrets',
    anywhere: '',
  },
];

/** Every verb on a kind of objects. */
export const everyVerb = /^kubernetes:\*\//;

/** What reads secrets. */
export const kubernetesSecretActions: readonly string[] = [
  'kubernetes:get/secrets',
  'kubernetes:list/secrets',
  'kubernetes:watch/secrets',
];

/** What lets a holder take permissions that it was not given. */
export const kubernetesEscalations: readonly string[] = [
  'kubernetes:escalate/roles',
  'kubernetes:escalate/clusterroles',
  'kubernetes:bind/roles',
  'kubernetes:bind/clusterroles',
  'kubernetes:impersonate/users',
  'kubernetes:impersonate/groups',
  'kubernetes:impersonate/serviceaccounts',
  'kubernetes:create/serviceaccounts/token',
];
