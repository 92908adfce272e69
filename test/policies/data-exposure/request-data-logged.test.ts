import { describe, expect, test } from '@jest/globals';
import { deriveFacts } from '../../../src/facts/stack.js';
import { logsSecret } from '../../../src/policies/data-exposure/request-data-logged/log-format.js';
import policy from '../../../src/policies/data-exposure/request-data-logged/policy.js';
import { api, fn, model, route, span, unresolved, value, workflow } from '../../support/model.js';

function check(fields: Parameters<typeof model>[0]) {
  return [...policy.check(deriveFacts(model(fields)))];
}

const logsEvents = (text = 'true') =>
  fn({ environment: [{ name: 'POWERTOOLS_LOGGER_LOG_EVENT', nameAt: span(), value: value(text) }] });

describe('what is found', () => {
  test.each<[string, Parameters<typeof model>[0], string]>([
    ['traced bodies of a gateway', { apis: [api({ dataTrace: value(true) })] }, 'high'],
    ['verbose logs of a GraphQL API', { apis: [api({ api: 'graphql', dataTrace: value(true) })] }, 'low'],
    ['execution data', { workflows: [workflow({ logging: value('all'), executionData: value(true) })] }, 'low'],
    ['events of requests', { functions: [logsEvents()], routes: [route()] }, 'medium'],
    ['events of anything else', { functions: [logsEvents()] }, 'low'],
  ])('%s', (_, fields, severity) => expect(check(fields)).toMatchObject([{ severity, fix: { class: 'exact' } }]));

  test('credentials in the format of an access log, with no fix', () => {
    const found = check({ apis: [api({ accessLogFormat: value('$context.authorizer.accessToken') })] });
    expect(found).toMatchObject([{ discriminator: 'format' }]);
    expect(policy.severity).toBe('high');
    expect(found[0]?.fix).toBeUndefined();
  });
});

test.each<[string, Parameters<typeof model>[0]]>([
  ['a trace that is off', { apis: [api({ dataTrace: value(false) })] }],
  ['a trace that is not known', { apis: [api({ dataTrace: unresolved() })] }],
  ['a trace that is not set', { apis: [api()] }],
  ['execution data of a workflow that logs nothing', { workflows: [workflow({ executionData: value(true) })] }],
  ['a switch that is off', { functions: [logsEvents('false')] }],
])('%s is silent', (_, fields) => expect(check(fields)).toEqual([]));

test.each([
  ['$context.requestId $context.status', false],
  ['{"user":"$context.authorizer.principalId"}', false],
  ['{"key":"$context.identity.apiKeyId"}', false],
  ['{"token":"$context.requestId"}', false],
  ['{"t":"$context.authorizer.jwt"}', true],
  ['$context.authorizer.Authorization', true],
])('%s holds credentials: %s', (format, holds) => expect(logsSecret(format)).toBe(holds));
