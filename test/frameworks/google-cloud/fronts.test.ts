import { expect, test } from '@jest/globals';
import { googleBuild } from '../../../src/frameworks/google-cloud/commands/deploying-files.js';
import { heldFiles } from '../../support/examples.js';
import { parsedStack } from '../../support/parsed.js';

const address = 'https://shop-abc123defg-uc.a.run.app';

function document(top: string, backend: string): string {
  return `${top}
info: { title: Shop, version: 1.0.0 }
paths:
  /orders:
    get:
      security: [{ key: [] }]
      x-google-backend: ${backend}
`;
}

const second = "swagger: '2.0'\nsecurityDefinitions: { key: { type: apiKey, name: key, in: query } }";
const third = `openapi: 3.0.4
components: { securitySchemes: { key: { type: apiKey, name: key, in: query } } }
x-google-api-management: { backends: { shop: { address: '${address}' } } }`;

test.each([
  ['by its address', document(second, `{ address: '${address}' }`), ['shop']],
  ['by the name that OpenAPI 3 gives it', document(third, 'shop'), ['shop']],
  ['by a name that nothing has', document(third, 'other'), []],
])('a gateway leads to a service %s', (_, text, led) => {
  const files = new Map([
    ['deploy.sh', 'gcloud run deploy shop'],
    ['openapi.yaml', text],
  ]);
  const routes = parsedStack(googleBuild, 'deploy.sh', heldFiles(files))?.model.routes ?? [];
  expect(routes.filter(({ path }) => path === '/orders').map((route) => route.function)).toEqual(led);
});
