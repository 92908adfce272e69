import { describe, expect, test } from '@jest/globals';
import { known } from '../../../src/model/setting.js';
import { header, parse } from './reading.js';

const functions = 'functions: { pay-bill: { handler: x, events: [{ http: GET a }] } }\n';

function service(section: string, id: string, properties: string): string {
  return `${header}${functions}resources: { ${section}: { ${id}: { Properties: { ${properties} } } } }\n`;
}

describe.each(['Resources', 'extensions'])('what the framework makes, under %s', (section) => {
  const model = (id: string, properties: string) => parse(service(section, id, properties)).model;

  test.each([
    ['tracing', 'TracingConfig: { Mode: Active }', 'active'],
    ['concurrency', 'ReservedConcurrentExecutions: 7', 7],
    ['runtime', 'Runtime: nodejs22.x', 'nodejs22.x'],
    ['memory', 'MemorySize: 512', 512],
    ['timeout', 'Timeout: 9', 9],
    ['logging', 'LoggingConfig: { SystemLogLevel: FATAL }', false],
    ['onFailure', 'DeadLetterConfig: { TargetArn: arn:aws:sqs:eu-west-1:1:dead }', 'arn:aws:sqs:eu-west-1:1:dead'],
  ] as const)('%s of a function', (key, properties, expected) => {
    const [fn] = model('PayDashbillLambdaFunction', properties).functions;
    expect(fn && known<unknown>(fn[key])).toBe(expected);
  });

  test('a value that only the deployment knows is unknown', () => {
    const [fn] = model('PayDashbillLambdaFunction', "TracingConfig: { Mode: '${env:MODE}' }").functions;
    expect(fn?.tracing.kind).toBe('unknown');
  });

  test('the group of its logs', () => {
    const { logGroups } = model('PayDashbillLogGroup', 'RetentionInDays: 30');
    expect(logGroups.map(({ retention }) => known(retention))).toEqual([30]);
  });

  test('the role of all functions', () => {
    const statement = 'Statement: [{ Effect: Allow, Action: "s3:*", Resource: "*" }]';
    const { roles } = model('IamRoleLambdaExecution', `Policies: [{ PolicyDocument: { ${statement} } }]`);
    expect(roles.flatMap(({ grants }) => grants.flatMap(({ actions }) => actions.terms))).toMatchObject([
      { text: 's3:*' },
    ]);
  });

  test('the stage of an API', () => {
    const limit = 'MethodSettings: [{ ResourcePath: /*, HttpMethod: "*", ThrottlingRateLimit: 5 }]';
    const [api] = model('ApiGatewayStage', `TracingEnabled: true, ${limit}`).apis;
    expect(api && known(api.tracing)).toBe(true);
    expect(api && known(api.throttle)).toMatchObject({ rate: 5 });
    expect(api?.accessLog.kind).toBe('absent');
  });

  test('an API, which stays one', () => {
    const { apis } = model('ApiGatewayRestApi', 'DisableExecuteApiEndpoint: true');
    expect(apis.map(({ defaultEndpoint }) => known(defaultEndpoint))).toEqual([false]);
  });
});

describe('how functions log', () => {
  const text = (provider: string, own: string) =>
    `${header}${provider}functions: { a: { handler: x${own} }, b: { handler: y } }\n`;
  test.each([
    ['for all of them', '  logs: { lambda: { applicationLogLevel: FATAL } }\n', '', [false, false]],
    ['for one of them', '', ', logs: { systemLogLevel: FATAL }', [false, undefined]],
    [
      'otherwise for one',
      '  logs: { lambda: { applicationLogLevel: FATAL } }\n',
      ', logs: { applicationLogLevel: INFO }',
      [true, false],
    ],
    ['not at all', '  logs: { lambda: { applicationLogLevel: INFO } }\n', ', disableLogs: true', [false, true]],
  ])('%s', (_, provider, own, expected) => {
    expect(parse(text(provider, own)).model.functions.map(({ logging }) => known(logging))).toEqual(expected);
  });

  test('a group that is named is not made', () => {
    const { logGroups } = parse(text('', ', logs: { logGroup: /shared/all }')).model;
    expect(logGroups.map(({ functions }) => functions)).toEqual([['b']]);
  });
});

describe('APIs of functions that are elsewhere', () => {
  test.each([
    ['are judged by what the provider says of them', '  tracing: { apiGateway: false }\n', ['ApiGatewayRestApi']],
    ['are nothing while it says nothing', '', []],
    ['are those of another service when it says so', '  apiGateway: { restApiId: abc }\n', ['ApiGatewayRestApi']],
  ])('%s', (_, provider, expected) => {
    const { apis } = parse(header + provider).model;
    expect(apis.map(({ id }) => id)).toEqual(expected);
  });
});

test('variables of a file beside the service may be anything', () => {
  const [fn] = parse(`${header}plugins: [serverless-dotenv-plugin]\n${functions}`).model.functions;
  expect(fn?.environmentOpen).toBe(true);
});
