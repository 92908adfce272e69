import { describe, expect, test } from '@jest/globals';
import { applyEdits } from '../../../src/findings/edits.js';
import { openapi } from '../../../src/frameworks/openapi/openapi.js';
import type { NewOperation } from '../../../src/model/api.js';
import { heldFiles } from '../../support/examples.js';
import { parsedStack } from '../../support/parsed.js';

function described(text: string, operation: Partial<NewOperation>): string | undefined {
  const path = text.startsWith('{') ? 'openapi.json' : 'openapi.yaml';
  const model = parsedStack(openapi, path, heldFiles(new Map([[path, text]])))?.model;
  const wanted = {
    method: 'GET',
    path: '/orders/{id}',
    auth: { kind: 'none' },
    like: undefined,
    ...operation,
  } as const;
  const edits = model?.apis[0]?.describe?.(wanted);
  return edits && applyEdits(text, edits);
}

const schemes = (...names: readonly string[]) =>
  `components:\n  securitySchemes:\n${names.map((name) => `    ${name}:\n      type: http\n      scheme: bearer\n`).join('')}`;
const head = 'openapi: 3.0.3\npaths:\n  /items:\n    get:\n      security:\n        - one: [read]\n';

describe('an operation is added to a document', () => {
  test('with the one scheme that stands for tokens', () => {
    expect(described(head + schemes('one'), { auth: { kind: 'cognito', authorizer: 'Users' } })).toContain(
      `      security:\n        - one: []\n`,
    );
  });

  test('with the scheme that is called like the authorizer, and its scopes', () => {
    const auth = { kind: 'jwt', authorizer: 'two', scopes: ['orders'] } as const;
    expect(described(head + schemes('one', 'two'), { auth })).toContain(
      'security:\n        - two:\n            - orders\n',
    );
  });

  test('with what another operation asks whose callers are known in the same way', () => {
    const like = { method: 'GET', path: '/items' };
    expect(described(head + schemes('one', 'two'), { auth: { kind: 'iam' }, like })).toContain(
      'security:\n        - one:\n            - read\n',
    );
  });

  test('open to everyone, where the gateway asks nobody', () => {
    expect(described(head, {})).toContain("  '/orders/{id}':\n    get:\n      summary: TODO\n");
    expect(described(head, {})).toContain('      security: []\n');
  });

  test('under the path that is there, whose parameters it shares', () => {
    const shared = `${head}  /orders/{orderId}:\n    parameters:\n      - name: orderId\n        in: path\n    put:\n      security: []\n`;
    const text = described(shared, {}) ?? '';
    expect(text.match(/\/orders/g)).toHaveLength(1);
    expect(text.match(/in: path/g)).toHaveLength(1);
  });

  test('in JSON of version 2, in the words of that version', () => {
    const text = described('{\n  "swagger": "2.0",\n  "paths": {\n    "/items": { "get": {} }\n  }\n}\n', {}) ?? '{}';
    expect(JSON.parse(text).paths['/orders/{id}'].get.parameters).toEqual([
      { name: 'id', in: 'path', required: true, type: 'string' },
    ]);
  });

  test.each<[string, string, Partial<NewOperation>]>([
    ['several schemes could be meant', head + schemes('one', 'two'), { auth: { kind: 'jwt' } }],
    ['no scheme is meant', head + schemes('one'), { auth: { kind: 'iam' } }],
    ['it has every method', head, { method: 'ANY' }],
    ['it is there', head, { path: '/items' }],
    ['its path is elsewhere', `${head}  /orders/{id}:\n    $ref: orders.yaml\n`, {}],
  ])('not where %s', (_, text, operation) => {
    expect(described(text, operation)).toBeUndefined();
  });
});
