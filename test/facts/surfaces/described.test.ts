import { expect, test } from '@jest/globals';
import { bestDescription } from '../../../src/facts/surfaces/described.js';
import type { Surface } from '../../../src/facts/surfaces/surface.js';

function surface(operations: readonly string[], fields: Partial<Surface> = {}): Surface {
  return {
    stack: 'services/orders/template.yaml',
    api: 'OrdersApi',
    isDocument: false,
    basePaths: [],
    operations: operations.map((operation) => {
      const [method = '', path = ''] = operation.split(' ');
      return { id: operation, method, path, at: { path: 'template.yaml', start: 0, end: 1 } };
    }),
    ...fields,
  };
}

function document(operations: readonly string[], fields: Partial<Surface> = {}): Surface {
  return surface(operations, { stack: 'docs/openapi.yaml', isDocument: true, ...fields });
}

const api = surface(['GET /orders', 'POST /orders', 'GET /orders/{id}', 'DELETE /orders/{id}']);

function missing(one: Surface, ...documents: readonly Surface[]): readonly string[] | undefined {
  return bestDescription(one, documents)?.missing.map(({ id }) => id);
}

test.each([
  ['names of parameters do not matter', ['GET /orders', 'POST /orders', 'GET /orders/{orderId}'], {}],
  ['colons and angle brackets are parameters too', ['GET /orders', 'POST /orders', 'GET /orders/:id'], {}],
  ['a server may stand before all paths', ['GET /orders', 'POST /orders/', 'GET /orders/{id}'], { basePaths: ['/v1'] }],
  [
    'the document may write a version before all paths',
    ['GET /v1/orders', 'POST /v1/orders', 'GET /v1/orders/{x}'],
    {},
  ],
  ['any method of the document is each method', ['ANY /orders', 'GET /orders/{id}'], {}],
] as const)('%s', (_, operations, fields) => {
  expect(missing(api, document(operations, fields))).toEqual(['DELETE /orders/{id}']);
});

test.each([
  ['a document of another API', ['GET /invoices', 'POST /invoices', 'GET /invoices/{id}']],
  ['a document of less than half of it', ['GET /orders']],
] as const)('%s does not belong to it', (_, operations) => {
  expect(missing(api, document(operations))).toBeUndefined();
});

test('one operation that any API has says nothing, unless the document stands beside the API', () => {
  const small = surface(['GET /', 'POST /jobs']);
  expect(missing(small, document(['GET /']))).toBeUndefined();
  expect(missing(small, document(['GET /'], { stack: 'services/orders/openapi.yaml' }))).toEqual(['POST /jobs']);
});

test('of two documents the one that describes more belongs to it, of two alike the nearer one', () => {
  const part = document(['GET /orders', 'POST /orders'], { stack: 'services/orders/part.yaml' });
  const whole = document(['GET /orders', 'POST /orders', 'GET /orders/{id}']);
  const near = document(['GET /orders', 'POST /orders', 'GET /orders/{id}'], { stack: 'services/orders/api.yaml' });
  expect(bestDescription(api, [part, whole])?.document).toBe(whole);
  expect(bestDescription(api, [whole, near])?.document).toBe(near);
});

test('ten thousand operations are compared at once', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => `GET /a${index}/{id}/b`);
  const started = Date.now();
  expect(missing(surface([...many, 'GET /other']), document(many))).toEqual(['GET /other']);
  expect(Date.now() - started).toBeLessThan(2_000);
});
