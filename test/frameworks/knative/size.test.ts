import { expect, test } from '@jest/globals';
import { knative } from '../../../src/frameworks/knative/knative.js';
import { heldFiles } from '../../support/examples.js';
import { parsedStack } from '../../support/parsed.js';

const service = 'apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: { name: a }\nspec: { template: {} }\n';

test('a thousand folders of manifests are read within seconds', () => {
  const paths = Array.from({ length: 1000 }, (_, index) => `apps/app${index}/base`);
  const texts = paths.flatMap((path) => [
    [`${path}/service.yaml`, service] as const,
    [`${path}/kustomization.yaml`, 'resources: [service.yaml]\n'] as const,
  ]);
  const files = heldFiles(new Map(texts));
  const started = performance.now();
  const stacks = paths.map((path) => parsedStack(knative, `${path}/*.yaml`, files));
  expect(stacks.every((stack) => stack?.model.functions.length === 1)).toBe(true);
  expect(performance.now() - started).toBeLessThan(10_000);
});
