import { describe, expect, test } from '@jest/globals';
import { conclude } from '../../src/report/conclusion.js';
import { review } from '../../src/review.js';
import { judge, pullRequest, reviewFiles, scanFiles } from '../support/judging.js';

const settings = ['cdk.json', '{ "app": "npx ts-node bin/app.ts" }'] as const;
const openUrl = `import * as lambda from 'aws-cdk-lib/aws-lambda';
declare const fn: lambda.Function;
fn.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.NONE });\n`;
const sound = new Map([settings, ['bin/app.ts', "import * as cdk from 'aws-cdk-lib';\nnew cdk.App();\n"]]);

describe('a CDK app cannot switch off its own review', () => {
  test.each([
    ['a mistake in the syntax', `${openUrl}const ) = (;\n`],
    ['350 nested brackets', `${openUrl}const deep = ${'['.repeat(350)}${']'.repeat(350)};\n`],
    ['a comment of a megabyte', `${openUrl}// ${'x'.repeat(1_000_001)}\n`],
  ])('by %s', async (_, text) => {
    const found = await reviewFiles(sound, new Map([settings, ['bin/app.ts', text]]));
    expect(found.notices).toMatchObject([{ path: 'bin/app.ts', kind: 'unread' }]);
    expect(conclude(found, 'strict')).toBe('failure');
  });
});

describe('what is read with others is read, or told', () => {
  const module = (source: string) => `module "m" {\n  source = "${source}"\n}\n`;

  test('modules that call each other are told', async () => {
    const { notices } = await scanFiles(
      new Map([
        ['a/main.tf', module('../b')],
        ['b/main.tf', module('../a')],
      ]),
    );
    expect(notices).toMatchObject([
      { path: 'a', message: 'This belongs to b, which was not read; it was not reviewed.', kind: 'unread' },
      { path: 'b', kind: 'unread' },
    ]);
  });

  test('a changed module is reviewed with the root that calls it, wherever that stands', async () => {
    const root = ['deploy/production/roots/one.tf', module('../../../modules/url')] as const;
    const url = (type: string) =>
      `resource "aws_lambda_function_url" "u" {\n  function_name = "f"\n  authorization_type = "${type}"\n}\n`;
    const { findings } = await reviewFiles(
      new Map([root, ['modules/url/it.tf', url('AWS_IAM')]]),
      new Map([root, ['modules/url/it.tf', url('NONE')]]),
    );
    expect(findings).toMatchObject([{ policy: 'authorizer-removed', status: 'introduced' }]);
  });
});

test('a file whose content never comes is told, as in a partial clone', async () => {
  const template = 'Resources:\n  Open:\n    Type: AWS::Lambda::Url\n    Properties: { AuthType: NONE }\n';
  const pull = pullRequest(new Map(), new Map([['template.yaml', template]]));
  const found = await review({ ...pull, read: async () => new Map() }, judge());
  expect(found.notices).toMatchObject([{ path: 'template.yaml', kind: 'unread' }]);
  expect(conclude(found, 'standard')).toBe('neutral');
});
