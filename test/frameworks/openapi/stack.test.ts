import { describe, expect, test } from '@jest/globals';
import { openapi } from '../../../src/frameworks/openapi/openapi.js';
import { heldFiles } from '../../support/examples.js';
import { parsedStack } from '../../support/parsed.js';

function authOf(scheme: string, more = '') {
  const text = `openapi: 3.0.3
info: { title: Orders, version: '1'${more} }
components: { securitySchemes: { members: ${scheme} } }
security: [{ members: [] }]
paths: { /orders: { get: { responses: {} } } }
`;
  const auth = parsedStack(openapi, 'openapi.yaml', heldFiles(new Map([['openapi.yaml', text]])))?.model.routes[0]
    ?.auth;
  return auth?.kind === 'known' ? auth.value.kind : auth?.kind;
}

describe('what a document by itself asks of callers', () => {
  test.each([
    ['a bearer token', '{ type: http, scheme: bearer }', 'jwt'],
    ['a password', '{ type: http, scheme: basic }', 'api-key'],
    ['a password, as version 2 writes it', '{ type: basic }', 'api-key'],
    ['a token of OAuth', '{ type: oauth2, flows: {} }', 'jwt'],
    ['a token of OpenID Connect', '{ type: openIdConnect, openIdConnectUrl: x }', 'jwt'],
    ['a key in a header', '{ type: apiKey, in: header, name: token }', 'api-key'],
    ['a certificate', '{ type: mutualTLS }', 'mtls'],
    ['something unheard of', '{ type: magic }', 'unknown'],
    ['nothing that can be read', '[]', 'unknown'],
  ])('%s', (_, scheme, kind) => expect(authOf(scheme)).toBe(kind));

  test.each([
    ['Amazon', ", x-amazon-apigateway-policy: ''"],
    ['Google', ", x-google-backend: ''"],
    ['Azure', ", x-ms-paths: ''"],
  ])('is for the gateway to say where one of %s serves it', (_, extension) => {
    expect(authOf('{ type: http, scheme: bearer }', extension)).toBe('unknown');
  });
});

test('a key in the address that every operation requires is placed where its scheme is declared', () => {
  const text = `openapi: 3.0.3
info: { title: Orders, version: '1' }
security: [{ members: [] }]
components:
  securitySchemes:
    members: { type: apiKey, in: query, name: token }
paths: { /orders: { get: { responses: {} } } }
`;
  const [route] =
    parsedStack(openapi, 'openapi.yaml', heldFiles(new Map([['openapi.yaml', text]])))?.model.routes ?? [];
  expect(text.slice(route?.auth.at.start, route?.auth.at.end)).toBe('members');
});
