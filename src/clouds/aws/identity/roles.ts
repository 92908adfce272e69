import type { Role } from '../../../model/identity.js';
import type { Value } from '../../../model/value.js';
import { target } from '../../values/codec.js';
import { termOf } from '../../values/terms.js';
import { unwritable } from '../../values/writes.js';
import { functionTypes } from '../functions/reference.js';
import { declarationOf, type Mapping, property, setting } from '../mapping.js';
import { withUniqueIds } from '../policies/document.js';
import { type ConnectorPermissions, connectorPermissions } from '../sam/connectors.js';
import { generatedRoleId, hasGeneratedRole } from '../sam/generated-role.js';
import type { Declared } from '../template.js';
import { generatedRole } from './generated-roles.js';
import { loosePermissions } from './loose-permissions.js';
import {
  documentPermissions,
  inlinePermissions,
  managedPermissions,
  type Permissions,
  union,
} from './role-permissions.js';
import { isUsedBeside } from './role-uses.js';
import { attachTo } from './role-writes.js';
import { trustOf } from './trust.js';

/** The roles of a stack: declared ones, those that SAM makes for its functions and workflows, and permissions without a role. */
export function mapRoles(mapping: Mapping): readonly Role[] {
  const connectors = connectorPermissions(mapping);
  const generated = mapping
    .ofType(...functionTypes, 'AWS::Serverless::StateMachine')
    .filter(hasGeneratedRole)
    .map((declared) => {
      const attached = attachedPermissions(mapping, generatedRoleId(declared));
      return generatedRole(mapping, declared, [attached, connectors([declared])]);
    });
  const roles = [
    ...mapping.ofType('AWS::IAM::Role').map((declared) => declaredRole(mapping, declared, connectors)),
    ...generated,
  ];
  return [...roles, ...loosePermissions(mapping, roles)];
}

function declaredRole(mapping: Mapping, declared: Declared, connectors: ConnectorPermissions): Role {
  const permissions = union([
    inlinePermissions(mapping, property(declared, 'Policies')),
    managedPermissions(mapping, property(declared, 'ManagedPolicyArns')),
    attachedPermissions(mapping, declared.id),
    connectors(functionsOf(mapping, declared.id)),
  ]);
  const name = termOf(property(declared, 'RoleName'))?.text;
  return {
    ...declarationOf(declared),
    kind: 'role',
    generated: declared.generated === true,
    ...(name !== undefined && { physicalName: name }),
    grants: withUniqueIds(permissions.grants),
    ...(declared.implied && { implied: impliedIn(mapping, declared.implied) }),
    named: permissions.named,
    open: permissions.open || isOpen(declared.properties.map),
    users: [],
    trust: trustOf(mapping, property(declared, 'AssumeRolePolicyDocument')),
    isUsedBeside: () => isUsedBeside(mapping, declared.id),
    boundary: unwritable(setting(declared, ['PermissionsBoundary'], target)),
    attach: attachTo(mapping, declared),
  };
}

function impliedIn(mapping: Mapping, implied: Value): NonNullable<Role['implied']> {
  const { at } = implied;
  const document: Value = { kind: 'map', at, open: false, entries: [{ key: 'Statement', keyAt: at, value: implied }] };
  const { grants } = documentPermissions(mapping, document);
  return grants.map((grant) => ({ ...grant, origin: 'template', originName: 'what the framework adds by itself' }));
}

function isOpen(properties: Value | undefined): boolean {
  return properties?.kind === 'map' ? properties.open : properties !== undefined;
}

function functionsOf(mapping: Mapping, role: string): readonly Declared[] {
  return functionTypes.flatMap((type) => mapping.pointing(type, ['Role'], role));
}

const attachable = ['AWS::IAM::Policy', 'AWS::IAM::RolePolicy', 'AWS::IAM::ManagedPolicy'];

/** Permissions of policies that are resources of their own and name the role. */
function attachedPermissions(mapping: Mapping, role: string): Permissions {
  const policies = attachable.flatMap((type) => [
    ...mapping.pointing(type, ['Roles'], role),
    ...mapping.pointing(type, ['RoleName'], role),
  ]);
  return union(policies.map((policy) => documentPermissions(mapping, property(policy, 'PolicyDocument'))));
}
