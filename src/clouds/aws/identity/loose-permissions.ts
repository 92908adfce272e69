import type { Role } from '../../../model/identity.js';
import { absent } from '../../../model/setting.js';
import { termOf } from '../../values/terms.js';
import { declarationOf, type Mapping, property } from '../mapping.js';
import { withUniqueIds } from '../policies/document.js';
import type { Declared } from '../template.js';
import {
  documentPermissions,
  inlinePermissions,
  managedPermissions,
  type Permissions,
  union,
} from './role-permissions.js';

const documents = [
  'AWS::IAM::Policy',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::RolePolicy',
  'AWS::IAM::UserPolicy',
  'AWS::IAM::GroupPolicy',
];

/** Permissions that no role of the stack has: those of users and groups, and policies attached to roles elsewhere. */
export function loosePermissions(mapping: Mapping, roles: readonly Role[]): readonly Role[] {
  const attached = new Set(roles.flatMap(({ grants }) => grants.map(({ at }) => placeOf(at))));
  const policies = mapping.ofType(...documents).flatMap((declared) => {
    const permissions = documentPermissions(mapping, property(declared, 'PolicyDocument'));
    const isElsewhere = permissions.grants.some(({ at }) => attached.has(placeOf(at)));
    return isElsewhere || isBoundary(mapping, declared) ? [] : [principal(declared, permissions)];
  });
  const people = mapping.ofType('AWS::IAM::User', 'AWS::IAM::Group').map((declared) => {
    const inline = inlinePermissions(mapping, property(declared, 'Policies'));
    const permissions = union([inline, managedPermissions(mapping, property(declared, 'ManagedPolicyArns'))]);
    const name = termOf(property(declared, 'UserName') ?? property(declared, 'GroupName'))?.text;
    return { ...principal(declared, permissions), ...(name !== undefined && { physicalName: name }) };
  });
  return [...policies, ...people];
}

const bounded = ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::Serverless::Function'];

/** A policy that bounds permissions grants none. */
function isBoundary(mapping: Mapping, { id }: Declared): boolean {
  return bounded.some((type) => mapping.pointing(type, ['PermissionsBoundary'], id).length > 0);
}

function placeOf({ path, start }: Role['at']): string {
  return `${start} ${path}`;
}

function principal(declared: Declared, permissions: Permissions): Role {
  return {
    ...declarationOf(declared),
    kind: 'role',
    generated: false,
    grants: withUniqueIds(permissions.grants),
    named: permissions.named,
    open: permissions.open,
    users: [],
    trust: [],
    boundary: absent(declared.at),
    attach: () => undefined,
  };
}
