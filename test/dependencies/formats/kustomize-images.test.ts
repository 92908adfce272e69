import { expect, test } from '@jest/globals';
import { knativeImages } from '../../../src/dependencies/formats/images.js';
import { kustomizeImages } from '../../../src/dependencies/formats/kustomize-images.js';
import { touchedManifests } from '../../../src/dependencies/touched.js';
import { heldFiles } from '../../support/examples.js';
import { reviewFiles } from '../../support/judging.js';

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

const plain = 'apiVersion: serving.knative.dev/v1\nkind: Service\nspec:\n  image: ghcr.io/shop/orders\n';
const upon = (images: string, below = '../../base') => `resources:\n- ${below}\nimages:\n${images}`;
const pinning = '- name: ghcr.io/shop/orders\n  newTag: v1\n';

test.each<readonly [string, Readonly<Record<string, string>>, readonly string[]]>([
  ['nothing deploys it otherwise', {}, ['ghcr.io/shop/orders']],
  ['its only overlay gives it a tag', { 'live/a/kustomization.yaml': upon(pinning) }, []],
  [
    'its only overlay gives it a digest',
    { 'live/a/kustomization.yaml': upon(pinning.replace('newTag: v1', `digest: ${digest}`)) },
    [],
  ],
  [
    'one of two overlays leaves it as it is',
    { 'live/a/kustomization.yaml': upon(pinning), 'live/b/kustomization.yaml': 'resources:\n- ../../base\n' },
    ['ghcr.io/shop/orders'],
  ],
  [
    'an overlay sets another image',
    { 'live/a/kustomization.yaml': upon(pinning.replace('orders', 'bills')) },
    ['ghcr.io/shop/orders'],
  ],
  [
    'an overlay upon an overlay',
    {
      'live/a/kustomization.yaml': upon(pinning, '../b'),
      'live/b/kustomization.yaml': upon('- name: ghcr.io/shop/orders\n  newName: ghcr.io/shop/bills\n'),
    },
    ['ghcr.io/shop/orders'],
  ],
  [
    'an overlay upon one that renames it',
    {
      'live/a/kustomization.yaml': upon(pinning.replace('orders', 'bills'), '../b'),
      'live/b/kustomization.yaml': upon('- name: ghcr.io/shop/orders\n  newName: ghcr.io/shop/bills\n'),
    },
    [],
  ],
  [
    'a component of its overlay',
    {
      'live/a/kustomization.yaml': 'resources: [../../base]\ncomponents: [../c]\n',
      'live/c/kustomization.yaml': `kind: Component\nimages:\n${pinning}`,
    },
    [],
  ],
])('the image of a base, where %s', (_, overlays, images) => {
  const path = 'base/service.yaml';
  const texts = { 'base/kustomization.yaml': 'resources:\n- service.yaml\n', [path]: plain, ...overlays };
  const files = heldFiles(new Map(Object.entries(texts)));
  expect(knativeImages.parse({ path, text: plain, files }).components.map(({ name }) => name)).toEqual(images);
});

test('a change of an overlay touches the services that it deploys', () => {
  const files = heldFiles(
    new Map([
      ['live/kustomization.yaml', 'resources:\n- ../base\n'],
      ['base/kustomization.yaml', 'resources:\n- service.yaml\n'],
      ['base/service.yaml', plain],
    ]),
  );
  expect(touchedManifests(['live/kustomization.yaml'], files)).toContain('base/service.yaml');
});

test('an overlay that no longer gives a tag brings the open image of its base', async () => {
  const tree = (overlay: string) =>
    new Map([
      ['live/kustomization.yaml', overlay],
      ['base/kustomization.yaml', 'resources:\n- service.yaml\n'],
      ['base/service.yaml', plain],
    ]);
  const [pinned, open] = [tree(upon(pinning, '../base')), tree('resources:\n- ../base\n')];
  const told = async (base: ReadonlyMap<string, string>, head: ReadonlyMap<string, string>) => {
    const { findings } = await reviewFiles(base, head);
    return findings.flatMap(({ policy, status, at }) =>
      policy === 'unpinned-component' ? [`${status} ${at.path}`] : [],
    );
  };
  expect(await told(pinned, open)).toContain('introduced base/service.yaml');
  expect(await told(open, pinned)).toContain('fixed base/service.yaml');
});
