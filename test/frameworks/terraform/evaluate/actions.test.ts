import { beforeAll, expect, test } from '@jest/globals';
import { prepareParser } from '../../../../src/notation/hcl/parse.js';
import { stackOf } from '../reading.js';

beforeAll(prepareParser);

const queue = 'variable "name" {}\nresource "aws_sqs_queue" "this" {\n  name = var.name\n}\n';
const call = 'module "jobs" {\n  source = "../modules/queue"\n  name   = "jobs"\n}\n';

function resources(texts: Readonly<Record<string, string>>): readonly string[] {
  return stackOf(texts).expanded.flatMap(({ instances }) => instances.map(({ id }) => id));
}

test('actions are no resources, and what triggers them stays whole', () => {
  const action = 'action "aws_lambda_invoke" "warm" {\n  config {\n    function_name = "f"\n  }\n}\n';
  const trigger =
    '  lifecycle {\n    action_trigger {\n      events  = [after_create]\n      actions = [action.aws_lambda_invoke.warm]\n    }\n  }\n}\n';
  const main = `${action}resource "aws_sqs_queue" "own" {\n  name = "own"\n${trigger}`;
  expect(resources({ 'infra/main.tf': main })).toEqual(['aws_sqs_queue.own']);
});

test('a source that a constant variable completes leads to its module', () => {
  const constant = 'variable "part" {\n  const   = true\n  default = "queue"\n}\n';
  const main = constant + call.replace('../modules/queue', '../modules/${var.part}');
  expect(resources({ 'infra/main.tf': main, 'modules/queue/main.tf': queue })).toEqual([
    'module.jobs.aws_sqs_queue.this',
  ]);
});
