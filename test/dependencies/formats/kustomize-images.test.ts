import { expect, test } from '@jest/globals';
import { kustomizeImages } from '../../../src/dependencies/formats/kustomize-images.js';
import { heldFiles } from '../../support/examples.js';

const service = 'apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: { name: orders }\n';
const deployment = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: orders }\n';

function imagesOf(text: string, base = service) {
  const path = 'overlays/live/kustomization.yaml';
  const files = heldFiles(
    new Map([
      [path, text],
      ['base/service.yaml', base],
      ['overlays/live/own.yaml', deployment],
    ]),
  );
  return kustomizeImages
    .parse({ path, text, files })
    .components.map(({ name, version, range, at }) => [name, version, range, text.slice(at.start, at.end)]);
}

const head = 'resources:\n- ../../base\n- own.yaml\n';
const digest = `sha256:${'a'.repeat(64)}`;

test.each<readonly [string, string, readonly (readonly string[])[]]>([
  ['a tag', `${head}images:\n- name: orders\n  newTag: "1.2"\n`, [['orders', '1.2', '1.2', '1.2']]],
  ['an indented list', `${head}images:\n  - name: orders\n    newTag: v1\n`, [['orders', 'v1', 'v1', 'v1']]],
  ['a tag before the name', `${head}images:\n- newTag: v1\n  name: orders\n`, [['orders', 'v1', 'v1', 'v1']]],
  [
    'another name',
    `${head}images:\n- name: orders\n  newName: ghcr.io/shop/orders\n  newTag: v1\n`,
    [['ghcr.io/shop/orders', 'v1', 'v1', 'v1']],
  ],
  ['a digest', `${head}images:\n- name: orders\n  digest: ${digest}\n`, [['orders', digest, `@${digest}`, digest]]],
  ['flow style', `${head}images: [{ name: orders, newTag: v1 }]\n`, [['orders', 'v1', 'v1', 'v1']]],
  [
    'two images',
    `${head}images:\n- name: a\n  newTag: v1\n- name: b\n  newTag: v2\nnamePrefix: x\n`,
    [
      ['a', 'v1', 'v1', 'v1'],
      ['b', 'v2', 'v2', 'v2'],
    ],
  ],
  ['a name alone', `${head}images:\n- name: orders\n  newName: ghcr.io/shop/orders\n`, []],
])('%s', (_, text, images) => expect(imagesOf(text)).toEqual(images));

test('what deploys no function has none', () => {
  expect(imagesOf(`${head}images:\n- name: orders\n  newTag: v1\n`, deployment)).toEqual([]);
});
