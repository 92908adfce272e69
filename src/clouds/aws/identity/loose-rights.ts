import type { Role } from '../../../model/identity.js';
import { absent } from '../../../model/setting.js';
import { declarationOf, type Mapping, property } from '../mapping.js';
import { withUniqueIds } from '../policies/document.js';
import type { Declared } from '../template.js';
import { documentRights, inlineRights, managedRights, type Rights, union } from './rights.js';

const documents = [
  'AWS::IAM::Policy',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::RolePolicy',
  'AWS::IAM::UserPolicy',
  'AWS::IAM::GroupPolicy',
];

/** Rights that no role of the stack has: those of users and groups, and policies attached to roles elsewhere. */
export function looseRights(mapping: Mapping, roles: readonly Role[]): readonly Role[] {
  const attached = new Set(roles.flatMap(({ grants }) => grants.map(({ at }) => placeOf(at))));
  const policies = mapping.ofType(...documents).flatMap((declared) => {
    const rights = documentRights(mapping, property(declared, 'PolicyDocument'));
    return rights.grants.some(({ at }) => attached.has(placeOf(at))) ? [] : [bearer(declared, rights)];
  });
  const people = mapping.ofType('AWS::IAM::User', 'AWS::IAM::Group').map((declared) => {
    const inline = inlineRights(mapping, property(declared, 'Policies'));
    return bearer(declared, union([inline, managedRights(mapping, property(declared, 'ManagedPolicyArns'))]));
  });
  return [...policies, ...people];
}

function placeOf({ path, start }: Role['at']): string {
  return `${start} ${path}`;
}

function bearer(declared: Declared, rights: Rights): Role {
  return {
    ...declarationOf(declared),
    kind: 'role',
    generated: false,
    grants: withUniqueIds(rights.grants),
    named: rights.named,
    open: rights.open,
    users: [],
    trust: [],
    boundary: absent(declared.at),
    attach: () => undefined,
  };
}
