import { describe, expect, test } from '@jest/globals';
import { deriveFacts } from '../../../src/facts/stack.js';
import type { Auth } from '../../../src/model/api.js';
import type { Model } from '../../../src/model/model.js';
import policy from '../../../src/policies/over-privileged-permissions/exposed-power-path/policy.js';
import { grant, resourcePolicy, trigger, url } from '../../support/grants.js';
import { api, fn, model, role, route, span, store, unresolved, value } from '../../support/model.js';

const open = route({ auth: value<Auth>({ kind: 'none' }) });
const strong = role({ users: ['Orders'], grants: [grant(['dynamodb:*'], ['*'])] });
const weak = role({ users: ['Orders'], grants: [grant(['sqs:SendMessage'], ['${Store}'])] });
const passing = role({
  id: 'DeployRole',
  users: ['Deploy'],
  grants: [grant(['iam:PassRole'], ['*']), grant(['ecs:RunTask'], ['*'])],
});
const queue = store({ id: 'Store' });

function problemsIn(fields: Partial<Model>) {
  const functions = [fn({ role: value('OrdersRole') }), fn({ id: 'Deploy', role: value('DeployRole') })];
  const stack = deriveFacts(model({ functions, apis: [api()], roles: [strong], ...fields }));
  return [...policy.check(stack)];
}

describe('paths from strangers to powerful rights', () => {
  test.each<[string, Partial<Model>, string, string]>([
    [
      'an open route',
      { routes: [open] },
      'critical',
      'An unauthenticated caller can reach dynamodb:* on all resources through Orders: POST /orders (no authorizer) → Orders → role OrdersRole.',
    ],
    [
      'a route with a key',
      { routes: [route({ auth: value<Auth>({ kind: 'api-key' }) })] },
      'high',
      'A caller with only a key can reach dynamodb:* on all resources through Orders: POST /orders (key only) → Orders → role OrdersRole.',
    ],
    [
      'an open route behind a firewall',
      { routes: [open], apis: [api({ firewall: value(true) })] },
      'high',
      'An unauthenticated caller can reach dynamodb:* on all resources through Orders: POST /orders (no authorizer) → Orders → role OrdersRole.',
    ],
    [
      'an open URL',
      { urls: [url()] },
      'critical',
      'An unauthenticated caller can reach dynamodb:* on all resources through Orders: function URL (no authentication) → Orders → role OrdersRole.',
    ],
    [
      'a queue that everyone may write to',
      { stores: [queue], triggers: [trigger()], resourcePolicies: [resourcePolicy()] },
      'critical',
      'An unauthenticated caller can reach dynamodb:* on all resources through Orders: Store (anyone can write to it) → Orders → role OrdersRole.',
    ],
    [
      'an open function that feeds one which passes roles',
      { routes: [open], roles: [weak, passing], stores: [queue], triggers: [trigger({ function: 'Deploy' })] },
      'critical',
      'An unauthenticated caller can reach iam:PassRole with ecs:RunTask on all resources through Deploy: POST /orders (no authorizer) → Orders → Store → Deploy → role DeployRole.',
    ],
  ])('%s', (_, fields, severity, message) => {
    expect(problemsIn(fields).map((problem) => [problem.severity, problem.message])).toEqual([[severity, message]]);
  });

  test.each<[string, Partial<Model>]>([
    ['nothing starts the function', {}],
    ['callers sign their requests', { routes: [route()] }],
    ['what callers are asked for is not known', { routes: [route({ auth: unresolved() })] }],
    ['the rights are scoped', { routes: [open], roles: [weak] }],
    ['the role is not in the stack', { routes: [open], roles: [] }],
    ['the second function is not reached', { routes: [open], roles: [weak, passing], stores: [queue] }],
    [
      'the rights of the second function are only data',
      {
        routes: [open],
        roles: [weak, role({ ...passing, grants: [grant(['dynamodb:*'], ['*'])] })],
        stores: [queue],
        triggers: [trigger({ function: 'Deploy' })],
      },
    ],
  ])('none when %s', (_, fields) => expect(problemsIn(fields)).toEqual([]));

  test('the path tells what door and right would tell alone', () => {
    expect(problemsIn({ routes: [open] })[0]?.absorbs).toEqual([
      { policy: 'route-without-authorizer', about: 'PostOrders' },
      { policy: 'wildcard-action', about: 'OrdersRole', discriminator: 'dynamodb:*' },
    ]);
  });

  test('one branch makes it less sure', () => {
    const branched = role({ ...strong, grants: [grant(['dynamodb:*'], ['*'], { branch: 'IsProd', at: span(4) })] });
    expect(problemsIn({ routes: [open], roles: [branched] })[0]?.confidence).toBe('medium');
  });
});
