import { describe, expect, test } from '@jest/globals';
import { known, unknown } from '../../../src/model/setting.js';
import { edited, header, parse } from './reading.js';

const nowhere = { path: '', start: 0, end: 0 };

const fn = 'functions: { a: { handler: x, events: [{ http: GET a }] } }\n';

describe('plugins', () => {
  test('throttling', () => {
    const text = `${header}custom: { apiGatewayThrottling: { maxRequestsPerSecond: 5, maxConcurrentRequests: 7 } }\n${fn}`;
    const [api] = parse(text).model.apis;
    expect(api && known(api.throttle)).toEqual({ rate: 5, burst: 7 });
  });

  test('a firewall', () => {
    const [api] = parse(`${header}custom: { associateWaf: { name: x, version: V2 } }\n${fn}`).model.apis;
    expect(api && known(api.firewall)).toBe(true);
  });

  test('a domain that asks for certificates', () => {
    const text = `${header}custom: { customDomain: { domainName: a.b, tlsTruststoreUri: s3://c/d } }\n${fn}`;
    const [api] = parse(text).model.apis;
    expect(api?.domain && known(api.domain.mutualTls)).toBe(true);
  });

  test('retention for older versions', () => {
    const text = `${header}plugins: [serverless-plugin-log-retention]\ncustom: { logRetentionInDays: 30 }\n${fn}`;
    expect(parse(text).model.logGroups.map(({ retention }) => known(retention))).toEqual([30]);
  });

  test('alarms', () => {
    const text = `${header}custom: { alerts: { topics: { alarm: t }, alarms: [functionErrors] } }\n${fn}`;
    expect(parse(text).model.alarms).toMatchObject([{ metric: 'Errors', watches: ['a'] }]);
  });

  test('state machines', () => {
    const machine = 'definition: { States: { A: { Type: Task, Resource: !GetAtt ALambdaFunction.Arn } } }';
    const text = `${header}stepFunctions: { stateMachines: { flow: { ${machine} } } }\n${fn}`;
    const [flow] = parse(text).model.workflows;
    expect(flow).toMatchObject({ logging: { kind: 'absent' }, invokes: ['a'] });
  });

  test('logs of state machines, which are declared with a group', () => {
    const text = `${header}${fn}stepFunctions:\n  stateMachines:\n    flow:\n      definition: {}\n`;
    const [flow] = parse(text).model.workflows;
    const written = flow?.logging.kind === 'absent' ? edited(text, flow.logging.write('new')) : undefined;
    expect(written).toContain('FlowExecutionLogs:\n      Type: AWS::Logs::LogGroup');
    expect(written && known(parse(written).model.workflows[0]?.logging ?? unknown(nowhere, ''))).toBe('error');
  });

  test('requests that start state machines', () => {
    const events = 'events: [{ http: POST b }, { http: { path: c, method: get, authorizer: aws_iam } }]';
    const { routes } = parse(`${header}stepFunctions: { stateMachines: { flow: { ${events} } } }\n`).model;
    expect(routes).toMatchObject([
      { method: 'POST', path: '/b', auth: { value: { kind: 'none' } }, integration: 'service' },
      { method: 'GET', path: '/c', auth: { value: { kind: 'iam' } }, integration: 'service' },
    ]);
    expect(routes.map((route) => route.function)).toEqual([undefined, undefined]);
  });

  test.each([
    [
      'of this version',
      '',
      'appSync: { authentication: { type: API_KEY }, dataSources: { a: { config: { functionName: a } } } }',
    ],
    [
      'of the former',
      'custom: ',
      '{ appSync: { authenticationType: API_KEY, dataSources: [{ name: x, config: { functionName: a } }] } }',
    ],
  ])('a GraphQL API %s', (_, key, value) => {
    const { apis, routes } = parse(`${header}functions: { a: { handler: x } }\n${key}${value}\n`).model;
    expect(apis).toMatchObject([{ api: 'graphql', accessLog: { kind: 'absent' }, tracing: { kind: 'absent' } }]);
    expect(routes).toMatchObject([{ function: 'a', auth: { value: { kind: 'api-key' } } }]);
  });

  test.each([
    ['a level', 'level: ERROR', 'known'],
    ['none', 'level: NONE', 'absent'],
    ['a level that is switched off', 'level: ALL, enabled: false', 'absent'],
  ])('the log of a GraphQL API with %s', (_, logging, kind) => {
    const [api] = parse(`${header}appSync: { authentication: { type: AWS_IAM }, logging: { ${logging} } }\n`).model
      .apis;
    expect(api?.accessLog.kind).toBe(kind);
  });

  test('a queue with its worker', () => {
    const text = `${header}plugins: [serverless-lift]\nconstructs: { jobs: { type: queue, worker: { handler: x, timeout: 9 } } }\n`;
    const { functions, triggers } = parse(text).model;
    expect(functions.map(({ id, timeout }) => [id, known(timeout)])).toEqual([['jobsWorker', 9]]);
    expect(triggers).toMatchObject([{ trigger: 'queue', function: 'jobsWorker' }]);
  });

  test.each([
    ['open to anyone', 'insecure: true', 'none'],
    ['behind a function', 'authorizer: { handler: x }', 'lambda'],
    ['that is not understood', 'eventType: paid', undefined],
  ])('a webhook %s', (_, line, expected) => {
    const text = `${header}plugins: [serverless-lift]\nconstructs: { pay: { type: webhook, path: POST /paid, ${line} } }\n`;
    const { functions, routes } = parse(text).model;
    expect(routes.map(({ auth }) => known(auth)?.kind)).toEqual([expected]);
    expect(functions.map(({ purpose }) => purpose)).toEqual(expected === 'lambda' ? ['authorizer'] : []);
  });

  test('constructs without their plugin are nothing', () => {
    const text = `${header}constructs: { jobs: { type: queue, worker: { handler: x } } }\n`;
    expect(parse(text).model.functions).toEqual([]);
  });

  test.each([
    ['one', '{ throttle: { rateLimit: 5 } }', 5],
    ['several by name', '[{ free: { quota: { limit: 1 } } }, { paid: { throttle: { rateLimit: 7 } } }]', 7],
    ['one without a limit', '{ quota: { limit: 1 } }', undefined],
  ])('usage plans: %s', (_, plans, rate) => {
    const [api] = parse(`${header}  apiGateway: { usagePlan: ${plans} }\n${fn}`).model.apis;
    expect(api && known(api.throttle)?.rate).toBe(rate);
  });

  test.each([
    ['in the clear', 'enabled: true', [true, undefined]],
    ['encrypted', 'enabled: true, dataEncrypted: true', [true, true]],
  ])('a cache %s', (_, said, expected) => {
    const [api] = parse(`${header}custom: { apiGatewayCaching: { ${said} } }\n${fn}`).model.apis;
    expect(api?.caching && [known(api.caching.enabled), known(api.caching.encrypted)]).toEqual(expected);
  });

  test.each([
    ['true', 1],
    ['axiom', 1],
    ['false', 0],
  ])('observability of all stages: %s', (said, count) => {
    const text = `${header}stages: { default: { observability: ${said} } }\n${fn}`;
    expect(parse(text).model.monitors.length).toBe(count);
  });

  test('a monitor around every function', () => {
    const text = `${header}plugins: [serverless-plugin-datadog]\n${fn}`;
    expect(parse(text).model.monitors).toEqual([{ name: 'Datadog', functions: 'all' }]);
  });
});

test('texts of the custom section under a secret’s name, but for those that functions use', () => {
  const custom =
    'custom: { db: { password: one }, apiToken: two, other: three, copy: { secret: "${self:custom.apiToken}" } }\n';
  const text = `${header}  environment: { TOKEN: '\${self:custom.apiToken}' }\n${custom}${fn}`;
  expect(parse(text).model.texts?.map(({ name, value }) => [name, known(value)])).toEqual([['db.password', 'one']]);
});

describe('proxies of a plugin', () => {
  const routeOf = (more: string) => {
    const proxies = `custom: { apiGatewayServiceProxies: [{ sqs: { path: /a, method: post, queueName: !GetAtt Queue.QueueName${more} } }] }\n`;
    const resources = 'resources: { Resources: { Queue: { Type: AWS::SQS::Queue } } }\n';
    return parse(`${header}${proxies}functions: { a: { handler: x } }\n${resources}`).model.routes[0];
  };

  test.each([
    ['without anything', '', 'none'],
    ['with a key', ', private: true', 'api-key'],
    ['of signed requests', ', authorizationType: AWS_IAM', 'iam'],
    ['with an authorizer', ', authorizationType: CUSTOM, authorizerId: { Ref: A }', 'lambda'],
    ['that nobody knows', ", authorizationType: '${env:TYPE}'", undefined],
  ])('%s', (_, more, expected) => {
    const route = routeOf(more);
    expect(route && known(route.auth)?.kind).toBe(expected);
    expect(route).toMatchObject({ method: 'POST', path: '/a', store: 'Queue', integration: 'service' });
  });
});

test('two composed services in one folder have parameters of their own', () => {
  const service = `${header}  logRetentionInDays: \${param:days}\nfunctions: { a: { handler: x } }\n`;
  const compose =
    'services:\n  a: { path: ., params: { days: 30 } }\n  b: { path: ., config: serverless.b.yml, params: { days: 60 } }\n';
  const texts = { 'serverless-compose.yml': compose, 'serverless.yml': service, 'serverless.b.yml': service };
  const days = (entry: string) => parse(texts, entry).model.logGroups.map(({ retention }) => known(retention));
  expect([days('serverless.yml'), days('serverless.b.yml')]).toEqual([[30], [60]]);
});

describe('services that are composed', () => {
  const service = `params: { default: { days: 7 } }\n${header}  logRetentionInDays: \${param:days}\nfunctions: { a: { handler: x } }\n`;
  const compose = (days: string): string =>
    `services:\n  api:\n    path: services/api\n    params:\n      days: ${days}\n`;
  test.each<[string, string, number | undefined]>([
    ['a parameter', '30', 30],
    ['the output of another service, which may be anything', '${other.days}', undefined],
  ])('%s', (_, days, expected) => {
    const texts = { 'serverless-compose.yml': compose(days), 'services/api/serverless.yml': service };
    const { model, files } = parse(texts, 'services/api/serverless.yml');
    expect(model.logGroups.map(({ retention }) => known(retention))).toEqual([expected]);
    expect(files).toContain('serverless-compose.yml');
  });
});
