import { beforeAll, describe, expect, test } from '@jest/globals';
import { terraform } from '../../../../src/frameworks/terraform/terraform.js';
import type { Model } from '../../../../src/model/model.js';
import { heldFiles } from '../../../support/examples.js';
import { parsedStack } from '../../../support/parsed.js';

beforeAll(async () => terraform.prepare?.());

function called(module: string, lines: string, more = ''): Model {
  const text = `module "m" {\n  source = "terraform-aws-modules/${module}"\n${lines}\n}\n${more}`;
  const model = parsedStack(terraform, 'infra', heldFiles(new Map([['infra/main.tf', text]])))?.model;
  if (model === undefined) throw new Error('There is no stack.');
  return model;
}

const known = (value: unknown) => expect.objectContaining({ kind: 'known', value });
const kind = (value: string) => expect.objectContaining({ kind: value });
const anyone =
  'jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*" }] })';

describe('the module for buckets', () => {
  test.each([
    ['an access control list', 'acl = "public-read"', { acl: known('read') }],
    ['guards are on in newer versions', 'version = "~> 4.1"', { blocked: known(true) }],
    ['guards are not known in older ones', 'version = "3.7.0"', { blocked: kind('unknown') }],
    ['nor when several versions may be meant', 'version = ">= 3.0"', { blocked: kind('unknown') }],
    ['one guard is switched off', 'block_public_policy = false', { blocked: known(false) }],
    [
      'one guard is switched off in an older version',
      'version = "3.7.0"\n  block_public_policy = false',
      { blocked: known(false) },
    ],
    ['guards are left to others', 'attach_public_policy = false', { blocked: kind('absent') }],
    ['a web site', 'website = { index_document = "index.html" }', { website: known(true) }],
  ])('%s', (_, lines, expected) => {
    expect(called('s3-bucket/aws', `  ${lines}`).stores[0]?.publicAccess).toMatchObject(expected);
  });

  test.each([
    ['a policy that is attached', `attach_policy = true\n  policy = ${anyone}`, ['module.m/policy/statement-1']],
    ['a policy that is not attached', `policy = ${anyone}`, []],
    ['a policy that is said not to be attached', `attach_policy = false\n  policy = ${anyone}`, []],
    ['no bucket', `create_bucket = false\n  attach_policy = true\n  policy = ${anyone}`, []],
  ])('%s', (_, lines, expected) => {
    expect(called('s3-bucket/aws', `  ${lines}`).resourcePolicies.map(({ id }) => id)).toEqual(expected);
  });
});

test.each([
  ['nothing is written', '', 'absent'],
  ['a policy is written that may not be attached', 'policy = "{}"', 'unknown'],
  ['a policy is not attached', 'attach_policy = false\n  policy = "{}"', 'absent'],
])('whether a bucket refuses requests without TLS where %s', (_, lines, expected) => {
  expect(called('s3-bucket/aws', `  ${lines}`).stores[0]?.refusesCleartext?.kind).toBe(expected);
});

describe('the module for queues', () => {
  test.each([
    ['a dead-letter queue of its own', 'create_dlq = true', { target: 'module.m/dlq', maximumReceives: 5 }],
    [
      'with its count',
      'create_dlq = true\n  redrive_policy = { maxReceiveCount = 3 }',
      { target: 'module.m/dlq', maximumReceives: 3 },
    ],
    [
      'another queue',
      'redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.dead.arn, maxReceiveCount = 4 })',
      { target: 'aws_sqs_queue.dead', maximumReceives: 4 },
    ],
  ])('%s', (_, lines, expected) => {
    const { stores } = called('sqs/aws', `  ${lines}`, 'resource "aws_sqs_queue" "dead" {}\n');
    expect(stores.find(({ id }) => id === 'module.m')?.redrive).toEqual(known(expected));
  });

  test('encryption that is switched off', () => {
    expect(called('sqs/aws', '  sqs_managed_sse_enabled = false').stores[0]?.encrypted).toEqual(known(false));
  });

  test('statements of its policy', () => {
    const statement =
      '{ all = { actions = ["sqs:SendMessage"], principals = [{ type = "*", identifiers = ["*"] }], conditions = [{ test = "ArnEquals", variable = "aws:SourceArn", values = ["arn:aws:sns:eu-west-1:123456789012:t"] }] } }';
    const [policy] = called(
      'sqs/aws',
      `  create_queue_policy = true\n  queue_policy_statements = ${statement}`,
    ).resourcePolicies;
    expect(policy?.conditions.map(({ key }) => key.toLowerCase())).toEqual(['aws:sourcearn']);
  });

  test('a document of its policy', () => {
    const [policy] = called('sqs/aws', `  version = "~> 2.0"\n  policy = ${anyone}`).resourcePolicies;
    expect(policy).toMatchObject({ target: 'module.m', targetKind: 'queue' });
  });

  test('a function reads from it', () => {
    const mapping =
      'resource "aws_lambda_function" "f" {}\nresource "aws_lambda_event_source_mapping" "s" {\n  event_source_arn = module.m.queue_arn\n  function_name = aws_lambda_function.f.arn\n}\n';
    expect(called('sqs/aws', '', mapping).triggers[0]).toMatchObject({ trigger: 'queue', source: 'module.m' });
  });
});

test('the module for topics', () => {
  const lines =
    '  kms_master_key_id = "alias/own"\n  subscriptions = { f = { protocol = "lambda", endpoint = aws_lambda_function.f.arn } }';
  const { stores, triggers } = called('sns/aws', lines, 'resource "aws_lambda_function" "f" {}\n');
  expect(stores[0]).toMatchObject({ id: 'module.m', encrypted: known(true) });
  expect(triggers[0]).toMatchObject({ trigger: 'topic', source: 'module.m', function: 'aws_lambda_function.f' });
});

test('the module for tables', () => {
  expect(called('dynamodb-table/aws', '  name = "orders"').stores[0]).toMatchObject({
    id: 'module.m',
    name: known('orders'),
  });
});

test('the module for rules', () => {
  const lines =
    '  rules = { nightly = { schedule_expression = "rate(1 day)", enabled = false } }\n  targets = { nightly = [{ name = "f", arn = aws_lambda_function.f.arn, dead_letter_arn = aws_sqs_queue.q.arn }] }';
  const more = 'resource "aws_lambda_function" "f" {}\nresource "aws_sqs_queue" "q" {}\n';
  expect(called('eventbridge/aws', lines, more).triggers[0]).toMatchObject({
    trigger: 'schedule',
    function: 'aws_lambda_function.f',
    enabled: known(false),
    onFailure: known('aws_sqs_queue.q'),
  });
});

describe('the modules for identities', () => {
  test.each([
    [
      'iam/aws//modules/iam-assumable-role',
      'create_role = true\n  attach_admin_policy = true',
      ['AdministratorAccess'],
    ],
    ['iam/aws//modules/iam-assumable-role', 'attach_admin_policy = true', []],
    ['iam/aws//modules/iam-role', 'policies = { a = "arn:aws:iam::aws:policy/PowerUserAccess" }', ['PowerUserAccess']],
  ])('%s with %s', (module, lines, expected) => {
    expect(called(module, `  ${lines}`).roles.flatMap(({ named }) => named.map(({ name }) => name))).toEqual(expected);
  });

  test('a policy', () => {
    const policy = 'jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })';
    const [role] = called('iam/aws//modules/iam-policy', `  policy = ${policy}`).roles;
    expect(role?.grants.flatMap(({ actions }) => actions.terms.map(({ text }) => text))).toEqual(['*']);
  });
});

test('a module may be had from where it is kept', () => {
  const sources = [
    'git::https://github.com/terraform-aws-modules/terraform-aws-sqs.git?ref=v4.2.0',
    'github.com/terraform-aws-modules/terraform-aws-sqs',
    'git@github.com:terraform-aws-modules/terraform-aws-sqs.git',
  ];
  for (const source of sources) {
    const text = `module "m" {\n  source = "${source}"\n}\n`;
    const model = parsedStack(terraform, 'infra', heldFiles(new Map([['infra/main.tf', text]])))?.model;
    expect(model?.stores.map(({ id }) => id)).toEqual(['module.m']);
    expect(model?.open).toBe(false);
  }
});

test('failed calls of the module for Lambda', () => {
  const lines = '  create_async_event_config = true\n  destination_on_failure = aws_sqs_queue.q.arn';
  const [fn] = called('lambda/aws', lines, 'resource "aws_sqs_queue" "q" {}\n').functions;
  expect(fn?.onFailure).toEqual(known('aws_sqs_queue.q'));
});
