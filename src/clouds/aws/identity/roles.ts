import type { Role, TrustStatement } from '../../../model/identity.js';
import type { Value } from '../../../model/value.js';
import { target } from '../../values/codec.js';
import { unwritable } from '../../values/writes.js';
import { functionTypes } from '../functions/reference.js';
import { declarationOf, type Mapping, property, setting } from '../mapping.js';
import { readPolicyDocument, withUniqueIds } from '../policies/document.js';
import { type ConnectorRights, connectorRights } from '../sam/connectors.js';
import type { Declared } from '../template.js';
import { generatedRole, hasGeneratedRole } from './generated-roles.js';
import { looseRights } from './loose-rights.js';
import { documentRights, inlineRights, managedRights, type Rights, union } from './rights.js';
import { attachTo } from './role-writes.js';

/** The roles of a stack: declared ones, those that SAM makes for its functions and workflows, and rights without a role. */
export function mapRoles(mapping: Mapping): readonly Role[] {
  const connectors = connectorRights(mapping);
  const generated = mapping
    .ofType(...functionTypes, 'AWS::Serverless::StateMachine')
    .filter(hasGeneratedRole)
    .map((declared) => {
      const attached = attachedRights(mapping, `${declared.id}Role`);
      return generatedRole(mapping, declared, [attached, connectors([declared])]);
    });
  const roles = [
    ...mapping.ofType('AWS::IAM::Role').map((declared) => declaredRole(mapping, declared, connectors)),
    ...generated,
  ];
  return [...roles, ...looseRights(mapping, roles)];
}

function declaredRole(mapping: Mapping, declared: Declared, connectors: ConnectorRights): Role {
  const rights = union([
    inlineRights(mapping, property(declared, 'Policies')),
    managedRights(mapping, property(declared, 'ManagedPolicyArns')),
    attachedRights(mapping, declared.id),
    connectors(functionsOf(mapping, declared.id)),
  ]);
  return {
    ...declarationOf(declared),
    kind: 'role',
    generated: declared.generated === true,
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
  return functionTypes.flatMap((type) => mapping.pointing(type, ['Role'], role));
}

/** Who may assume a role. */
export function trustOf(mapping: Mapping, document: Value | undefined): readonly TrustStatement[] {
  return readPolicyDocument(document, mapping.reading).statements.map(
    ({ at, effect, actions, notActions, principals, principalsOpen, conditions }) => ({
      at,
      effect,
      actions,
      ...(notActions && { notActions }),
      principals,
      principalsOpen,
      conditions,
    }),
  );
}

const attachable = ['AWS::IAM::Policy', 'AWS::IAM::RolePolicy', 'AWS::IAM::ManagedPolicy'];

/** Rights of policies that are resources of their own and name the role. */
function attachedRights(mapping: Mapping, role: string): Rights {
  const policies = attachable.flatMap((type) => [
    ...mapping.pointing(type, ['Roles'], role),
    ...mapping.pointing(type, ['RoleName'], role),
  ]);
  return union(policies.map((policy) => documentRights(mapping, property(policy, 'PolicyDocument'))));
}
