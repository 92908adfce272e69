import { describe, expect, test } from '@jest/globals';
import type { Exposure } from '../../../src/facts/exposure/kinds.js';
import { excessivePermissions } from '../../../src/facts/permissions/permissions.js';
import { heldPermissions, weighedFor } from '../../../src/facts/permissions/principals.js';
import { deriveFacts } from '../../../src/facts/stack.js';
import type { Role } from '../../../src/model/identity.js';
import { grant, term } from '../../support/grants.js';
import { fn, model, role, span } from '../../support/model.js';

const everything = grant(['*'], ['*']);
const trust = [{ kind: 'service', term: term('lambda.amazonaws.com') }] as const;
const meant: Partial<Role> = {
  trust: [
    {
      at: span(),
      effect: 'allow',
      actions: everything.actions,
      principals: trust,
      principalsOpen: false,
      exceptPrincipals: false,
      conditions: [],
      conditionsOpen: false,
      admit: () => undefined,
    },
  ],
};

function principals(...roles: readonly Partial<Role>[]): readonly string[] {
  const given = roles.map((fields, index) => role({ id: `Role${index}`, grants: [everything], ...fields }));
  return heldPermissions({ roles: given, permissions: excessivePermissions }, 'admin').map(
    ({ principal }) => principal,
  );
}

describe('who has a right', () => {
  test.each<[string, readonly Partial<Role>[], string]>([
    ['one function', [{ users: ['Report'] }], 'Report'],
    ['functions with one role', [{ users: ['Report', 'Import'] }], 'Each of 2 functions with role Role0'],
    ['a role that functions may assume', [meant], 'Role Role0'],
    ['a role of something else', [{}], 'Role Role0, which no function here uses,'],
    ['a user', [{ type: 'AWS::IAM::User' }], 'User Role0, which no function here uses,'],
    ['a policy of a group', [{ type: 'AWS::IAM::GroupPolicy' }], 'Group Role0, which no function here uses,'],
    [
      'a group of Google’s',
      [{ type: 'google_project_iam_member', holder: 'Group' }],
      'Group Role0, which no function here uses,',
    ],
    ['a policy', [{ type: 'AWS::IAM::ManagedPolicy' }], 'Policy Role0, which no function here uses,'],
    [
      'roles with the same policy',
      [{ users: ['Report'] }, { users: ['Import'] }, {}],
      'Report (and 2 other principals)',
    ],
    ['a function after a role of something else', [{}, { users: ['Import'] }], 'Import (and 1 other principal)'],
  ])('%s', (_, roles, expected) => expect(principals(...roles)).toEqual([expected]));

  test('statements at different places are told apart', () => {
    const elsewhere = grant(['*'], ['*'], { actions: { ...everything.actions, terms: [{ text: '*', at: span(9) }] } });
    expect(principals({ users: ['Report'] }, { users: ['Import'], grants: [elsewhere] })).toEqual(['Report', 'Import']);
  });

  describe('weigh', () => {
    const weigh = (exposure: Exposure, ...users: readonly string[]) => {
      const stack = deriveFacts(model({ functions: [fn({ id: 'Report' }), fn({ id: 'Import' })] }));
      return (['critical', 'high', 'medium', 'low'] as const).map((weight) =>
        weighedFor({ ...stack, exposure: () => exposure }, role({ users }), weight),
      );
    };

    test('in full where unauthenticated callers start a function that has them', () => {
      expect(weigh('open', 'Report', 'Import')).toEqual(['critical', 'high', 'medium', 'low']);
    });

    test.each(['keyed', 'authenticated', 'internal', 'unknown'] as const)(
      'a step less where callers are %s',
      (exposure) => {
        expect(weigh(exposure, 'Report')).toEqual(['high', 'medium', 'medium', 'low']);
      },
    );

    test('little where no function uses them', () => {
      expect(weigh('open')).toEqual(['low', 'low', 'low', 'low']);
    });
  });
});
