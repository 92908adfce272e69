import { describe, expect, test } from '@jest/globals';
import { otherTools } from '../../src/stacks/not-read.data.js';
import { reviewFiles, scanFiles } from '../support/judging.js';

const projects: readonly (readonly [string, string])[] = [
  ['Pulumi', 'infra/Pulumi.yaml'],
  ['SST', 'sst.config.ts'],
  ['CDK for Terraform', 'deploy/cdktf.json'],
  ['Chalice', '.chalice/config.json'],
  ['Zappa', 'zappa_settings.json'],
  ['Amplify', 'amplify/backend.ts'],
  ['Ansible', 'ansible.cfg'],
  ['Helm charts', 'charts/shop/Chart.yaml'],
  ['Architect', 'app.arc'],
  ['Copilot', 'copilot/.workspace'],
  ['Cloudflare Workers', 'api/wrangler.jsonc'],
  ['Terragrunt', 'live/dev/terragrunt.hcl'],
  ['Terraform Stacks', 'stacks/shop.tfcomponent.hcl'],
  ['Wing', 'main.w'],
];

test('every tool of the list stands here', () => {
  expect(projects.map(([name]) => name)).toEqual(otherTools.map(({ name }) => name));
});

describe.each(projects)('%s, by %s', (name, path) => {
  test('is told once by a scan', async () => {
    const { notices } = await scanFiles(
      new Map([
        [path, 'name: x\n'],
        [`second/${path}`, 'name: y\n'],
      ]),
    );
    expect(notices).toEqual([
      { path, message: expect.stringContaining(`infrastructure with ${name} (${path})`), kind: 'information' },
    ]);
  });

  test('is told in the review of a change that touches no stack', async () => {
    const { notices } = await reviewFiles(new Map(), new Map([[path, 'name: x\n']]));
    expect(notices).toMatchObject([{ path, kind: 'information' }]);
  });

  test('is not told where it was installed', async () => {
    const { notices } = await scanFiles(new Map([[`node_modules/${path}`, 'name: x\n']]));
    expect(notices).toEqual([]);
  });
});
