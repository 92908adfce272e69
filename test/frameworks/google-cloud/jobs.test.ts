import { expect, test } from '@jest/globals';
import { googleServices } from '../../../src/frameworks/google-cloud/google-services.js';
import { heldFiles } from '../../support/examples.js';
import { parsedStack } from '../../support/parsed.js';

const pod = 'containers:\n- image: i\n  env:\n  - name: MODE\n    value: fast\nserviceAccountName: a@p.test\n';

function under(...keys: readonly string[]): string {
  const lines = pod.trimEnd().split('\n');
  const opening = keys.map((key, depth) => `${'  '.repeat(depth)}${key}:`);
  return [...opening, ...lines.map((line) => '  '.repeat(keys.length) + line)].join('\n');
}

test.each([
  ['a job', 'run.googleapis.com/v1', 'Job', under('spec', 'template', 'spec', 'template', 'spec'), ['job/x']],
  ['a pool of workers', 'run.googleapis.com/v1', 'WorkerPool', under('spec', 'template', 'spec'), ['workerpool/x']],
  ['a job of Kubernetes', 'batch/v1', 'Job', under('spec', 'template', 'spec'), undefined],
])('%s', (_, apiVersion, ...[kind, spec, ids]) => {
  const text = `# run.googleapis.com/\napiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: x\n${spec}\n`;
  const model = parsedStack(googleServices, '*.yaml', heldFiles(new Map([['job.yaml', text]])))?.model;
  expect(model?.functions.map(({ id }) => id)).toEqual(ids);
  for (const fn of model?.functions ?? []) {
    expect(fn.environment).toMatchObject([{ name: 'MODE', value: { kind: 'known', value: 'fast' } }]);
    expect(fn.role.kind).toBe('unknown');
  }
});
