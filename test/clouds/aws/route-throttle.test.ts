import { expect, test } from '@jest/globals';
import { modelOf, said } from './modelling.js';

const limit = '{ ThrottlingRateLimit: 5, ThrottlingBurstLimit: 9 }';
const fn = (event: string) => `
Fn: { Type: AWS::Serverless::Function, Properties: { Events: { Get: ${event} } } }
`;
const httpApi = (settings: string) =>
  `Api: { Type: AWS::Serverless::HttpApi, Properties: { StageName: prod, RouteSettings: ${settings} } }`;
const event = (own: string) => fn(`{ Type: HttpApi, Properties: { ApiId: !Ref Api, Path: /a, Method: get${own} } }`);
const socket = (settings: string) => `
Api:
  Type: AWS::Serverless::WebSocketApi
  Properties: { StageName: prod, RouteSettings: ${settings}, Routes: { $default: { FunctionArn: x } } }
`;
const documented = (path: string, settings: string) => `
Api: { Type: AWS::ApiGatewayV2::Api, Properties: { ProtocolType: HTTP, Body: { openapi: 3.0.1, paths: { ${path}: { get: {} } } } } }
Stage: { Type: AWS::ApiGatewayV2::Stage, Properties: { ApiId: !Ref Api, StageName: prod, RouteSettings: ${settings} } }
`;

test.each([
  ['of a SAM HTTP API, on the API', httpApi(`{ 'GET /a': ${limit} }`) + event(''), { rate: 5, burst: 9 }],
  ['of a SAM HTTP API, on the event', httpApi('{}') + event(`, RouteSettings: ${limit}`), { rate: 5, burst: 9 }],
  ['of a SAM HTTP API, on another route', httpApi(`{ 'GET /b': ${limit} }`) + event(''), 'absent'],
  ['of a SAM WebSocket API', socket(`{ $default: ${limit} }`), { rate: 5, burst: 9 }],
  ['of a SAM WebSocket API, on another route', socket(`{ send: ${limit} }`), 'absent'],
  ['of a document', documented('/a', `{ 'GET /a': ${limit} }`), { rate: 5, burst: 9 }],
  ['of the default route of a document', documented('/$default', `{ $default: ${limit} }`), { rate: 5, burst: 9 }],
  ['of a document, on another route', documented('/a', `{ $default: ${limit} }`), 'absent'],
])('the limit of a route %s', (_, text, expected) => {
  expect(said(modelOf(text).routes[0]?.throttle)).toEqual(expected);
});
