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

const known = (value: unknown) => expect.objectContaining({ kind: 'known', value });

test('limits of one route', () => {
  const { routes } = modelOf(`
resource "aws_apigatewayv2_api" "a" {
  name          = "a"
  protocol_type = "HTTP"
}
resource "aws_apigatewayv2_stage" "s" {
  api_id = aws_apigatewayv2_api.a.id
  name   = "$default"
  route_settings {
    route_key              = "GET /slow"
    throttling_rate_limit  = 5
    throttling_burst_limit = 2
  }
}
resource "aws_apigatewayv2_route" "slow" {
  api_id    = aws_apigatewayv2_api.a.id
  route_key = "GET /slow"
}
resource "aws_apigatewayv2_route" "fast" {
  api_id    = aws_apigatewayv2_api.a.id
  route_key = "GET /fast"
}
`);
  const limits = routes.map(({ path, throttle }) => [path, throttle.kind === 'known' ? throttle.value : throttle.kind]);
  expect(Object.fromEntries(limits)).toEqual({ '/slow': { rate: 5, burst: 2 }, '/fast': 'absent' });
});

describe('what was said otherwise before', () => {
  const rule = (line: string) => `
resource "aws_lambda_function" "f" {}
resource "aws_cloudwatch_event_rule" "r" {
  schedule_expression = "rate(1 day)"
  ${line}
}
resource "aws_cloudwatch_event_target" "t" {
  rule = aws_cloudwatch_event_rule.r.name
  arn  = aws_lambda_function.f.arn
}
`;
  test.each([
    ['is_enabled = false', false],
    ['is_enabled = true', true],
    ['state = "DISABLED"', false],
    ['state = "ENABLED"\n  is_enabled = false', true],
  ])('a rule with %s', (line, expected) => {
    expect(modelOf(rule(line)).triggers[0]?.enabled).toEqual(known(expected));
  });
});

describe('parts of what is declared elsewhere', () => {
  const everyone = 'jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "*" }] })';

  test.each([
    ['aws_ecr_repository_policy', `repository = "shop"\n  policy = ${everyone}`, 'repository'],
    ['aws_kms_key_policy', `key_id = var.key\n  policy = ${everyone}`, 'key'],
    ['aws_secretsmanager_secret_policy', `secret_arn = var.secret\n  policy = ${everyone}`, 'secret'],
  ])('%s', (type, lines, kind) => {
    const { resourcePolicies } = modelOf(`resource "${type}" "p" {\n  ${lines}\n}\n`);
    expect(resourcePolicies.map(({ targetKind }) => targetKind)).toEqual([kind]);
  });

  test('a list of a bucket', () => {
    const { stores } = modelOf('resource "aws_s3_bucket_acl" "a" {\n  bucket = var.bucket\n  acl = "public-read"\n}\n');
    expect(stores[0]?.publicAccess).toMatchObject({ acl: known('read'), blocked: { kind: 'unknown' } });
  });

  test('settings of the methods of a stage', () => {
    const lines = 'rest_api_id = var.api\n  stage_name = "live"\n  method_path = "*/*"';
    const settings = 'settings {\n    data_trace_enabled = true\n  }';
    const { apis } = modelOf(`resource "aws_api_gateway_method_settings" "s" {\n  ${lines}\n  ${settings}\n}\n`);
    expect(apis[0]).toMatchObject({ dataTrace: known(true), accessLog: { kind: 'unknown' } });
  });
});

test.each([
  ['aws_iam_role_policy', 'role = var.role\n  policy'],
  ['aws_iam_user_policy', 'user = var.user\n  policy'],
  ['aws_iam_group_policy', 'group = var.group\n  policy'],
  ['aws_iam_policy', 'policy'],
  ['aws_ssoadmin_permission_set_inline_policy', 'instance_arn = var.instance\n  inline_policy'],
])('rights of %s', (type, argument) => {
  const document = 'jsonencode({ Statement = [{ Effect = "Allow", Action = "iam:*", Resource = "*" }] })';
  const { roles } = modelOf(`resource "${type}" "p" {\n  ${argument} = ${document}\n}\n`);
  expect(roles.flatMap(({ grants }) => grants.map(({ actions }) => actions.terms[0]?.text))).toEqual(['iam:*']);
});

describe('grants of a bucket', () => {
  const group = (name: string) => `http://acs.amazonaws.com/groups/global/${name}`;
  const grant = (uri: string, permission: string) =>
    `resource "aws_s3_bucket" "b" {\n  grant {\n    uri = "${uri}"\n    permissions = ["${permission}"]\n  }\n}\n`;
  test.each([
    ['everyone may read', grant(group('AllUsers'), 'READ'), known('read')],
    ['everyone may write', grant(group('AllUsers'), 'FULL_CONTROL'), known('write')],
    ['everyone with an account may read', grant(group('AuthenticatedUsers'), 'READ'), known('read')],
    ['logs may be delivered', grant('http://acs.amazonaws.com/groups/s3/LogDelivery', 'WRITE'), { kind: 'absent' }],
  ])('%s', (_, text, expected) => {
    expect(modelOf(text).stores[0]?.publicAccess).toMatchObject({ acl: expected });
  });
});

describe('guards of the whole account', () => {
  const names = ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'];
  const guards = (all: readonly string[]) =>
    `resource "aws_s3_account_public_access_block" "a" {\n${all.map((name) => `  ${name} = true\n`).join('')}}\nresource "aws_s3_bucket" "b" {}\n`;
  test.each([
    ['all of them', names, known(true)],
    ['some of them', names.slice(1), { kind: 'absent' }],
  ])('%s', (_, on, expected) => {
    expect(modelOf(guards(on)).stores[0]?.publicAccess).toMatchObject({ blocked: expected });
  });
});

describe('keys of a provider', () => {
  const keys = '  access_key = "AKIAJX7QK5T2M3VNWZ4A"\n  secret_key = "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"\n';
  test.each([
    ['are texts', keys, ['provider.aws.access_key', 'provider.aws.secret_key']],
    ['of another name', `  alias = "us"\n${keys}`, ['provider.aws.us.access_key', 'provider.aws.us.secret_key']],
    ['of a stand-in for the cloud are none', `${keys}  endpoints {\n    s3 = "http://localhost:4566"\n  }\n`, []],
  ])('%s', (_, lines, expected) => {
    const { texts = [] } = modelOf(`provider "aws" {\n${lines}}\n`);
    expect(texts.map(({ owner, name }) => `${owner}.${name}`)).toEqual(expected);
  });

  test('a credential in what is not read otherwise', () => {
    const { texts = [] } = modelOf(
      'resource "aws_instance" "i" {\n  user_data = "export KEY=AKIAJX7QK5T2M3VNWZ4A"\n  ami = "ami-1"\n}\n',
    );
    expect(texts.map(({ owner, name }) => `${owner} ${name}`)).toEqual(['aws_instance.i user_data']);
  });
});

describe('settings for methods of a stage elsewhere', () => {
  const settings = (lines: string) => `
resource "aws_api_gateway_method_settings" "s" {
  rest_api_id = "a"
  stage_name  = "live"
  method_path = "orders/GET"
  settings {
    ${lines}
  }
}
`;
  test('that cache responses say whether they are encrypted', () => {
    const [api] = modelOf(settings('caching_enabled = true\n    cache_data_encrypted = false')).apis;
    expect(api?.caching).toEqual({ enabled: known(true), encrypted: known(false) });
  });

  test.each([
    ['with a log of their own say nothing of the others', 'logging_level = "INFO"', 'unknown'],
    ['without a log', 'logging_level = "OFF"', 'absent'],
  ])('%s', (_, lines, expected) => {
    expect(modelOf(settings(lines)).apis[0]?.executionLog.kind).toBe(expected);
  });
});

describe('a list for a bucket that is declared elsewhere', () => {
  const list = (lines: string) => `resource "aws_s3_bucket_acl" "a" {\n  bucket = data.aws_s3_bucket.b.id\n${lines}}\n`;
  const grant = (name: string) =>
    `  access_control_policy {\n    grant {\n      permission = "WRITE"\n      grantee {\n        type = "Group"\n        uri  = "http://acs.amazonaws.com/groups/${name}"\n      }\n    }\n  }\n`;
  test.each([
    ['a ready-made one', list('  acl = "public-read"\n'), [known('read')]],
    ['one that lets anyone write', list(grant('global/AllUsers')), [known('write')]],
    ['one for the delivery of logs', list(grant('s3/LogDelivery')), []],
  ])('%s', (_, text, expected) => {
    expect(modelOf(text).stores.map(({ publicAccess }) => publicAccess?.acl)).toEqual(expected);
  });
});

describe('documents that no role here has', () => {
  const statement = '  statement {\n    actions   = ["s3:*"]\n    resources = ["*"]\n  }\n';
  const named = statement.replace('  }', '    principals {\n      type = "AWS"\n      identifiers = ["*"]\n    }\n  }');
  const document = (lines: string) => `data "aws_iam_policy_document" "d" {\n${lines}}\n`;
  const output = 'output "policy" {\n  value = data.aws_iam_policy_document.d.json\n}\n';
  test.each([
    ['one that nothing uses', document(statement), ['data.aws_iam_policy_document.d']],
    ['one that is given back', document(statement) + output, ['data.aws_iam_policy_document.d']],
    ['one that a resource uses', document(statement) + output.replace('output', 'resource "x"'), []],
    ['one with principals', document(named), []],
  ])('%s', (_, text, expected) => {
    expect(modelOf(text).roles.map(({ id }) => id)).toEqual(expected);
  });
});

describe('what is attached to a role', () => {
  const policies = '["arn:aws:iam::aws:policy/PowerUserAccess", "arn:aws:iam::aws:policy/AmazonS3FullAccess"]';
  test.each([
    ['in the role', `managed_policy_arns = ${policies}\n}\n`],
    [
      'by a list that allows no other',
      `}\nresource "aws_iam_role_policy_attachments_exclusive" "a" {\n  role_name   = aws_iam_role.r.name\n  policy_arns = ${policies}\n}\n`,
    ],
    [
      'by number',
      `}\nresource "aws_iam_role_policy_attachment" "a" {\n  count      = 2\n  role       = aws_iam_role.r.name\n  policy_arn = ${policies}[count.index]\n}\n`,
    ],
  ])('%s', (_, lines) => {
    const [role] = modelOf(`resource "aws_iam_role" "r" {\n${lines}`).roles;
    expect(role?.named.map(({ name }) => name)).toEqual(['PowerUserAccess', 'AmazonS3FullAccess']);
  });
});

const heredoc = (statement: string) =>
  `resource "aws_iam_role" "r" {\n  assume_role_policy = <<EOF\n{"Statement": [${statement}]}\nEOF\n}\n`;

test.each([
  ['JSON as IAM takes it', '{"Effect": "Allow", "Principal": "*"}', 1, []],
  ['a comma too many', '{"Effect": "Allow", "Principal": "*",}', 0, ['policy that is not JSON']],
  ['a part that deployment completes', `{"Effect": "Allow", "Principal": {"AWS": "${'$'}{var.account}"}}`, 1, []],
])('a trust policy in a heredoc: %s', (_, statement, statements, unresolved) => {
  const { roles, unresolved: counted } = modelOf(heredoc(statement));
  expect(roles[0]?.trust).toHaveLength(statements);
  expect(counted.map(({ because }) => because).filter((because) => because.startsWith('policy'))).toEqual(unresolved);
});
