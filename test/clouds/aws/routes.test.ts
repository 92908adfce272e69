import { describe, expect, test } from '@jest/globals';
import { changed, modelOf, said, templateText, write } from './modelling.js';

const rest = (auth: string, event: string) => `
Api:
  Type: AWS::Serverless::Api
  Properties:
    StageName: prod
${auth.replace(/^/gm, '    ')}
Fn:
  Type: AWS::Serverless::Function
  Properties:
    Events:
      Get:
        Type: Api
        Properties:
          RestApiId: !Ref Api
          Path: /orders
          Method: get
${event.replace(/^/gm, '          ')}
`;

const authorizers = `
Auth:
  DefaultAuthorizer: Pool
  Authorizers:
    Pool: { UserPoolArn: x }
    Mine: { FunctionArn: y }`;

describe('events of a SAM REST API', () => {
  test.each([
    ['nothing asks for anything', '', '', { kind: 'none' }],
    ['the default authorizer holds', authorizers, '', { kind: 'cognito', authorizer: 'Pool' }],
    ['its own authorizer', authorizers, 'Auth: { Authorizer: Mine }', { kind: 'lambda', authorizer: 'Mine' }],
    ['opened on purpose', authorizers, 'Auth: { Authorizer: NONE }', { kind: 'none' }],
    ['IAM', '', 'Auth: { Authorizer: AWS_IAM }', { kind: 'iam' }],
    ['a key of its own', '', 'Auth: { ApiKeyRequired: true }', { kind: 'api-key' }],
    ['a key for all', 'Auth: { ApiKeyRequired: true }', '', { kind: 'api-key' }],
    ['no key after all', 'Auth: { ApiKeyRequired: true }', 'Auth: { ApiKeyRequired: false }', { kind: 'none' }],
    ['an imported authorizer', '', 'Auth: { Authorizer: !ImportValue x }', 'unknown'],
    [
      'scopes',
      authorizers,
      'Auth: { AuthorizationScopes: [read] }',
      { kind: 'cognito', authorizer: 'Pool', scopes: ['read'] },
    ],
  ])('%s', (_, auth, event, expected) => {
    const [route] = modelOf(rest(auth, event)).routes;
    expect(route).toMatchObject({ id: 'Api GET /orders', method: 'GET', path: '/orders', api: 'Api', function: 'Fn' });
    expect(said(route?.auth)).toEqual(expected);
  });

  test('the place is the line that decides', () => {
    const placeOf = (auth: string, event: string) => {
      const text = rest(auth, event);
      const at = modelOf(text).routes[0]?.auth.at;
      return at && templateText(text).slice(at.start, at.end);
    };
    expect(placeOf('', '')).toBe('Get');
    expect(placeOf(authorizers, '')).toBe('Pool');
    expect(placeOf(authorizers, 'Auth: { Authorizer: NONE }')).toBe('NONE');
  });

  test.each([
    ['IAM', { kind: 'iam' }, ['Auth:', 'Authorizer: AWS_IAM']],
    ['an authorizer of the API', { kind: 'cognito', authorizer: 'Pool' }, ['Auth:', 'Authorizer: Pool']],
    ['a key', { kind: 'api-key' }, ['Auth:', 'ApiKeyRequired: true']],
  ] as const)('%s is written beside the event', (_, auth, expected) => {
    const text = rest('', '');
    expect(changed(text, write(modelOf(text).routes[0]?.auth, auth))).toEqual(expected);
  });

  test('validation is switched on with the API’s only model', () => {
    const text = rest('Models: { Order: { type: object } }', '');
    const [route] = modelOf(text).routes;
    expect([said(route?.validation), route?.hasModel]).toEqual(['absent', true]);
    expect(changed(text, write(route?.validation, true))).toEqual([
      'RequestModel:',
      'Model: Order',
      'Required: true',
      'ValidateBody: true',
      'ValidateParameters: true',
    ]);
  });

  test('events that name no API make one', () => {
    const text = rest('', '').replace(/ +RestApiId: !Ref Api\n/, '');
    const { apis, routes } = modelOf(text);
    expect(apis.map(({ id }) => id)).toEqual(['Api', 'ServerlessRestApi']);
    expect(routes[0]?.id).toBe('ServerlessRestApi GET /orders');
    expect(apis[1]?.at).toEqual(routes[0]?.at);
  });
});

const http = (auth: string, event: string) => `
Api:
  Type: AWS::Serverless::HttpApi
  Properties:
    StageName: prod
${auth.replace(/^/gm, '    ')}
Fn:
  Type: AWS::Serverless::Function
  Properties:
    Events:
      All:
        Type: HttpApi
        Properties:
          ApiId: !Ref Api
${event.replace(/^/gm, '          ')}
`;

describe('events of a SAM HTTP API', () => {
  test('without path and method it is the default route', () => {
    expect(modelOf(http('', '')).routes[0]).toMatchObject({ id: 'Api ANY $default' });
  });

  test('a token authorizer by default', () => {
    const auth = 'Auth: { DefaultAuthorizer: J, Authorizers: { J: { JwtConfiguration: { issuer: x } } } }';
    expect(said(modelOf(http(auth, 'Path: /a')).routes[0]?.auth)).toEqual({ kind: 'jwt', authorizer: 'J' });
  });

  test('IAM is allowed on the API too', () => {
    const text = http('', 'Path: /a\nMethod: post');
    const lines = changed(text, write(modelOf(text).routes[0]?.auth, { kind: 'iam' }));
    expect(lines).toEqual(['Auth:', 'EnableIamAuthorizer: true', 'Auth:', 'Authorizer: AWS_IAM']);
  });

  test('it has no validation and no key', () => {
    const [route] = modelOf(http('', 'Auth: { ApiKeyRequired: true }')).routes;
    expect([said(route?.auth), said(route?.validation)]).toEqual([{ kind: 'none' }, 'none']);
  });
});

const plain = (method: string) => `
Api: { Type: AWS::ApiGateway::RestApi }
Orders:
  Type: AWS::ApiGateway::Resource
  Properties: { RestApiId: !Ref Api, ParentId: !GetAtt Api.RootResourceId, PathPart: orders }
Order:
  Type: AWS::ApiGateway::Resource
  Properties: { RestApiId: !Ref Api, ParentId: !Ref Orders, PathPart: '{id}' }
Checks:
  Type: AWS::ApiGateway::RequestValidator
  Properties: { RestApiId: !Ref Api, ValidateRequestBody: true }
Fn: { Type: AWS::Lambda::Function }
Method:
  Type: AWS::ApiGateway::Method
  Properties:
    RestApiId: !Ref Api
    ResourceId: !Ref Order
    HttpMethod: POST
    Integration:
      Type: AWS_PROXY
      Uri: !Sub 'arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Fn.Arn}/invocations'
${method.replace(/^/gm, '    ')}
`;

describe('methods of a plain REST API', () => {
  test.each([
    ['nothing said', '', { kind: 'none' }],
    ['open', 'AuthorizationType: NONE', { kind: 'none' }],
    ['open with a key', 'AuthorizationType: NONE\nApiKeyRequired: true', { kind: 'api-key' }],
    ['IAM', 'AuthorizationType: AWS_IAM', { kind: 'iam' }],
    ['an authorizer', 'AuthorizationType: CUSTOM\nAuthorizerId: !Ref A', { kind: 'lambda', authorizer: 'A' }],
    ['unknown', 'AuthorizationType: !ImportValue x', 'unknown'],
  ])('%s', (_, method, expected) => {
    const [route] = modelOf(plain(method)).routes;
    expect(route).toMatchObject({ id: 'Api POST /orders/{id}', function: 'Fn', integration: 'function' });
    expect(said(route?.auth)).toEqual(expected);
  });

  test('the API’s validator of bodies is named', () => {
    const text = plain('RequestModels: { application/json: Order }');
    const [route] = modelOf(text).routes;
    expect(route?.hasModel).toBe(true);
    expect(changed(text, write(route?.validation, true))).toEqual(['RequestValidatorId: !Ref Checks']);
  });

  test('a validator that checks something', () => {
    expect(said(modelOf(plain('RequestValidatorId: !Ref Checks')).routes[0]?.validation)).toBe(true);
  });
});

const routes = ([kind, key, more]: readonly [string, string, string]) => `
Api: { Type: AWS::ApiGatewayV2::Api, Properties: { ProtocolType: ${kind} } }
Fn: { Type: AWS::Lambda::Function }
Integration:
  Type: AWS::ApiGatewayV2::Integration
  Properties: { ApiId: !Ref Api, IntegrationType: AWS_PROXY, IntegrationUri: !GetAtt Fn.Arn }
Route:
  Type: AWS::ApiGatewayV2::Route
  Properties: { ApiId: !Ref Api, RouteKey: ${key}, Target: !Sub 'integrations/\${Integration}'${more} }
`;

describe('plain routes of an API elsewhere', () => {
  const elsewhere = (key: string, more = '') => `
Route:
  Type: AWS::ApiGatewayV2::Route
  Properties: { ApiId: !ImportValue Api, RouteKey: ${key}${more} }`;

  test.each([
    ['a path says by its key that nobody is asked', 'GET /orders', '', 'GET /orders'],
    ['an authorizer is said at its own place', 'GET /orders', ', AuthorizationType: JWT', 'JWT'],
  ])('%s', (_, key, more, place) => {
    const text = elsewhere(key, more);
    const auth = modelOf(text).routes[0]?.auth;
    expect(auth && templateText(text).slice(auth.at.start, auth.at.end)).toBe(place);
  });

  test.each(['$connect', '$default', 'sendMessage'])('%s may be of a WebSocket API', (key) => {
    const [route] = modelOf(elsewhere(key)).routes;
    expect(route?.auth.at.start).toBe(route?.at.start);
  });
});

describe('the route for everything else, of an API elsewhere', () => {
  const beside = (other: string) => `
Route: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !ImportValue Api, RouteKey: $default } }
Other: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !ImportValue Api, ${other} } }`;

  test.each([
    ['a path', 'RouteKey: GET /orders', true],
    ['a token', 'RouteKey: $default, AuthorizationType: JWT', true],
    ['a connection', 'RouteKey: $connect', false],
    ['another like it', 'RouteKey: $default', false],
    ['a message', 'RouteKey: sendMessage, AuthorizationType: JWT', false],
  ])('beside %s', (_, other, isSaid) => {
    const [route] = modelOf(beside(other)).routes;
    expect(route?.auth.at.start !== route?.at.start).toBe(isSaid);
  });
});

describe('plain routes', () => {
  test.each([
    ['of an HTTP API', ['HTTP', 'GET /orders', ''], 'Api GET /orders', { kind: 'none' }],
    ['with IAM', ['HTTP', 'GET /orders', ', AuthorizationType: AWS_IAM'], 'Api GET /orders', { kind: 'iam' }],
    ['by default', ['HTTP', '$default', ''], 'Api ANY $default', { kind: 'none' }],
    ['of a WebSocket API', ['WEBSOCKET', '$connect', ''], 'Api WS $connect', { kind: 'none' }],
  ] as const)('%s', (_, written, id, auth) => {
    const [route] = modelOf(routes(written)).routes;
    expect(route).toMatchObject({ id, function: 'Fn', integration: 'function' });
    expect(said(route?.auth)).toEqual(auth);
  });

  test('a quick-created API has one open route', () => {
    const text =
      'Api: { Type: AWS::ApiGatewayV2::Api, Properties: { ProtocolType: HTTP, Target: !GetAtt Fn.Arn } }\nFn: { Type: AWS::Lambda::Function }';
    expect(modelOf(text).routes).toMatchObject([
      { id: 'Api ANY $default', function: 'Fn', auth: { value: { kind: 'none' } } },
    ]);
  });
});

test.each([
  ['API_KEY', 'api-key'],
  ['AWS_LAMBDA', 'lambda'],
  ['AMAZON_COGNITO_USER_POOLS', 'cognito'],
])('a GraphQL API with %s', (type, kind) => {
  const text = `Api: { Type: AWS::AppSync::GraphQLApi, Properties: { AuthenticationType: ${type} } }`;
  expect(said(modelOf(text).routes[0]?.auth)).toEqual({ kind });
});

test.each([
  ['SAM', 'Fn: { Type: AWS::Serverless::Function, Properties: { FunctionUrlConfig: { AuthType: NONE } } }', 'FnUrl'],
  [
    'CloudFormation',
    'Fn: { Type: AWS::Lambda::Function }\nUrl: { Type: AWS::Lambda::Url, Properties: { AuthType: NONE, TargetFunctionArn: !Ref Fn } }',
    'Url',
  ],
])('an open function URL in %s', (_, text, id) => {
  const [url] = modelOf(text).urls;
  expect(url).toMatchObject({ id, function: 'Fn' });
  expect(said(url?.auth)).toBe('none');
  expect(write(url?.auth, 'iam')).toMatchObject([{ text: expect.stringContaining('AWS_IAM') }]);
});

describe('a route that hands requests to a service names what stands behind it', () => {
  const flow = 'Flow: { Type: AWS::StepFunctions::StateMachine, Properties: {} }';
  const uri = "!Sub 'arn:${AWS::Partition}:apigateway:${AWS::Region}:states:action/StartExecution'";
  const input = 'application/json: !Sub \'{"stateMachineArn": "${Flow}"}\'';

  test.each([
    [
      'in the document of its API',
      `Api: { Type: AWS::ApiGateway::RestApi, Properties: { Body: { swagger: '2.0', paths: { /flow: { post: { x-amazon-apigateway-integration: { type: aws, credentials: !GetAtt Role.Arn, uri: ${uri}, requestTemplates: { ${input} } } } } } } } }`,
    ],
    [
      'in its method',
      `Method: { Type: AWS::ApiGateway::Method, Properties: { HttpMethod: POST, Integration: { Type: AWS, Credentials: !GetAtt Role.Arn, Uri: ${uri}, RequestTemplates: { ${input} } } } }`,
    ],
  ])('%s', (_, written) => {
    const text = `${written}\n${flow}\nRole: { Type: AWS::IAM::Role, Properties: {} }`;
    expect(modelOf(text).routes).toMatchObject([{ integration: 'service', store: 'Flow', function: undefined }]);
  });
});
