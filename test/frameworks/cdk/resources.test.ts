import { beforeAll, describe, expect, test } from '@jest/globals';
import { cdk } from '../../../src/frameworks/cdk/cdk.js';
import type { Model } from '../../../src/model/model.js';
import { modelOf, programOf } from '../../support/cdk.js';

beforeAll(async () => cdk.prepare?.());

const fn = "const fn = new lambda.Function(this, 'Fn', {});";
const rest = "const api = new apigateway.RestApi(this, 'Api', {});";

function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error('There is none.');
  return item;
}

describe('routes', () => {
  test.each<readonly [string, string, object]>([
    [
      'an integration that says its own type',
      "api.root.addMethod('POST', new apigateway.Integration({ type: apigateway.IntegrationType.AWS, uri: 'arn:aws:apigateway:eu-west-1:sqs:path/x' }));",
      { integration: 'service', auth: { value: { kind: 'none' } } },
    ],
    [
      'an integration with options',
      "api.root.addMethod('POST', new apigateway.LambdaIntegration(fn, { proxy: false }));",
      { integration: 'function', function: 'Fn' },
    ],
    [
      'no integration but options',
      "api.root.addMethod('POST', undefined, { authorizationType: apigateway.AuthorizationType.IAM });",
      { auth: { value: { kind: 'iam' } } },
    ],
    [
      'an authorizer that is undefined',
      "api.root.addMethod('POST', new apigateway.LambdaIntegration(fn), { authorizer: undefined });",
      { auth: { value: { kind: 'none' } } },
    ],
  ])('%s', (_, statement, expected) => {
    expect(modelOf(programOf(`${fn} ${rest} ${statement}`)).routes).toMatchObject([expected]);
  });
});

describe('REST APIs', () => {
  const apiOf = (statements: string) => first(modelOf(programOf(statements)).apis);

  test.each<readonly [string, string, keyof Model['apis'][number], object]>([
    [
      'a limit of the stage',
      "new apigateway.RestApi(this, 'A', { deployOptions: { throttlingRateLimit: 5 } });",
      'throttle',
      { kind: 'known' },
    ],
    [
      'a limit of all methods',
      "new apigateway.RestApi(this, 'A', { deployOptions: { methodOptions: { '/*/*': { throttlingRateLimit: 5 } } } });",
      'throttle',
      { kind: 'known' },
    ],
    [
      'a limit of a usage plan',
      `${rest} const plan = api.addUsagePlan('P', { throttle: { rateLimit: 5, burstLimit: 2 } }); plan.addApiStage({ stage: api.deploymentStage });`,
      'throttle',
      { kind: 'known' },
    ],
    [
      'a plan by its stage',
      `${rest} new apigateway.UsagePlan(this, 'P', { throttle: { rateLimit: 5 }, apiStages: [{ stage: api.deploymentStage }] });`,
      'throttle',
      { kind: 'known' },
    ],
    [
      'a plan that a stage is added to',
      `${rest} const plan = new apigateway.UsagePlan(this, 'P', { throttle: { rateLimit: 5 } }); plan.addApiStage({ stage: api.deploymentStage });`,
      'throttle',
      { kind: 'known' },
    ],
    ['no limit', rest, 'throttle', { kind: 'absent' }],
    [
      'a stage that is asked for',
      "new apigateway.RestApi(this, 'A', { deploy: true });",
      'throttle',
      { kind: 'absent' },
    ],
    [
      'options from elsewhere',
      "new apigateway.RestApi(this, 'A', { deployOptions: props.options });",
      'throttle',
      { kind: 'unknown' },
    ],
    [
      'stages of its own',
      "const api = new apigateway.RestApi(this, 'A', { deploy: false }); const d = new apigateway.Deployment(this, 'D', { api }); new apigateway.Stage(this, 'S', { deployment: d, tracingEnabled: true });",
      'tracing',
      { value: true },
    ],
    ['no stage at all', "new apigateway.RestApi(this, 'A', { deploy: false });", 'tracing', { kind: 'unknown' }],
    [
      'an access log',
      "new apigateway.RestApi(this, 'A', { deployOptions: { accessLogDestination: new apigateway.LogGroupLogDestination(new logs.LogGroup(this, 'L')) } });",
      'accessLog',
      { kind: 'known' },
    ],
    [
      'preflights of all',
      "new apigateway.RestApi(this, 'A', { defaultCorsPreflightOptions: { allowOrigins: apigateway.Cors.ALL_ORIGINS, allowCredentials: true } });",
      'cors',
      { origins: [{ text: '*' }], credentials: { value: true } },
    ],
    [
      'preflights of a resource',
      `${rest} api.root.addCorsPreflight({ allowOrigins: ['*'], allowCredentials: true });`,
      'cors',
      { origins: [{ text: '*' }], credentials: { value: true } },
    ],
    [
      'a domain that asks for certificates',
      "new apigateway.RestApi(this, 'A', { domainName: { domainName: 'a.b', mtls: { bucket, key: 'x' } } });",
      'domain',
      { mutualTls: { value: true } },
    ],
    [
      'a domain that is added',
      `${rest} api.addDomainName('D', { domainName: 'a.b' });`,
      'domain',
      { mutualTls: { kind: 'absent' } },
    ],
    [
      'a domain of its own',
      `${rest} new apigateway.DomainName(this, 'D', { domainName: 'a.b', mapping: api });`,
      'domain',
      { mutualTls: { kind: 'absent' } },
    ],
    [
      'a domain that maps to it',
      `${rest} const d = new apigateway.DomainName(this, 'D', { domainName: 'a.b' }); d.addBasePathMapping(api);`,
      'domain',
      { mutualTls: { kind: 'absent' } },
    ],
    [
      'a mapping to a domain elsewhere',
      `${rest} new apigateway.BasePathMapping(this, 'M', { restApi: api, domainName: props.domain });`,
      'domain',
      { mutualTls: { kind: 'unknown' } },
    ],
  ])('%s', (_, statements, key, expected) => expect(apiOf(statements)[key]).toMatchObject(expected));
});

describe('HTTP, WebSocket and GraphQL APIs', () => {
  const http = "const api = new apigwv2.HttpApi(this, 'Api', { createDefaultStage: false });";
  const apiOf = (statements: string) => first(modelOf(programOf(statements)).apis);

  test.each<readonly [string, string, keyof Model['apis'][number], object]>([
    [
      'a stage that is added',
      `${http} api.addStage('Live', { throttle: { rateLimit: 5, burstLimit: 2 } });`,
      'throttle',
      { kind: 'known' },
    ],
    [
      'a stage of its own',
      `${http} new apigwv2.HttpStage(this, 'Live', { httpApi: api, throttle: { rateLimit: 5 } });`,
      'throttle',
      { kind: 'known' },
    ],
    ['the stage that it has', "new apigwv2.HttpApi(this, 'Api');", 'throttle', { kind: 'absent' }],
    ['no stage in this file', http, 'throttle', { kind: 'unknown' }],
    [
      'a stage of sockets',
      "const api = new apigwv2.WebSocketApi(this, 'Api'); new apigwv2.WebSocketStage(this, 'Live', { webSocketApi: api, stageName: 'live', throttle: { rateLimit: 5 } });",
      'throttle',
      { kind: 'known' },
    ],
    [
      'a domain',
      "const d = new apigwv2.DomainName(this, 'D', { domainName: 'a.b' }); new apigwv2.HttpApi(this, 'Api', { defaultDomainMapping: { domainName: d } });",
      'domain',
      { mutualTls: { kind: 'absent' } },
    ],
    [
      'a domain of a stage',
      `${http} const d = new apigwv2.DomainName(this, 'D', { domainName: 'a.b', mtls: { bucket, key: 'k' } }); api.addStage('Live', { domainMapping: { domainName: d } });`,
      'domain',
      { mutualTls: { value: true } },
    ],
    ['a graph with traces', "new appsync.GraphqlApi(this, 'G', { xrayEnabled: true });", 'tracing', { value: true }],
    [
      'a graph with a log',
      "new appsync.GraphqlApi(this, 'G', { logConfig: { fieldLogLevel: appsync.FieldLogLevel.ALL } });",
      'executionLog',
      { value: 'info' },
    ],
    ['a graph without', "new appsync.GraphqlApi(this, 'G', {});", 'executionLog', { kind: 'absent' }],
  ])('%s', (_, statements, key, expected) => expect(apiOf(statements)[key]).toMatchObject(expected));

  test.each([
    [
      'IAM',
      '{ authorizationConfig: { defaultAuthorization: { authorizationType: appsync.AuthorizationType.IAM } } }',
      'iam',
    ],
    [
      'a user pool',
      '{ authorizationConfig: { defaultAuthorization: { authorizationType: appsync.AuthorizationType.USER_POOL } } }',
      'cognito',
    ],
    ['nothing', '{}', 'api-key'],
  ])('a graph asks for %s', (_, properties, kind) => {
    const statements = `${fn} const g = new appsync.GraphqlApi(this, 'G', ${properties}); g.addLambdaDataSource('Orders', fn);`;
    expect(modelOf(programOf(statements)).routes).toMatchObject([{ function: 'Fn', auth: { value: { kind } } }]);
  });
});

test.each([
  ['that says nothing', '{ logConfig: { fieldLogLevel: appsync.FieldLogLevel.ALL } }', [{ kind: 'absent' }]],
  ['that says how long', '{ logConfig: { retention: logs.RetentionDays.ONE_WEEK } }', [{ kind: 'known', value: 7 }]],
  ['that says for ever', '{ logConfig: { retention: logs.RetentionDays.INFINITE } }', [{ kind: 'known', value: 0 }]],
  ['that comes from elsewhere', '{ logConfig: props.log }', [{ kind: 'unknown' }]],
  ['without a log', '{}', []],
])('the log group of a graph %s', (_, properties, expected) => {
  const { logGroups } = modelOf(programOf(`new appsync.GraphqlApi(this, 'G', ${properties});`));
  expect(logGroups.map(({ retention }) => retention)).toMatchObject(expected);
});

describe('policies of resources', () => {
  const anyone =
    'new iam.PolicyStatement({ actions: ["x:Y"], principals: [new iam.AnyPrincipal()], resources: ["*"] })';

  test.each([
    ['a topic', `new sns.Topic(this, 'R').addToResourcePolicy(${anyone});`, 'topic'],
    ['a bus', `new events.EventBus(this, 'R').addToResourcePolicy(${anyone});`, 'bus'],
    ['a key', `new kms.Key(this, 'R').addToResourcePolicy(${anyone});`, 'key'],
    ['a secret', `new secretsmanager.Secret(this, 'R').addToResourcePolicy(${anyone});`, 'secret'],
    ['a table', `new dynamodb.Table(this, 'R', {}).addToResourcePolicy(${anyone});`, 'table'],
    [
      'an API',
      `new apigateway.RestApi(this, 'R', { policy: new iam.PolicyDocument({ statements: [${anyone}] }) });`,
      'api',
    ],
    [
      'a queue, in a policy of its own',
      `const q = new sqs.Queue(this, 'R'); const p = new sqs.QueuePolicy(this, 'P', { queues: [q] }); p.document.addStatements(${anyone});`,
      'queue',
    ],
    [
      'a topic, in a policy of its own',
      `const t = new sns.Topic(this, 'R'); new sns.TopicPolicy(this, 'P', { topics: [t], policyDocument: new iam.PolicyDocument({ statements: [${anyone}] }) });`,
      'topic',
    ],
    [
      'a statement that names anyone later',
      "const s = new iam.PolicyStatement({ actions: ['x:Y'], resources: ['*'] }); s.addAnyPrincipal(); new sns.Topic(this, 'R').addToResourcePolicy(s);",
      'topic',
    ],
  ])('%s', (_, statements, targetKind) => {
    expect(modelOf(programOf(statements)).resourcePolicies).toMatchObject([
      { target: 'R', targetKind, principals: [{ term: { text: '*' } }] },
    ]);
  });

  test.each([
    ['of a service', "new iam.ServicePrincipal('x.amazonaws.com')", 'x.amazonaws.com'],
    ['of an account', "new iam.AccountPrincipal('123456789012')", '123456789012'],
    ['of anyone', 'new iam.AnyPrincipal()', '*'],
  ])('a permission %s', (_, principal, text) => {
    const statements = `${fn} fn.addPermission('P', { principal: ${principal} });`;
    expect(modelOf(programOf(statements)).resourcePolicies).toMatchObject([{ principals: [{ term: { text } }] }]);
  });

  test('a principal under conditions is not known', () => {
    const principal = "new iam.ServicePrincipal('x.amazonaws.com').withConditions({ StringEquals: {} })";
    const { resourcePolicies } = modelOf(programOf(`${fn} fn.addPermission('P', { principal: ${principal} });`));
    expect(resourcePolicies.flatMap(({ principals }) => principals)).toEqual([]);
  });
});
