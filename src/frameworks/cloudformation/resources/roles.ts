import type { Role, TrustStatement } from '../../../model/identity.js';
import type { Value } from '../../../model/value.js';
import { target } from '../../reading/codec.js';
import { readPolicyDocument, withUniqueIds } from '../../reading/policy-document.js';
import { unwritable } from '../../reading/writes.js';
import type { Declared } from '../template.js';
import { connectorRights } from './connectors.js';
import { functionTypes } from './function-reference.js';
import { generatedRole, hasGeneratedRole } from './generated-roles.js';
import { looseRights } from './loose-rights.js';
import { declarationOf, type Mapping, property, referent, setting } from './mapping.js';
import { documentRights, inlineRights, managedRights, type Rights, union } from './rights.js';
import { attachTo } from './role-writes.js';

/** The roles of a stack: declared ones, those that SAM makes for its functions and workflows, and rights without a role. */
export function mapRoles(mapping: Mapping): readonly Role[] {
  const generated = mapping
    .ofType(...functionTypes, 'AWS::Serverless::StateMachine')
    .filter(hasGeneratedRole)
    .map((declared) => generatedRole(mapping, declared, [attachedRights(mapping, `${declared.id}Role`)]));
  const roles = [...mapping.ofType('AWS::IAM::Role').map((declared) => declaredRole(mapping, declared)), ...generated];
  return [...roles, ...looseRights(mapping, roles)];
}

function declaredRole(mapping: Mapping, declared: Declared): Role {
  const rights = union([
    inlineRights(mapping, property(declared, 'Policies')),
    managedRights(mapping, property(declared, 'ManagedPolicyArns')),
    attachedRights(mapping, declared.id),
    connectorRights(mapping, functionsOf(mapping, declared.id)),
  ]);
  return {
    ...declarationOf(declared),
    kind: 'role',
    generated: false,
    grants: withUniqueIds(rights.grants),
    named: rights.named,
    open: rights.open || isOpen(declared.properties.map),
    users: [],
    trust: trustOf(mapping, property(declared, 'AssumeRolePolicyDocument')),
    boundary: unwritable(setting(declared, ['PermissionsBoundary'], target)),
    attach: attachTo(mapping, declared),
  };
}

function isOpen(properties: Value | undefined): boolean {
  return properties?.kind === 'map' ? properties.open : properties !== undefined;
}

function functionsOf(mapping: Mapping, role: string): readonly Declared[] {
  return mapping.ofType(...functionTypes).filter((fn) => referent(mapping, property(fn, 'Role')) === role);
}

/** Who may assume a role. */
export function trustOf(mapping: Mapping, document: Value | undefined): readonly TrustStatement[] {
  return readPolicyDocument(document, mapping.reading).statements.map(
    ({ at, effect, principals, principalsOpen, conditions }) => ({
      at,
      effect,
      principals,
      principalsOpen,
      conditions,
    }),
  );
}

const attachable = ['AWS::IAM::Policy', 'AWS::IAM::RolePolicy', 'AWS::IAM::ManagedPolicy'];

/** Rights of policies that are resources of their own and name the role. */
function attachedRights(mapping: Mapping, role: string): Rights {
  const policies = mapping.ofType(...attachable).filter((policy) => rolesOf(mapping, policy).includes(role));
  return union(policies.map((policy) => documentRights(mapping, property(policy, 'PolicyDocument'))));
}

function rolesOf(mapping: Mapping, policy: Declared): readonly (string | undefined)[] {
  const roles = property(policy, 'Roles') ?? property(policy, 'RoleName');
  return (roles?.kind === 'list' ? roles.items : [roles]).map((value) => referent(mapping, value));
}
