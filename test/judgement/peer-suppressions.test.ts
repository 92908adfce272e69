import { beforeAll, describe, expect, test } from '@jest/globals';
import { prepareFrameworks } from '../../src/stacks/read.js';
import { judge, reviewFiles, scanFiles } from '../support/judging.js';

beforeAll(prepareFrameworks);

const url = (before: string, inside: string) => `${before}resource "aws_lambda_function_url" "orders" {
${inside}  function_name      = "orders"
  authorization_type = "NONE"
}
`;

const template = (metadata: string) => `Resources:
  OrdersUrl:
    Type: AWS::Lambda::Url
${metadata}    Properties:
      TargetFunctionArn: orders
      AuthType: NONE
`;

const pool = (metadata: string) => `Resources:
  People:
    Type: AWS::Cognito::IdentityPool
${metadata}    Properties:
      AllowUnauthenticatedIdentities: true
`;

const all = ['checkov', 'trivy', 'cfn_nag', 'kics', 'semgrep'] as const;

async function silenced(path: string, text: string, honoured: readonly (typeof all)[number][], policy: string) {
  const { findings } = await scanFiles(new Map([[path, text]]), judge({ honourSuppressionsOf: [...honoured] }));
  return findings.filter((finding) => finding.policy === policy).map(({ suppressed }) => suppressed?.in ?? 'told');
}

const nag =
  '    Metadata:\n      cfn_nag:\n        rules_to_suppress:\n          - id: W57\n            reason: guests may look\n';
const skip =
  '    Metadata:\n      checkov:\n        skip:\n          - id: CKV_AWS_258\n            comment: public by design\n';
const bucket = (comment: string) =>
  `${comment}resource "aws_cloudfront_distribution" "shop" {\n  default_cache_behavior {\n    viewer_protocol_policy = "allow-all"\n  }\n}\n`;

describe('each spelling counts where the settings say so, and nowhere else', () => {
  test.each([
    [
      'checkov in the resource',
      'main.tf',
      url('', '  # checkov:skip=CKV_AWS_258: public by design\n'),
      'checkov',
      'function-url-open',
    ],
    [
      'checkov by its former name',
      'main.tf',
      url('', '  # bridgecrew:skip=CKV_AWS_258:public\n'),
      'checkov',
      'function-url-open',
    ],
    ['checkov in metadata', 'template.yaml', template(skip), 'checkov', 'function-url-open'],
    ['cfn_nag in metadata', 'template.yaml', pool(nag), 'cfn_nag', 'identity-pool-weak'],
    ['trivy above the resource', 'main.tf', bucket('#trivy:ignore:AVD-AWS-0012\n'), 'trivy', 'https-not-enforced'],
    [
      'trivy in small letters',
      'main.tf',
      bucket('# trivy:ignore:aws-0012\n').replace('resource', 'resource'),
      'trivy',
      'https-not-enforced',
    ],
    [
      'trivy by the name of its forerunner',
      'main.tf',
      bucket('# tfsec:ignore:aws-0012\n'),
      'trivy',
      'https-not-enforced',
    ],
    [
      'kics for the next line',
      'main.tf',
      url('', '').replace('  authorization_type', '  # kics-scan ignore-line\n  authorization_type'),
      'kics',
      'function-url-open',
    ],
    ['kics for a block', 'main.tf', url('', '  # kics-scan ignore-block\n'), 'kics', 'function-url-open'],
    [
      'semgrep on the line, for all',
      'main.tf',
      url('', '').replace('"NONE"', '"NONE" # nosemgrep'),
      'semgrep',
      'function-url-open',
    ],
    ['semgrep in short', 'main.tf', url('', '').replace('"NONE"', '"NONE" # nosem'), 'semgrep', 'function-url-open'],
    [
      'semgrep on the line above, for one rule',
      'main.tf',
      '# nosemgrep: terraform.aws.security.aws-lambda-x-ray-tracing-not-active\nresource "aws_lambda_function" "orders" {\n  function_name = "orders"\n}\n',
      'semgrep',
      'tracing-off',
    ],
  ] as const)('%s', async (...[, path, text, tool, policy]) => {
    expect(await silenced(path, text, [tool], policy)).toEqual(['other-tool']);
    expect(await silenced(path, text, [], policy)).toEqual(['told']);
    expect(
      await silenced(
        path,
        text,
        all.filter((one) => one !== tool),
        policy,
      ),
    ).toEqual(['told']);
  });

  test.each([
    ['a rule that is about something else', 'main.tf', url('', '  # checkov:skip=CKV_AWS_26:x\n'), 'checkov'],
    [
      'another resource',
      'main.tf',
      `${url('', '')}resource "aws_sns_topic" "t" {\n  # checkov:skip=CKV_AWS_258:x\n}\n`,
      'checkov',
    ],
    ['another line', 'main.tf', `# kics-scan ignore-line\n\n\n${url('', '')}`, 'kics'],
    ['a text that is no comment', 'main.tf', url('', '  qualifier = "checkov:skip=CKV_AWS_258"\n'), 'checkov'],
    [
      'a rule of semgrep for something else',
      'main.tf',
      url('', '').replace('"NONE"', '"NONE" # nosemgrep: tainted-eval'),
      'semgrep',
    ],
  ] as const)('%s silences nothing', async (_, path, text, tool) => {
    expect(await silenced(path, text, [tool], 'function-url-open')).toEqual(['told']);
  });
});

test('what they silence does not count, and says by what', async () => {
  const text = url('', '  # checkov:skip=CKV_AWS_258: public by design\n');
  const by = judge({ honourSuppressionsOf: ['checkov'] });
  const { findings } = await reviewFiles(new Map(), new Map([['main.tf', text]]), by);
  const [found] = findings.filter(({ policy }) => policy === 'function-url-open');
  expect(found?.suppressed).toMatchObject({ in: 'other-tool', reason: 'checkov:skip=CKV_AWS_258' });
});
