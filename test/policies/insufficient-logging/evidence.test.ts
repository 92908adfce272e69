import { describe, expect, test } from '@jest/globals';
import { deriveFacts } from '../../../src/facts/stack.js';
import apiLogging from '../../../src/policies/insufficient-logging/api-logging-off/policy.js';
import logGroupUndeclared from '../../../src/policies/insufficient-logging/log-group-undeclared/policy.js';
import retention from '../../../src/policies/insufficient-logging/log-retention-missing/policy.js';
import tracing from '../../../src/policies/insufficient-logging/tracing-off/policy.js';
import {
  api,
  context,
  fn,
  logGroup,
  model,
  oneOf,
  route,
  unresolved,
  unset,
  value,
  workflow,
} from '../../support/model.js';

type Fields = Parameters<typeof model>[0];
const stackOf = (fields: Fields) => deriveFacts(model(fields));

describe('retention', () => {
  const check = (fields: Fields, settings = context()) => [...retention.check(stackOf(fields), settings)];

  test.each<[string, Fields, string]>([
    ['for ever', { logGroups: [logGroup()] }, 'low'],
    ['for ever, as 0 days', { logGroups: [logGroup({ retention: value(0) })] }, 'low'],
    ['too short in production', { logGroups: [logGroup({ retention: value(7) })], environment: 'production' }, 'low'],
    [
      'gone within days in production',
      { logGroups: [logGroup({ retention: value(3) })], environment: 'production' },
      'medium',
    ],
  ])('%s', (_, fields, severity) => {
    expect(check(fields).map((problem) => ({ severity: retention.severity, ...problem }))).toMatchObject([
      { severity, fix: { class: 'parameter', edits: [{ text: '90' }] } },
    ]);
  });

  test.each<[string, Fields]>([
    ['short outside production', { logGroups: [logGroup({ retention: value(7) })], environment: 'other' }],
    ['short, production or not', { logGroups: [logGroup({ retention: value(7) })] }],
    ['not known', { logGroups: [logGroup({ retention: unresolved() })] }],
    ['of an archive', { logGroups: [logGroup({ archived: true })] }],
    ['of another service', { logGroups: [logGroup({ name: '/aws/codebuild/orders' })] }],
  ])('%s is silent', (_, fields) => expect(check(fields)).toEqual([]));

  test('the configured days are rounded to what is allowed', () => {
    const defaults = { ...context().defaults, logRetentionDays: 100 };
    expect(check({ logGroups: [logGroup()] }, context({ defaults }))).toMatchObject([
      { fix: { edits: [{ text: '120' }] } },
    ]);
  });
});

describe('undeclared log groups', () => {
  const check = (fields: Fields) => [...logGroupUndeclared.check(stackOf(fields), context())];

  test('a function without one', () => {
    expect(check({ functions: [fn()] })).toMatchObject([{ confidence: 'medium', fix: { class: 'exact' } }]);
  });

  test.each<[string, Fields]>([
    ['in a stack that may hold more', { functions: [fn()], open: true }],
    ['with a group that is not known', { functions: [fn({ logGroup: unresolved() })] }],
    ['with a declared group', { functions: [fn()], logGroups: [logGroup()] }],
    [
      'with a group whose name only the deployment knows',
      { functions: [fn()], logGroups: [logGroup({ functions: [], name: '/aws/lambda/${Name}' })] },
    ],
    ['that does not log', { functions: [fn({ logging: value(false) })] }],
    ['at the edge', { functions: [fn({ purpose: 'edge' })] }],
    ['of another cloud', { functions: [fn({ provider: 'azure' })] }],
    ['watched by a monitor', { functions: [fn()], monitors: [{ name: 'Datadog', functions: 'all' }] }],
  ])('a function %s is silent', (_, fields) => expect(check(fields)).toEqual([]));
});

describe('traces', () => {
  const check = (fields: Fields) => [...tracing.check(stackOf(fields), context())];

  test.each<[string, Fields]>([
    ['a function that says nothing', { functions: [fn()] }],
    ['a function that passes through', { functions: [fn({ tracing: value('off') })] }],
    ['a REST API', { apis: [api()] }],
    ['a GraphQL API', { apis: [api({ api: 'graphql' })] }],
    ['a REST API before a function that is not known to be traced', { apis: [api()], routes: [route()] }],
    ['a workflow', { workflows: [workflow()] }],
  ])('%s', (_, fields) => expect(check(fields)).toHaveLength(1));

  test.each<[string, Fields]>([
    ['a traced function', { functions: [fn({ tracing: value('active') })] }],
    ['a function of which it is not known', { functions: [fn({ tracing: unresolved() })] }],
    ['a function that runs in deployments only', { functions: [fn({ purpose: 'custom-resource' })] }],
    ['a function of another cloud', { functions: [fn({ provider: 'google' })] }],
    ['an HTTP API', { apis: [api({ api: 'http' })] }],
    [
      'an API before traced functions',
      { apis: [api()], routes: [route()], functions: [fn({ tracing: value('active') })] },
    ],
    [
      'everything under a monitor',
      { functions: [fn()], apis: [api()], monitors: [{ name: 'Datadog', functions: 'all' }] },
    ],
  ])('%s is silent', (_, fields) => expect(check(fields)).toEqual([]));

  test('an API that switches traces off is found before traced functions too', () => {
    const functions = [fn({ tracing: value('active') })];
    expect(check({ apis: [api({ tracing: value(false) })], routes: [route()], functions })).toHaveLength(1);
  });

  test('without a way to write it there is advice', () => {
    const found = check({ functions: [fn({ tracing: { ...unset(), write: () => undefined } })] });
    expect(found[0]?.fix).toBeUndefined();
    expect(found[0]?.advice).toContain('AWSXRayDaemonWriteAccess');
  });
});

describe('logs of APIs', () => {
  const check = (fields: Fields) => [...apiLogging.check(stackOf(fields))];

  test('a REST API lacks both', () => {
    expect(check({ apis: [api()] })).toMatchObject([
      { discriminator: 'access-log', severity: 'medium' },
      { discriminator: 'execution-log', severity: 'low' },
    ]);
  });

  test.each<[string, Fields, string]>([
    ['an HTTP API', { apis: [api({ api: 'http' })] }, 'medium'],
    ['a private API', { apis: [api({ api: 'http', visibility: value('private') })] }, 'low'],
    ['a GraphQL API', { apis: [api({ api: 'graphql' })] }, 'medium'],
    ['a workflow', { workflows: [workflow({ logging: value('off') })] }, 'medium'],
    ['one branch', { apis: [api({ api: 'http', accessLog: oneOf<string, 'new'>(value('Logs'), unset()) })] }, 'medium'],
  ])('%s lacks one', (_, fields, severity) => {
    expect(check(fields).map((problem) => problem.severity ?? apiLogging.severity)).toEqual([severity]);
  });

  test.each<[string, Fields]>([
    ['an API that logs', { apis: [api({ accessLog: value('Logs'), executionLog: value('info') })] }],
    ['an API of which it is not known', { apis: [api({ accessLog: unresolved(), executionLog: unresolved() })] }],
    ['a load balancer', { apis: [api({ api: 'alb' })] }],
    ['a workflow that logs', { workflows: [workflow({ logging: value('error') })] }],
  ])('%s is silent', (_, fields) => expect(check(fields)).toEqual([]));
});
