import { beforeAll, expect, test } from '@jest/globals';
import { prepareFrameworks } from '../../../src/stacks/read.js';
import { reviewFiles } from '../../support/judging.js';

beforeAll(prepareFrameworks);

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const template = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Resources:
${names.map((name) => `  F${name}: { Type: AWS::Serverless::Function, Properties: { CodeUri: src/${name}/, Handler: app.handler, Runtime: nodejs24.x } }\n`).join('')}`;

function tree(code: string): ReadonlyMap<string, string> {
  return new Map([
    ['template.yaml', template],
    ...names.map((name): [string, string] => [`src/${name}/app.js`, `exports.handler = async () => 1;\n${code}`]),
  ]);
}

async function told(base: string, head: string, policy: string): Promise<readonly string[]> {
  const { findings } = await reviewFiles(tree(base), tree(head));
  return findings.filter((one) => one.policy === policy && one.status === 'introduced').map(({ message }) => message);
}

test('code that changes in eight functions is one change of many', async () => {
  expect(await told('', 'const x = 1;\n', 'bulk-function-change')).toEqual([
    'This change affects 8 functions at once: Fa, Fb, Fc, Fd, Fe and 3 more.',
  ]);
});

test('comments that newly silence an analyser are told for each file, and those that were there are not', async () => {
  const before = 'x(); // NOSONAR\n';
  const added = await told(before, `${before}y(); // NOSONAR\n`, 'static-analysis-missing');
  expect(new Set(added)).toEqual(new Set(['app.js now keeps an analyser silent (`NOSONAR`).']));
  expect(added).toHaveLength(names.length);
  expect(await told(before, `// moved\n${before}`, 'static-analysis-missing')).toEqual([]);
});
