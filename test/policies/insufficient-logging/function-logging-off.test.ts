import { describe, expect, test } from '@jest/globals';
import { deriveFacts } from '../../../src/facts/stack.js';
import type { Grant, Role } from '../../../src/model/identity.js';
import policy from '../../../src/policies/insufficient-logging/function-logging-off/policy.js';
import { grant, terms } from '../../support/grants.js';
import { context, fn, model, role, span, unresolved, value } from '../../support/model.js';

function statement(effect: Grant['effect'], actions: Grant['actions'], fields: Partial<Grant> = {}): Grant {
  return grant([], ['*'], { at: span(7), effect, actions, ...fields });
}

const named = (name: string) => ({ name, at: span() });

function check(fields: Partial<Role>, stack: Parameters<typeof model>[0] = {}) {
  const functions = [fn({ role: value('OrdersRole') })];
  return [...policy.check(deriveFacts(model({ functions, roles: [role(fields)], ...stack })), context())];
}

describe('a role that is known whole', () => {
  test('without any right to log is given one', () => {
    const text = 'service-role/AWSLambdaBasicExecutionRole';
    expect(check({})).toMatchObject([{ about: { id: 'OrdersRole' }, fix: { class: 'exact', edits: [{ text }] } }]);
  });

  test.each([
    ['with half of the rights', { grants: [statement('allow', terms('logs:CreateLogStream'))] }],
    ['with a policy that is known to grant none', { named: [named('AWSXRayDaemonWriteAccess')] }],
  ])('%s cannot log', (_, fields) => expect(check(fields)).toHaveLength(1));

  test.each([
    ['with both rights', { grants: [statement('allow', terms('logs:CreateLogStream', 'logs:PutLogEvents'))] }],
    ['with all rights on logs', { grants: [statement('allow', terms('logs:*'))] }],
    ['with all rights', { grants: [statement('allow', terms('*'))] }],
    ['with everything but something else', { grants: [statement('allow', terms(), { notActions: terms('iam:*') })] }],
    ['with the basic policy', { named: [named('service-role/AWSLambdaBasicExecutionRole')] }],
  ])('%s can', (_, fields) => expect(check(fields)).toEqual([]));
});

describe('not known, so silent', () => {
  test.each([
    ['a role that may hold more', { open: true }],
    ['a role that the framework makes', { generated: true }],
    ['a policy of the customer', { named: [named('OrdersLogging')] }],
    ['actions that could not be read', { grants: [statement('allow', { ...terms(), open: true })] }],
    ['a statement of unknown effect', { grants: [statement('unknown', terms('logs:*'))] }],
  ])('%s', (_, fields) => expect(check(fields)).toEqual([]));

  test('an imported role', () => {
    expect(check({}, { functions: [fn({ role: unresolved() })] })).toEqual([]);
  });

  test('a stack that may hold more', () => expect(check({}, { open: true })).toEqual([]));

  test('a function that a monitor watches', () => {
    expect(check({}, { monitors: [{ name: 'Datadog', functions: 'all' }] })).toEqual([]);
  });
});

describe('a denial', () => {
  const basic = { named: [named('AWSLambdaBasicExecutionRole')] };

  test('of every log stands on its statement', () => {
    const found = check({ ...basic, grants: [statement('deny', terms('logs:*'))] });
    expect(found).toMatchObject([{ discriminator: 'denied', at: span(7) }]);
  });

  test.each([
    ['of one group', statement('deny', terms('logs:*'), { resources: terms('arn:aws:logs:*:*:log-group:audit') })],
    ['of something else', statement('deny', terms('logs:DeleteLogGroup'))],
    ['under a condition', statement('deny', terms('logs:*'), { conditionsOpen: true })],
  ])('%s is silent', (_, denial) => expect(check({ ...basic, grants: [denial] })).toEqual([]));
});

describe('switched off', () => {
  test.each([
    ['wholly', { logging: value(false) }, 'high'],
    ['but for fatal errors', { logging: value(false), logsFatalErrors: true }, 'medium'],
  ])('%s', (_, fields, severity) => {
    const found = [...policy.check(deriveFacts(model({ functions: [fn(fields)] })), context())];
    expect(found).toMatchObject([{ severity, about: { id: 'Orders' } }]);
  });

  test('perhaps: silent', () => {
    const functions = [fn({ logging: unresolved() })];
    expect([...policy.check(deriveFacts(model({ functions })), context())]).toEqual([]);
  });
});
