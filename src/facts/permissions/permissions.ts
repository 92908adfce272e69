import { type Confidence, weaker } from '../../model/confidence.js';
import type { Grant, NamedPolicy, Role } from '../../model/identity.js';
import type { Term } from '../../model/resource.js';
import type { Span } from '../../model/span.js';
import { type AzureAction, azureActionsOf } from '../iam/azure.js';
import { type Escalation, escalationsOf, escalationsThrough } from '../iam/escalations.js';
import { fullAccessWeight, isAdminNamed, isEscalationNamed, secretWeight } from '../iam/named.js';
import { secretReadsOf } from '../iam/secret-reads.js';
import { unscopedOf } from '../iam/unscoped.js';
import { type Weight, wideActionsOf } from '../iam/wide-actions.js';
import { allowsOf, confidenceOf, everything, isAdminGrant, isEveryAction, isExceptGrant } from './grants.js';
import { listed, namedWords, permissionWords } from './wording.js';

/** One right that is more than a function can need, and the line that gives it. */
export interface ExcessivePermission {
  readonly kind: 'admin' | 'escalation' | 'wide-action' | 'wide-resource' | 'secrets';
  /** Tells several of a kind in one role apart: an action, a service, a policy's name. */
  readonly key: string;
  readonly at: Span;
  /** `dynamodb:* on all resources`, `the Contributor role`. */
  readonly words: string;
  readonly weight: Weight;
  /** It changes, deletes, decrypts or shares; otherwise it reads. */
  readonly changes: boolean;
  readonly confidence: Confidence;
  readonly branch?: string;
  /** The statement, if it is one; otherwise the policy or role that is granted by name. */
  readonly grant?: Grant;
  readonly named?: NamedPolicy;
  /** The service whose resources are meant, for the last two kinds. */
  readonly service?: string;
}

/** Everything that a role may do beyond reason, the worst first. */
export function excessivePermissions(role: Role): readonly ExcessivePermission[] {
  return [
    ...adminPermissions(role),
    ...escalationPermissions(role),
    ...wideActionPermissions(role),
    ...secretPermissions(role),
    ...wideResourcePermissions(role),
  ];
}

function adminPermissions(role: Role): readonly ExcessivePermission[] {
  const grants = allowsOf(role).flatMap((grant) => {
    const term = isAdminGrant(grant) ? grant.actions.terms.find(({ text }) => isEveryAction(text)) : undefined;
    return term ? [stated('admin', grant, { key: '*', term, resource: everything(grant) })] : [];
  });
  return [...grants, ...role.named.filter(isAdminNamed).map((policy) => byName('admin', policy, 'high'))];
}

/** The same, with what it may do to roles of the stack that are stronger than it is. */
export function permissionsAmong(
  own: readonly ExcessivePermission[],
  role: Role,
  stronger: readonly Role[],
): readonly ExcessivePermission[] {
  const through = escalationsThrough(role, stronger).map(escalationPermission);
  const known = new Set(own.map(({ kind, key }) => `${kind} ${key}`));
  return [...through.filter(({ kind, key }) => !known.has(`${kind} ${key}`)), ...own];
}

function escalationPermission({ grant, term, way, resource, confidence }: Escalation): ExcessivePermission {
  return {
    ...stated('escalation', grant, { key: way, term, resource }),
    words: permissionWords([way], resource.text),
    confidence,
  };
}

function escalationPermissions(role: Role): readonly ExcessivePermission[] {
  const ways = escalationsOf(role).map(escalationPermission);
  const named = role.named.filter(isEscalationNamed).map((policy) => byName('escalation', policy, 'high'));
  return [...ways, ...azurePermissions(role, 'escalation'), ...named];
}

function wideActionPermissions(role: Role): readonly ExcessivePermission[] {
  const grants = allowsOf(role).flatMap((grant) => [
    ...exceptPermissions(grant),
    ...wideActionsOf(role, grant).map(({ term, weight }) => ({
      ...stated('wide-action', grant, { key: term.text, term, resource: grant.resources.terms[0] }),
      weight,
    })),
  ]);
  const named = role.named.flatMap((policy) => {
    const weight = isAdminNamed(policy) ? undefined : fullAccessWeight(policy);
    return weight ? [byName('wide-action', policy, weight)] : [];
  });
  return [...grants, ...azurePermissions(role, 'wide-action'), ...named];
}

function azurePermissions(role: Role, kind: AzureAction['kind']): readonly ExcessivePermission[] {
  const found = azureActionsOf(role).filter((action) => action.kind === kind);
  return found.map(({ grant, term, weight }) => ({
    ...stated(kind, grant, { key: term.text, term, resource: grant.resources.terms[0] }),
    weight,
  }));
}

function exceptPermissions(grant: Grant): readonly ExcessivePermission[] {
  if (!isExceptGrant(grant)) return [];
  const [action] = grant.notActions?.terms ?? [];
  const [resource] = grant.notResources?.terms ?? [];
  const term = action ?? resource;
  if (term === undefined) return [];
  const words = action
    ? `every action except ${listed(textsOf(grant.notActions))}`
    : `${permissionWords(textsOf(grant.actions), undefined)} on every resource except ${listed(textsOf(grant.notResources))}`;
  return [{ ...stated('wide-action', grant, { key: `except ${term.text}`, term, resource: undefined }), words }];
}

/** The service of parameters: most are settings, and the secret ones need a key besides, which is judged by itself. */
const configuration = 'ssm';

function secretPermissions(role: Role): readonly ExcessivePermission[] {
  const reads = secretReadsOf(role).map(({ grant, service, actions, resource, weight }) => ({
    ...stated('secrets', grant, { key: service, term: resource, resource }),
    words: permissionWords(textsOf({ terms: actions }), resource.text),
    weight: service === configuration && weight === 'high' ? ('medium' as const) : weight,
    changes: service !== configuration,
    service,
  }));
  const named = role.named.flatMap((policy) => {
    const weight = secretWeight(policy);
    return weight ? [byName('secrets', policy, weight)] : [];
  });
  return [...reads, ...named];
}

function wideResourcePermissions(role: Role): readonly ExcessivePermission[] {
  return unscopedOf(role).map(({ grant, service, actions, level, resource, weight }) => ({
    ...stated('wide-resource', grant, { key: service, term: resource, resource }),
    words: permissionWords(
      actions.map(({ term }) => term.text),
      resource.text,
    ),
    weight,
    changes: level === 'write' || level === 'permissions',
    service,
  }));
}

function stated(
  kind: ExcessivePermission['kind'],
  grant: Grant,
  what: { readonly key: string; readonly term: Term; readonly resource: Term | undefined },
): ExcessivePermission {
  const { key, term, resource } = what;
  const confidence = confidenceOf(grant, term, resource);
  const words = permissionWords([term.text], resource?.text);
  const { branch } = grant;
  return { kind, key, at: term.at, words, weight: 'high', changes: true, confidence, grant, ...(branch && { branch }) };
}

function byName(kind: ExcessivePermission['kind'], policy: NamedPolicy, weight: Weight): ExcessivePermission {
  const { name, at, branch } = policy;
  const confidence = weaker(confidenceOf(policy), policy.confidence ?? 'high');
  return {
    kind,
    key: name,
    at,
    words: namedWords(policy),
    weight,
    changes: true,
    confidence,
    ...(branch && { branch }),
    named: policy,
  };
}

function textsOf(list: { readonly terms: readonly Term[] } | undefined): readonly string[] {
  return list?.terms.map(({ text }) => text) ?? [];
}
