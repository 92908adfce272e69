import { describe, expect, test } from '@jest/globals';
import { deriveFacts } from '../../../src/facts/stack.js';
import { googleGateway } from '../../../src/frameworks/google-cloud/google-gateway.js';
import { openapi } from '../../../src/frameworks/openapi/openapi.js';
import type { Setting } from '../../../src/model/setting.js';
import { heldFiles } from '../../support/examples.js';
import { parsedStack } from '../../support/parsed.js';

function files(text: string) {
  return heldFiles(new Map([['api.yaml', text]]));
}

function document(top: string, operation = ''): string {
  return `swagger: '2.0'
info: { title: Orders, version: 1.0.0 }
${top}
securityDefinitions:
  tokens: { type: oauth2, x-google-issuer: 'https://issuer.example.com' }
  key: { type: apiKey, name: key, in: query }
  head: { type: apiKey, name: x-api-key, in: header }
  basic: { type: basic }
paths:
  /orders:
    get:
      ${operation === '' ? 'summary: x' : operation}
      responses: { '200': { description: orders } }
`;
}

function said<T>(setting: Setting<T, never> | undefined): unknown {
  return setting?.kind === 'known' ? setting.value : setting?.kind;
}

const backend = 'x-google-backend: { address: https://orders.example.com }';

describe('who may call an operation', () => {
  test.each([
    ['anyone', '', { kind: 'none' }],
    ['holders of a token', 'security: [{ tokens: [] }]', { kind: 'jwt', authorizer: 'tokens' }],
    ['holders of a key', 'security: [{ key: [] }]', { kind: 'api-key', inQuery: true }],
    ['holders of both keys', 'security: [{ head: [], key: [] }]', { kind: 'api-key', inQuery: true, otherKey: 'both' }],
    [
      'holders of either',
      'security: [{ head: [] }, { key: [] }]',
      { kind: 'api-key', inQuery: true, otherKey: 'either' },
    ],
    ['holders of a key in a header', 'security: [{ head: [] }]', { kind: 'api-key' }],
    ['holders of a key and a token', 'security: [{ key: [], tokens: [] }]', { kind: 'jwt', authorizer: 'tokens' }],
    ['what the gateway does not check', 'security: [{ basic: [] }]', 'unknown'],
  ])('%s', (_, operation, auth) => {
    const stack = parsedStack(googleGateway, 'api.yaml', files(document(backend, operation)));
    expect(said(stack?.model.routes[0]?.auth)).toEqual(auth);
  });
});

test.each([
  ['an operation', "x-google-backend: { address: 'https://a.test' }", 'type: oauth2, x-google-issuer: a', 'jwt'],
  ['a scheme of OpenAPI 3', 'x-google-backend: a', 'type: openIdConnect, x-google-auth: { issuer: a }', 'jwt'],
  [
    'an operation, with a key',
    "x-google-backend: { address: 'https://a.test' }",
    'type: apiKey, name: key, in: query',
    'api-key',
  ],
])('a document is for Google by an extension of %s alone', (_, extension, scheme, kind) => {
  const text = `swagger: '2.0'
info: { title: Orders, version: 1.0.0 }
securityDefinitions: { own: { ${scheme} } }
paths:
  /orders:
    get:
      security: [{ own: [] }]
      ${extension}
`;
  const auth = parsedStack(googleGateway, 'api.yaml', files(text))?.model.routes[0]?.auth;
  expect(said(auth)).toMatchObject({ kind });
});

describe('the quota', () => {
  const quota = (value: string) =>
    `${backend}\nx-google-management: { quota: { limits: [{ name: a, values: { STANDARD: ${value} } }] } }`;

  test.each([
    ['none', backend, 'absent'],
    ['by the minute', quota('600'), { rate: 10, burst: 10 }],
    ['a variable', quota('"{{ limit }}"'), 'unknown'],
    ['of OpenAPI 3', 'x-google-api-management: { quota: { reads: { metric: a } }, backends: {} }', 'unknown'],
    ['none of OpenAPI 3', 'x-google-api-management: { backends: {} }', 'absent'],
  ])('%s', (_, top, throttle) => {
    const stack = parsedStack(googleGateway, 'api.yaml', files(document(top)));
    expect(said(stack?.model.apis[0]?.throttle)).toEqual(throttle);
  });
});

describe('a document that nothing deploys', () => {
  test('is no gateway', () => expect(parsedStack(googleGateway, 'api.yaml', files(document('')))).toBeUndefined());

  test('tells its routes, and nothing about who reaches them', () => {
    const stack = parsedStack(openapi, 'api.yaml', files(document('')));
    expect(stack?.model.routes.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /orders']);
    expect(stack?.model.apis.map(({ visibility }) => visibility.kind)).toEqual(['unknown']);
    expect(deriveFacts(stack?.model ?? neverRead()).functions).toEqual([]);
  });

  test.each([
    ['another file', 'a: 1\n'],
    ['a version without paths', 'openapi: 3.1.0\ninfo: {}\n'],
  ])('%s is none', (_, text) => expect(parsedStack(openapi, 'api.yaml', files(text))).toBeUndefined());

  test.each([
    ['by itself', openapi, 'openapi: 3.1.0\npaths: [\n'],
    ['of a gateway', googleGateway, 'openapi: 3.1.0\nx-google-backend: {}\npaths: [\n'],
  ])('half a document %s is told', (_, framework, text) => {
    const stack = parsedStack(framework, 'api.yaml', files(text));
    expect(stack?.model.open).toBe(true);
    expect(stack?.notices).toMatchObject([{ path: 'api.yaml', kind: 'unread' }]);
  });
});

function neverRead(): never {
  throw new Error('Not read.');
}
