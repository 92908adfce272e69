import { expect, test } from '@jest/globals';
import { deriveFacts } from '../../../src/facts/stack.js';
import type { Route } from '../../../src/model/api.js';
import type { Problem } from '../../../src/policies/definition.js';
import policy from '../../../src/policies/event-injection/request-validation-missing/policy.js';
import { grant } from '../../support/grants.js';
import { api, fn, model, role, route, unresolved, value } from '../../support/model.js';

function check(fields: Partial<Route>, actions: readonly string[] = ['dynamodb:GetItem']): readonly Problem[] {
  const roles = [role({ grants: [grant(actions, ['arn:aws:dynamodb:eu-west-1:123456789012:table/orders'])] })];
  const functions = [fn({ role: value('OrdersRole') })];
  return [...policy.check(deriveFacts(model({ apis: [api()], routes: [route(fields)], roles, functions })))];
}

test.each<[string, Partial<Route>, readonly string[], string]>([
  ['a route that reads', {}, ['dynamodb:GetItem'], 'low'],
  ['a route that writes', {}, ['dynamodb:PutItem'], 'medium'],
  ['a route that only logs', {}, ['logs:PutLogEvents', 'xray:PutTraceSegments'], 'low'],
  ['a route of any method', { method: 'ANY' }, ['dynamodb:PutItem'], 'low'],
  ['a route whose function is elsewhere', { function: undefined }, ['dynamodb:PutItem'], 'low'],
  ['a route that says no', { validation: value(false) }, ['dynamodb:GetItem'], 'low'],
])('%s', (_, fields, actions, severity) => expect(check(fields, actions)).toMatchObject([{ severity }]));

test.each<[string, Partial<Route>]>([
  ['a route that validates', { validation: value(true) }],
  ['a route of which it is not known', { validation: unresolved() }],
  ['a route without a body', { method: 'GET' }],
  ['a route that answers by itself', { integration: 'mock' }],
  ['a route of another kind of API', { api: 'Other' }],
])('%s is silent', (_, fields) => expect(check(fields)).toEqual([]));

test('validation is switched on where a model exists', () => {
  expect(check({ hasModel: true })).toMatchObject([{ fix: { class: 'exact', edits: [{ text: 'true' }] } }]);
});

test('without a model there is advice only', () => {
  const [problem] = check({});
  expect(problem?.fix).toBeUndefined();
  expect(problem?.advice).toContain('JSON Schema');
});

test('of parameters without a body no model of a body is spoken', () => {
  const [problem] = check({ method: 'GET', requiresParameters: true });
  expect(problem?.advice).toContain('declared parameters');
});
