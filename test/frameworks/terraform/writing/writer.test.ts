import { beforeAll, describe, expect, test } from '@jest/globals';
import { applyEdits } from '../../../../src/findings/edits.js';
import { terraform } from '../../../../src/frameworks/terraform/terraform.js';
import type { Model } from '../../../../src/model/model.js';
import type { Setting } from '../../../../src/model/setting.js';
import type { Edit } from '../../../../src/model/span.js';
import { heldFiles } from '../../../support/examples.js';
import { parsedStack } from '../../../support/parsed.js';

beforeAll(async () => terraform.prepare?.());

function modelOf(text: string): Model {
  const model = parsedStack(terraform, '.', heldFiles(new Map([['main.tf', text]])))?.model;
  if (model === undefined) throw new Error('There is no stack.');
  return model;
}

function write<W>(setting: Setting<unknown, W> | undefined, word: W): readonly Edit[] | undefined {
  return setting?.kind === 'known' || setting?.kind === 'absent' ? setting.write(word) : undefined;
}

function edited(text: string, edits: readonly Edit[] | undefined): string | undefined {
  return edits && applyEdits(text, edits);
}

describe('arguments and blocks', () => {
  test.each([
    [
      'beside others, in their column',
      '{\n  runtime = "nodejs22.x"\n}',
      '{\n  runtime = "nodejs22.x"\n  timeout = 9\n}',
    ],
    ['after a remark', '{\n  runtime = "a" # why\n}', '{\n  runtime = "a" # why\n  timeout = 9\n}'],
    [
      'before blocks',
      '{\n  runtime = "a"\n\n  vpc_config {\n  }\n}',
      '{\n  runtime = "a"\n  timeout = 9\n\n  vpc_config {\n  }\n}',
    ],
    ['into an empty body', '{}', '{\n  timeout = 9\n}'],
    ['into one line', '{ runtime = "a" }', '{\n  runtime = "a"\n  timeout = 9\n}'],
    ['with the line breaks of the file', '{\r\n  runtime = "a"\r\n}', '{\r\n  runtime = "a"\r\n  timeout = 9\r\n}'],
    ['in the place of another value', '{\n  timeout = 900 # long\n}', '{\n  timeout = 9 # long\n}'],
  ])('an argument %s', (_, before, after) => {
    const text = `resource "aws_lambda_function" "f" ${before}\n`;
    const setting = modelOf(text).functions[0]?.timeout;
    expect(edited(text, write(setting, 9))).toBe(`resource "aws_lambda_function" "f" ${after}\n`);
  });

  test.each([
    ['a value from a variable', 'variable "t" {\n  default = 900\n}\n', 'var.t'],
    ['a value from a local', 'locals {\n  t = 900\n}\n', 'local.t'],
  ])('%s is not written over', (_, before, value) => {
    const text = `${before}resource "aws_lambda_function" "f" {\n  timeout = ${value}\n}\n`;
    expect(write(modelOf(text).functions[0]?.timeout, 9)).toBeUndefined();
  });

  test('a block, and what makes it useful', () => {
    const text = 'resource "aws_dynamodb_table" "t" {\n  name = "t"\n}\n';
    const after =
      'resource "aws_dynamodb_table" "t" {\n  name = "t"\n\n  server_side_encryption {\n    enabled = true\n  }\n}\n';
    expect(edited(text, write(modelOf(text).stores[0]?.encrypted, true))).toBe(after);
  });

  test('arguments that belong together', () => {
    const text = 'resource "aws_kinesis_stream" "s" {\n  encryption_type = "NONE"\n}\n';
    const after =
      'resource "aws_kinesis_stream" "s" {\n  encryption_type = "KMS"\n  kms_key_id      = "alias/aws/kinesis"\n}\n';
    expect(edited(text, write(modelOf(text).stores[0]?.encrypted, true))).toBe(after);
  });
});

describe('policies', () => {
  const table = 'resource "aws_dynamodb_table" "t" {\n  name = "t"\n}\n';
  const role = 'resource "aws_iam_role" "r" {}\n';
  const arn = { refersTo: 'aws_dynamodb_table.t', attribute: 'arn' };

  test.each([
    [
      'in a data source',
      'data "aws_iam_policy_document" "d" {\n  statement {\n    actions   = ["dynamodb:GetItem"]\n    resources = ["*"]\n  }\n}\nresource "aws_iam_role_policy" "p" {\n  role   = aws_iam_role.r.id\n  policy = data.aws_iam_policy_document.d.json\n}\n',
      'resources = ["*"]',
      'resources = [aws_dynamodb_table.t.arn]',
    ],
    [
      'in jsonencode',
      'resource "aws_iam_role_policy" "p" {\n  role   = aws_iam_role.r.id\n  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "dynamodb:GetItem", Resource = "*" }] })\n}\n',
      'Resource = "*"',
      'Resource = aws_dynamodb_table.t.arn',
    ],
  ])('a list %s', (_, policy, before, after) => {
    const text = `${table}${role}${policy}`;
    const grant = modelOf(text).roles[0]?.grants[0];
    expect(edited(text, grant?.resources.write([arn]))).toBe(text.replace(before, after));
  });

  const heredoc = (lines: string, marker = '<<EOF') =>
    `${table}${role}variable "stage" {\n  default = "dev"\n}\nresource "aws_iam_role_policy" "p" {\n  role   = aws_iam_role.r.id\n  policy = ${marker}\n${lines}\n  EOF\n}\n`;
  const statement = '{ "Effect": "Allow", "Action": "dynamodb:GetItem", "Resource": "*" }';

  test.each([
    ['on one line', heredoc(`{ "Statement": [${statement}] }`)],
    ['on lines of its own', heredoc(`{\n  "Statement": [\n    ${statement}\n  ]\n}`)],
    [
      'that is moved to the left',
      heredoc(`    {\n      "Statement": [\n        ${statement}\n      ]\n    }`, '<<-EOF'),
    ],
    ['with known parts before', heredoc(`{ "Id": "\${var.stage}-\${var.stage}", "Statement": [${statement}] }`)],
    ['with a resource before', heredoc(`{ "Id": "\${aws_iam_role.r.arn}", "Statement": [${statement}] }`)],
    ['with signs that stand for themselves', heredoc(`{ "Id": "$\${aws:username}",\n "Statement": [${statement}] }`)],
    [
      'after a directive',
      heredoc(`%{ if var.stage == "dev" ~}\n{ "Id": "a",\n%{ endif ~}\n "Statement": [${statement}] }`),
    ],
  ])('a JSON text in a heredoc %s', (_, text) => {
    const resources = modelOf(text).roles[0]?.grants[0]?.resources;
    expect(text.slice(resources?.at.start, resources?.at.end)).toBe('"*"');
    const after = text.replace('"Resource": "*"', '"Resource": "${aws_dynamodb_table.t.arn}"');
    expect(edited(text, resources?.write([arn]))).toBe(after);
  });

  test('a JSON text of a local is changed where it stands', () => {
    const text = heredoc(`{ "Statement": [${statement}] }`)
      .replace('resource "aws_iam_role_policy" "p" {\n  role   = aws_iam_role.r.id\n  policy', 'locals {\n  p')
      .concat('resource "aws_iam_role_policy" "p" {\n  role   = aws_iam_role.r.id\n  policy = local.p\n}\n');
    const resources = modelOf(text).roles[0]?.grants[0]?.resources;
    const after = text.replace('"Resource": "*"', '"Resource": "${aws_dynamodb_table.t.arn}"');
    expect(edited(text, resources?.write([arn]))).toBe(after);
  });

  test('a managed policy is attached beside the role', () => {
    const after = `${role}\nresource "aws_iam_role_policy_attachment" "r_xray_daemon_write_access" {\n  role       = aws_iam_role.r.name\n  policy_arn = "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess"\n}\n`;
    const edits = modelOf(role).roles[0]?.attach('AWSXRayDaemonWriteAccess');
    expect(edited(role, edits)).toBe(after);
  });
});

test('a route of a module is closed by the argument of the module', () => {
  const text =
    'module "a" {\n  source = "terraform-aws-modules/apigateway-v2/aws"\n  routes = {\n    "GET /" = {\n      integration = { uri = "x" }\n    }\n  }\n}\n';
  const after = text.replace('{ uri = "x" }\n', '{ uri = "x" }\n      authorization_type = "AWS_IAM"\n');
  expect(edited(text, write(modelOf(text).routes[0]?.auth, { kind: 'iam' }))).toBe(after);
});

describe('resources of their own', () => {
  test('guards of a bucket', () => {
    const text = 'resource "aws_s3_bucket" "b" {\n  bucket = "b"\n}\n';
    const setting = modelOf(text).stores[0]?.publicAccess?.blocked;
    const after = `${text}\nresource "aws_s3_bucket_public_access_block" "b" {\n  bucket                  = aws_s3_bucket.b.id\n  block_public_acls       = true\n  block_public_policy     = true\n  ignore_public_acls      = true\n  restrict_public_buckets = true\n}\n`;
    expect(edited(text, write(setting, true))).toBe(after);
  });

  test('a dead-letter queue', () => {
    const text = 'resource "aws_sqs_queue" "q" {\n  name = "q"\n}\n';
    const after =
      'resource "aws_sqs_queue" "q" {\n  name = "q"\n  redrive_policy = jsonencode({\n    deadLetterTargetArn = aws_sqs_queue.q_dlq.arn\n    maxReceiveCount     = 5\n  })\n}\n\nresource "aws_sqs_queue" "q_dlq" {\n  message_retention_seconds = 1209600\n}\n';
    expect(edited(text, write(modelOf(text).stores[0]?.redrive, 'new'))).toBe(after);
  });

  test('the right to send to a dead-letter queue', () => {
    const own = `resource "aws_iam_role" "r" {}\nresource "aws_lambda_function" "f" {\n  role = aws_iam_role.r.arn\n}\n`;
    const text = edited(own, write(modelOf(own).functions[0]?.onFailure, 'new'));
    expect(text).toContain('resource "aws_iam_role_policy" "r_send_to_fdlq" {');
    expect(text).toContain('name = "SendToFDlq"');
  });

  test('nothing is added for what is repeated', () => {
    const text = 'resource "aws_sqs_queue" "q" {\n  for_each = toset(["a"])\n}\n';
    expect(write(modelOf(text).stores[0]?.redrive, 'new')).toBeUndefined();
  });

  test('nothing is added for what is counted', () => {
    const text = 'resource "aws_s3_bucket" "b" {\n  count = 2\n}\n';
    expect(write(modelOf(text).stores[0]?.publicAccess?.blocked, true)).toBeUndefined();
  });

  test('a format that is JSON is encoded, and settings of methods are called after their stage', () => {
    const text =
      'resource "aws_api_gateway_rest_api" "a" {}\nresource "aws_api_gateway_stage" "live" {\n  rest_api_id = aws_api_gateway_rest_api.a.id\n  stage_name  = "live"\n}\n';
    const [api] = modelOf(text).apis;
    expect(edited(text, write(api?.accessLog, 'new'))).toContain('format = jsonencode({\n      requestId =');
    expect(edited(text, write(api?.executionLog, 'error'))).toContain('"aws_api_gateway_method_settings" "live" {');
  });

  test('an ARN of an API', () => {
    const text = `resource "aws_apigatewayv2_api" "a" {\n  protocol_type = "HTTP"\n}\nresource "aws_lambda_permission" "p" {\n  principal = "apigateway.amazonaws.com"\n}\n`;
    const [permission] = modelOf(text).resourcePolicies;
    const api = { refersTo: 'aws_apigatewayv2_api.a', attribute: 'executionArn' };
    const joined = [api, '/live/GET/x'];
    const after = text.replace('com"\n', 'com"\n  source_arn = "${aws_apigatewayv2_api.a.execution_arn}/live/GET/x"\n');
    expect(edited(text, write(permission?.sourceArn, { joined }))).toBe(after);
  });

  test('a name that is taken', () => {
    const text = 'resource "aws_sqs_queue" "q" {\n}\nresource "aws_sqs_queue" "q_dlq" {\n}\n';
    expect(edited(text, write(modelOf(text).stores[0]?.redrive, 'new'))).toContain(
      'resource "aws_sqs_queue" "q_dlq_2"',
    );
  });
});
