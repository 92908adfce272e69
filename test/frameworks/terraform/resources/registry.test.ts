import { beforeAll, describe, expect, test } from '@jest/globals';
import { terraform } from '../../../../src/frameworks/terraform/terraform.js';
import type { Model } from '../../../../src/model/model.js';
import { heldFiles } from '../../../support/examples.js';
import { parsedStack } from '../../../support/parsed.js';

beforeAll(async () => terraform.prepare?.());

function modelOf(text: string): Model {
  const model = parsedStack(terraform, 'infra', heldFiles(new Map([['infra/main.tf', text]])))?.model;
  if (model === undefined) throw new Error('There is no stack.');
  return model;
}

function lambda(lines: string): Model {
  return modelOf(`module "f" {\n  source = "terraform-aws-modules/lambda/aws"\n${lines}\n}\n`);
}

function api(lines: string): Model {
  return modelOf(`module "api" {\n  source = "terraform-aws-modules/apigateway-v2/aws"\n${lines}\n}\n`);
}

const known = (value: unknown) => expect.objectContaining({ kind: 'known', value });

describe('the module for Lambda', () => {
  test('settings of the function', () => {
    const [fn] = lambda(
      '  runtime = "nodejs22.x"\n  tracing_mode = "Active"\n  timeout = 9\n  source_path = "../src"',
    ).functions;
    expect(fn).toMatchObject({ id: 'module.f', role: known('module.f/role'), codeRoot: 'src' });
    expect([fn?.runtime, fn?.tracing, fn?.timeout]).toEqual([known('nodejs22.x'), known('active'), known(9)]);
  });

  test.each([
    [
      'statements by name',
      '  attach_policy_statements = true\n  policy_statements = { a = { actions = ["s3:*"], resources = ["*"] } }',
      ['s3:*'],
    ],
    ['statements that are not attached', '  policy_statements = { a = { actions = ["s3:*"], resources = ["*"] } }', []],
    [
      'a document',
      '  attach_policy_json = true\n  policy_json = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "*" }] })',
      ['s3:*'],
    ],
  ])('rights from %s', (_, lines, expected) => {
    const [role] = lambda(lines).roles;
    expect(role?.grants.flatMap(({ actions }) => actions.terms.map(({ text }) => text))).toEqual(expected);
    expect(role?.named.map(({ name }) => name)).toContain('service-role/AWSLambdaBasicExecutionRole');
  });

  test.each([
    ['open by its standard', '  create_lambda_function_url = true', [known('none')]],
    ['closed when told', '  create_lambda_function_url = true\n  authorization_type = "AWS_IAM"', [known('iam')]],
    ['not there', '', []],
  ])('an address is %s', (_, lines, expected) => {
    expect(lambda(lines).urls.map(({ auth }) => auth)).toEqual(expected);
  });

  test('a log group of its own, kept as long as is said', () => {
    const [group] = lambda('  cloudwatch_logs_retention_in_days = 30').logGroups;
    expect(group).toMatchObject({ functions: ['module.f'], retention: known(30) });
    expect(lambda('  use_existing_cloudwatch_log_group = true').logGroups).toEqual([]);
  });

  test('permissions of triggers', () => {
    const [permission] = lambda('  allowed_triggers = { t = { service = "sns" } }').resourcePolicies;
    expect(permission).toMatchObject({ target: 'module.f', sourceArn: { kind: 'absent' } });
    expect(permission?.principals[0]?.term.text).toBe('sns.amazonaws.com');
  });

  test('a call that makes a layer only', () => {
    const { functions, logGroups } = lambda('  create_layer = true\n  runtime = "python3.8"');
    expect([...functions, ...logGroups]).toEqual([]);
  });

  test('a credential in a variable is told once', () => {
    const { functions, texts } = lambda(
      '  environment_variables = { KEY = "ghp_16C7e42F292c6912E7710c838347Ae178B4a" }\n  description = "ghp_16C7e42F292c6912E7710c838347Ae178B4b"',
    );
    expect(functions[0]?.environment.map(({ name }) => name)).toEqual(['KEY']);
    expect(texts?.map(({ name }) => name)).toEqual(['description']);
  });
});

describe('the module for HTTP APIs', () => {
  test.each([
    ['newer versions', '  routes = { "POST /orders" = { integration = { uri = "x" } } }', known({ kind: 'none' })],
    [
      'older versions',
      '  integrations = { "POST /orders" = { lambda_arn = "x", authorization_type = "AWS_IAM" } }',
      known({ kind: 'iam' }),
    ],
  ])('routes of %s', (_, lines, auth) => {
    expect(api(lines).routes).toEqual([
      expect.objectContaining({ method: 'POST', path: '/orders', api: 'module.api', auth }),
    ]);
  });

  test('limits of the stage', () => {
    const [limited] = api(
      '  stage_default_route_settings = { throttling_rate_limit = 9, throttling_burst_limit = 5 }',
    ).apis;
    expect(limited?.throttle).toEqual(known({ rate: 9, burst: 5 }));
    expect(api('').apis[0]?.throttle.kind).toBe('absent');
  });
});

test.each([
  ['a network', 'terraform-aws-modules/vpc/aws', false],
  ['anything else', 'acme/platform/aws', true],
])('a remote module for %s may hide resources: %s', (_, source, open) => {
  expect(modelOf(`module "m" {\n  source = "${source}"\n}\n`).open).toBe(open);
});
