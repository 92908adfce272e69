import { describe, expect, test } from '@jest/globals';
import { changed, modelOf, modelOfTemplate, said, templateText, write } from './modelling.js';

const api = (type: string, properties: string) => `
Api:
  Type: ${type}
  Properties:
    Name: x
${properties.replace(/^/gm, '    ')}
`;
const sam = (properties: string) => api('AWS::Serverless::Api', properties);
const samHttp = (properties: string) => api('AWS::Serverless::HttpApi', properties);

const wildcard = (settings: string) => `MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', ${settings} }]`;

test.each([
  ['nothing', '', 'GraphCloudWatchRole', 'info'],
  ['an empty map', 'Logging: {}', 'GraphCloudWatchRole', 'info'],
  ['a level', 'Logging: { FieldLogLevel: ERROR }', 'GraphCloudWatchRole', 'error'],
  ['a role', 'Logging: { CloudWatchLogsRoleArn: !GetAtt Own.Arn }', 'Own', 'info'],
  ['no', 'Logging: false', 'absent', 'absent'],
])('logs of a GraphQL API of SAM that says %s', (_, properties, requests, fields) => {
  const text = `Graph:\n  Type: AWS::Serverless::GraphQLApi\n  Properties:\n    SchemaUri: x\n    ${properties}\n`;
  const [api] = modelOf(text).apis;
  expect([said(api?.accessLog), said(api?.executionLog)]).toEqual([requests, fields]);
});

describe('settings of a SAM API', () => {
  test.each([
    ['no limit', sam('StageName: a'), 'throttle', 'absent'],
    ['a limit', sam(wildcard('ThrottlingRateLimit: 5, ThrottlingBurstLimit: 9')), 'throttle', { rate: 5, burst: 9 }],
    ['a rate alone', sam(wildcard('ThrottlingRateLimit: 5')), 'throttle', { rate: 5, burst: 5000 }],
    [
      'a limit of another path',
      sam('MethodSettings: [{ HttpMethod: GET, ResourcePath: /a, ThrottlingRateLimit: 5 }]'),
      'throttle',
      'absent',
    ],
    [
      'a limit of an HTTP API',
      samHttp('DefaultRouteSettings: { ThrottlingRateLimit: 5, ThrottlingBurstLimit: 9 }'),
      'throttle',
      { rate: 5, burst: 9 },
    ],
    [
      'a usage plan',
      sam('Auth: { UsagePlan: { CreateUsagePlan: PER_API, Throttle: { RateLimit: 5, BurstLimit: 9 } } }'),
      'throttle',
      { rate: 5, burst: 9 },
    ],
    ['an access log', sam('AccessLogSetting: { DestinationArn: !GetAtt Log.Arn }'), 'accessLog', 'Log'],
    [
      'an access log of an HTTP API',
      samHttp('AccessLogSettings: { DestinationArn: !GetAtt Log.Arn }'),
      'accessLog',
      'Log',
    ],
    ['a log of whatever method', sam('MethodSettings: [{ LoggingLevel: ERROR }]'), 'executionLog', 'error'],
    ['an execution log', sam(wildcard('LoggingLevel: ERROR')), 'executionLog', 'error'],
    [
      'a data trace of one method',
      sam('MethodSettings: [{ HttpMethod: GET, ResourcePath: /a, DataTraceEnabled: true }]'),
      'dataTrace',
      true,
    ],
    ['traces', sam('TracingEnabled: true'), 'tracing', true],
    ['a private endpoint', sam('EndpointConfiguration: { Type: PRIVATE }'), 'visibility', 'private'],
    ['a private endpoint in one word', sam('EndpointConfiguration: PRIVATE'), 'visibility', 'private'],
    ['a public endpoint', sam('EndpointConfiguration: { Type: REGIONAL }'), 'visibility', 'public'],
    [
      'a list of addresses',
      sam('Auth: { ResourcePolicy: { IpRangeWhitelist: [10.0.0.0/8] } }'),
      'visibility',
      'private',
    ],
    ['no provider address', sam('DisableExecuteApiEndpoint: true'), 'defaultEndpoint', false],
    ['an OpenAPI version', sam("OpenApiVersion: '3.0.1'"), 'openApiVersion', '3.0.1'],
  ] as const)('%s', (_, text, key, expected) => {
    expect(said(modelOf(text).apis[0]?.[key])).toEqual(expected);
  });

  test('a cache and its encryption', () => {
    const [found] = modelOf(sam(`CacheClusterEnabled: true\n${wildcard('CacheDataEncrypted: false')}`)).apis;
    expect([said(found?.caching?.enabled), said(found?.caching?.encrypted)]).toEqual([true, false]);
  });

  const method = (path: string, more: string) => `{ HttpMethod: GET, ResourcePath: ${path}, ${more} }`;
  const good = method('/a', 'CachingEnabled: true, CacheDataEncrypted: true');
  const open = method('/c', 'CachingEnabled: true, CacheDataEncrypted: !ImportValue x');
  test.each([
    ['in the clear', `[${good}, ${open}, ${method('/b', 'CachingEnabled: true')}]`, [true, 'absent']],
    ['in the clear, said', `[${method('/b', "CachingEnabled: 'true', CacheDataEncrypted: 'false'")}]`, [true, false]],
    ['encrypted', `[${good}, ${method('/b', 'CachingEnabled: false')}]`, [true, true]],
    ['known at deployment', `[${open}]`, [true, 'unknown']],
  ])('a cache of single methods, %s', (_, settings, expected) => {
    const [found] = modelOf(sam(`MethodSettings: ${settings}`)).apis;
    expect([said(found?.caching?.enabled), said(found?.caching?.encrypted)]).toEqual(expected);
  });

  test.each([
    ['REST, quoted', sam(`Cors: { AllowOrigin: "'*'", AllowCredentials: true }`), ['*'], true],
    ['REST, a text alone', sam(`Cors: "'https://a.example'"`), ['https://a.example'], 'absent'],
    ['HTTP', samHttp('CorsConfiguration: { AllowOrigins: [a, b], AllowCredentials: false }'), ['a', 'b'], false],
    ['HTTP, switched on', samHttp('CorsConfiguration: true'), ['*'], 'absent'],
  ])('origins of %s', (_, text, origins, credentials) => {
    const cors = modelOf(text).apis[0]?.cors;
    expect([cors?.origins.map((term) => term.text), said(cors?.credentials)]).toEqual([origins, credentials]);
  });

  test('a custom domain with certificates of its callers', () => {
    const [found] = modelOf(sam('Domain: { DomainName: a, MutualTlsAuthentication: { TruststoreUri: s3://x } }')).apis;
    expect(said(found?.domain?.mutualTls)).toBe(true);
  });

  test('a firewall in front', () => {
    const association = `
Wall:
  Type: AWS::WAFv2::WebACLAssociation
  Properties: { ResourceArn: !Sub 'arn:aws:apigateway:\${AWS::Region}::/restapis/\${Api}/stages/prod' }
`;
    expect(said(modelOf(sam('StageName: prod') + association).apis[0]?.firewall)).toBe(true);
    expect(said(modelOf(sam('StageName: prod')).apis[0]?.firewall)).toBe('absent');
  });
});

describe('writing', () => {
  test('an access log with its group, without headers and bodies', () => {
    const text = sam('StageName: a');
    const lines = changed(text, write(modelOf(text).apis[0]?.accessLog, 'new')) ?? [];
    expect(lines).toContain('ApiAccessLogs:');
    expect(lines).toContain('DestinationArn: !GetAtt ApiAccessLogs.Arn');
    expect(lines.join('')).not.toMatch(/header|body|authorizer/i);
  });

  test('a limit where there are no method settings', () => {
    const text = sam('StageName: a');
    expect(changed(text, write(modelOf(text).apis[0]?.throttle, { rate: 5, burst: 9 }))).toEqual([
      'MethodSettings:',
      "- HttpMethod: '*'",
      'ResourcePath: /*',
      'ThrottlingRateLimit: 5',
      'ThrottlingBurstLimit: 9',
    ]);
  });

  test('settings in the place of a list without a value, which is where their absence is told', () => {
    const text = sam('StageName: a\nMethodSettings:');
    const { executionLog, throttle } = modelOf(text).apis[0] ?? {};
    const { start = 0, end } = executionLog?.kind === 'absent' ? executionLog.at : {};
    expect(templateText(text).slice(start, end)).toBe('MethodSettings');
    expect(changed(text, write(executionLog, 'error'))).toContain('LoggingLevel: ERROR');
    expect(changed(text, write(throttle, { rate: 5, burst: 9 }))).toContain('ThrottlingBurstLimit: 9');
  });

  test('a limit beside other settings of all methods', () => {
    const text = sam("MethodSettings:\n  - HttpMethod: '*'\n    ResourcePath: /*\n    LoggingLevel: INFO");
    expect(changed(text, write(modelOf(text).apis[0]?.throttle, { rate: 5, burst: 9 }))).toEqual([
      'ThrottlingRateLimit: 5',
      'ThrottlingBurstLimit: 9',
    ]);
  });

  test('a limit of an HTTP API', () => {
    const text = samHttp('StageName: a');
    expect(changed(text, write(modelOf(text).apis[0]?.throttle, { rate: 5, burst: 9 }))).toEqual([
      'DefaultRouteSettings:',
      'ThrottlingRateLimit: 5',
      'ThrottlingBurstLimit: 9',
    ]);
  });

  test('the provider’s address is switched off', () => {
    const text = sam('StageName: a');
    expect(changed(text, write(modelOf(text).apis[0]?.defaultEndpoint, false))).toEqual([
      'DisableExecuteApiEndpoint: true',
    ]);
  });
});

describe('plain APIs', () => {
  const stage = (properties: string) => `
Api: { Type: AWS::ApiGateway::RestApi }
Stage:
  Type: AWS::ApiGateway::Stage
  Properties:
    RestApiId: !Ref Api
    StageName: prod
${properties.replace(/^/gm, '    ')}
`;

  test('settings are those of the stage', () => {
    const [found] = modelOf(stage('TracingEnabled: true\nAccessLogSetting: { DestinationArn: !GetAtt Log.Arn }')).apis;
    expect([said(found?.tracing), said(found?.accessLog), found?.stages.map(({ name }) => said(name))]).toEqual([
      true,
      'Log',
      ['prod'],
    ]);
  });

  test('of several stages the one that lacks a log speaks', () => {
    const other = '\nOld: { Type: AWS::ApiGateway::Stage, Properties: { RestApiId: !Ref Api, StageName: old } }\n';
    const [found] = modelOf(stage('AccessLogSetting: { DestinationArn: !GetAtt Log.Arn }') + other).apis;
    expect(said(found?.accessLog)).toBe('absent');
  });

  test('without a stage nothing is known of it', () => {
    expect(said(modelOf('Api: { Type: AWS::ApiGateway::RestApi }').apis[0]?.accessLog)).toBe('unknown');
  });

  test('a policy that refuses everyone outside a network', () => {
    const text = `
Api:
  Type: AWS::ApiGateway::RestApi
  Properties:
    Policy:
      Statement:
        - { Effect: Allow, Principal: '*', Action: 'execute-api:Invoke', Resource: '*' }
        - { Effect: Deny, Principal: '*', Action: 'execute-api:Invoke', Resource: '*', Condition: { StringNotEquals: { 'aws:SourceVpce': vpce-1 } } }
`;
    expect(said(modelOf(text).apis[0]?.visibility)).toBe('private');
  });

  test('the empty policy that Serverless Framework writes leaves the endpoint to decide', () => {
    const written = `Policy: ''\nEndpointConfiguration: { Types: [EDGE] }`;
    const text = api('AWS::ApiGateway::RestApi', written);
    expect(said(modelOf(text).apis[0]?.visibility)).toBe('public');
  });
});

test('the API that SAM makes takes its settings from Globals and stands there', () => {
  const text = `Transform: AWS::Serverless-2016-10-31
Globals:
  Api:
    TracingEnabled: true
    Auth: { DefaultAuthorizer: AWS_IAM }
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: { Events: { Get: { Type: Api, Properties: { Path: /a, Method: get } } } }
`;
  const { apis, routes } = modelOfTemplate(text);
  expect(text.slice(apis[0]?.at.start, apis[0]?.at.end)).toBe('Api');
  expect([said(apis[0]?.tracing), said(routes[0]?.auth)]).toEqual([true, { kind: 'iam' }]);
});

const document = `
paths:
  /a:
    get:
      security: [{ Pool: [] }]
      x-amazon-apigateway-integration: { type: aws_proxy }
    post:
      x-amazon-apigateway-integration: { type: mock }
components:
  securitySchemes:
    Pool: { type: apiKey, x-amazon-apigateway-authtype: cognito_user_pools }
`;

test('routes come from a document in the repository', () => {
  const { apis, routes } = modelOf(sam('DefinitionUri: api/openapi.yaml'), { 'api/openapi.yaml': document });
  expect(apis[0]).toMatchObject({ document: 'api/openapi.yaml', routesOpen: false, authorizers: [{ name: 'Pool' }] });
  expect(routes.map((route) => [route.id, said(route.auth), route.integration])).toEqual([
    ['Api GET /a', { kind: 'cognito', authorizer: 'Pool' }, 'function'],
    ['Api POST /a', { kind: 'none' }, 'mock'],
  ]);
});

test('a document elsewhere leaves routes open', () => {
  expect(modelOf(sam('DefinitionUri: s3://bucket/key')).apis[0]).toMatchObject({
    routesOpen: true,
    document: undefined,
  });
});

test.each([
  ['that names a stage', 'StageName: prod', [['Deployment', true]]],
  ['that describes a stage', "StageDescription: { CachingEnabled: 'true' }", [['Deployment', true]]],
  ['of neither', 'Description: first', []],
])('a deployment %s, of an API elsewhere', (_, properties, expected) => {
  const { apis } = modelOf(`Deployment: { Type: AWS::ApiGateway::Deployment, Properties: { ${properties} } }`);
  expect(apis.map(({ id, tracing }) => [id, said(tracing) === 'absent'])).toEqual(expected);
});
