import { beforeAll, describe, expect, test } from '@jest/globals';
import { prepareParser } from '../../../../src/notation/hcl/parse.js';
import { localX, shown, stackOf } from '../reading.js';

beforeAll(prepareParser);

const queue = `
variable "name" {}
variable "size" {
  default = 5
}
resource "aws_sqs_queue" "this" {
  name = var.name
}
output "arn" {
  value = aws_sqs_queue.this.arn
}
output "size" {
  value = var.size
}
`;
const call = 'module "jobs" {\n  source = "../modules/queue"\n  name   = "jobs"\n}\n';

function resources(texts: Readonly<Record<string, string>>): readonly string[] {
  return stackOf(texts).expanded.flatMap(({ instances }) => instances.map(({ id }) => id));
}

describe('variables', () => {
  const main = 'variable "a" {\n  default = 1\n}\nlocals {\n  x = var.a\n}\n';
  test.each<[string, Readonly<Record<string, string>>, string, string]>([
    ['a default is less sure', {}, '1', 'medium'],
    ['terraform.tfvars', { 'infra/terraform.tfvars': 'a = 2' }, '2', 'high'],
    ['JSON', { 'infra/terraform.tfvars.json': '{"a": 3}' }, '3', 'high'],
    ['the last file wins', { 'infra/terraform.tfvars': 'a = 2', 'infra/b.auto.tfvars': 'a = 4' }, '4', 'high'],
    ['other variable files are not taken', { 'infra/prod.tfvars': 'a = 5' }, '1', 'medium'],
    ['files of other folders are not taken', { 'terraform.tfvars': 'a = 6' }, '1', 'medium'],
  ])('%s', (_, more, expected, confidence) => {
    const value = localX({ 'infra/main.tf': main, ...more });
    expect([shown(value), value?.confidence ?? 'high']).toEqual([expected, confidence]);
  });
});

test('members of a set are their own keys', () => {
  const variable = 'variable "s" {\n  type    = set(string)\n  default = ["b", "a", "b"]\n}\n';
  const main = `${variable}locals {\n  x = [for key, member in var.s : "\${key}=\${member}"]\n}\n`;
  expect(shown(localX({ 'infra/main.tf': main }))).toBe('[a=a, b=b]');
});

describe('modules', () => {
  test('resources of a called module have its address', () => {
    const texts = { 'infra/main.tf': call, 'modules/queue/main.tf': queue };
    expect(resources(texts)).toEqual(['module.jobs.aws_sqs_queue.this']);
  });

  test('a source may be made of variables', () => {
    const variable = 'variable "at" {\n  const   = true\n  default = "../modules"\n}\n';
    const texts = {
      'infra/main.tf': variable + call.replace('../modules', '${var.at}'),
      'modules/queue/main.tf': queue,
    };
    expect(resources(texts)).toEqual(['module.jobs.aws_sqs_queue.this']);
  });

  test.each<[string, string, readonly string[]]>([
    ['is off', 'false', []],
    ['is on', 'true', ['module.jobs.aws_sqs_queue.this', 'aws_sqs_queue.own']],
    ['may be on', 'var.on', ['module.jobs.aws_sqs_queue.this', 'aws_sqs_queue.own']],
  ])('what `enabled` says %s', (_, enabled, expected) => {
    const lifecycle = `  lifecycle {\n    enabled = ${enabled}\n  }\n}\n`;
    const own = `resource "aws_sqs_queue" "own" {\n${lifecycle}variable "on" {}\n`;
    const main = call.replace(/\}\n$/, lifecycle) + own;
    const found = resources({ 'infra/main.tf': main, 'modules/queue/main.tf': queue });
    expect([...found].sort()).toEqual([...expected].sort());
  });

  test('what is ephemeral is known to nobody', () => {
    const block = 'ephemeral "aws_ssm_parameter" "key" {\n  arn = "x"\n}\n';
    const main = `${block}locals {\n  x = ephemeral.aws_ssm_parameter.key.value\n}\n`;
    expect(shown(localX({ 'infra/main.tf': main }))).toMatch(/^\?/);
  });

  test.each([
    ['an output', 'module.jobs.arn', '->module.jobs.aws_sqs_queue.this.Arn'],
    ['a default inside', 'module.jobs.size', '5'],
    ['an output that is not there', 'module.jobs.nothing', '?no such element'],
    ['a module that is not there', 'module.other.arn', '?no such module'],
  ])('%s', (_, expression, expected) => {
    const main = `${call}locals {\n  x = ${expression}\n}\n`;
    expect(shown(localX({ 'infra/main.tf': main, 'modules/queue/main.tf': queue }))).toBe(expected);
  });

  test('a file beside a called module', () => {
    const main = 'module "m" {\n  source = "../modules/m"\n}\nlocals {\n  x = module.m.text\n}\n';
    const inner = 'output "text" {\n  value = file("${path.module}/a.txt")\n}\n';
    const texts = { 'infra/main.tf': main, 'modules/m/main.tf': inner, 'modules/m/a.txt': 'hello' };
    expect(shown(localX(texts))).toBe('hello');
  });

  test('two modules may use what the other gives', () => {
    const main = `
module "a" {
  source = "./m"
  name   = module.b.plain
}
module "b" {
  source = "./m"
  name   = module.a.plain
}
locals {
  x = module.a.name
}
`;
    const inner = 'variable "name" {}\noutput "name" {\n  value = var.name\n}\noutput "plain" {\n  value = "p"\n}\n';
    const texts = { 'infra/main.tf': main, 'infra/m/main.tf': inner };
    expect(shown(localX(texts))).toBe('p');
    expect(stackOf(texts).notices).toEqual([]);
  });

  test('a module is repeated for each key', () => {
    const main = call
      .replace('"jobs" {', '"jobs" {\n  for_each = toset(["a", "b"])')
      .replace('"jobs"\n}', 'each.key\n}');
    const ids = resources({ 'infra/main.tf': main, 'modules/queue/main.tf': queue });
    expect(ids).toEqual(['module.jobs["a"].aws_sqs_queue.this', 'module.jobs["b"].aws_sqs_queue.this']);
  });

  test('a module is repeated for each number', () => {
    const main = call
      .replace('"jobs" {', '"jobs" {\n  count = 2')
      .replace('"jobs"\n}', '"jobs-${count.index}"\n}\nlocals {\n  x = module.jobs[1].name\n}\n');
    const inner = `${queue}output "name" {\n  value = aws_sqs_queue.this.name\n}\n`;
    const texts = { 'infra/main.tf': main, 'modules/queue/main.tf': inner };
    expect(resources(texts)).toEqual(['module.jobs.aws_sqs_queue.this', 'module.jobs[1].aws_sqs_queue.this']);
    expect(shown(localX(texts))).toBe('->module.jobs[1].aws_sqs_queue.this.name');
  });

  test.each([
    ['that calls itself', { 'infra/main.tf': 'module "m" {\n  source = "./"\n}\n' }, /calls itself/],
    ['that is not there', { 'infra/main.tf': 'module "m" {\n  source = "./gone"\n}\n' }, /not in the repository/],
    [
      'that stands outside',
      { 'infra/main.tf': 'module "m" {\n  source = "../../x"\n}\n' },
      /outside of the repository/,
    ],
  ])('a module %s is told', (_, texts, message) => {
    expect(stackOf(texts).notices.map((notice) => notice.message)).toEqual([expect.stringMatching(message)]);
  });
});

test('what was moved keeps its first address', () => {
  const moves =
    'moved {\n  from = aws_sqs_queue.a\n  to   = aws_sqs_queue.b\n}\nmoved {\n  from = aws_sqs_queue.b\n  to   = aws_sqs_queue.c\n}\n';
  const main = `${moves}resource "aws_sqs_queue" "c" {}\nlocals {\n  x = aws_sqs_queue.c.arn\n}\n`;
  expect(resources({ 'infra/main.tf': main })).toEqual(['aws_sqs_queue.a']);
  expect(shown(localX({ 'infra/main.tf': main }))).toBe('->aws_sqs_queue.a.Arn');
});

describe('what was moved into a count or keys, or out of them, keeps its address', () => {
  const moved = (from: string, to: string) => `moved {\n  from = ${from}\n  to   = ${to}\n}\n`;
  const queue = (name: string, line: string) => `resource "aws_sqs_queue" "${name}" {\n  ${line}\n}\n`;
  test.each([
    ['a count', moved('aws_sqs_queue.a', 'aws_sqs_queue.a[0]') + queue('a', 'count = 1'), ['aws_sqs_queue.a']],
    ['no count', moved('aws_sqs_queue.a[0]', 'aws_sqs_queue.a') + queue('a', ''), ['aws_sqs_queue.a']],
    ['another name', moved('aws_sqs_queue.a[0]', 'aws_sqs_queue.b') + queue('b', ''), ['aws_sqs_queue.a']],
    [
      'keys',
      moved('aws_sqs_queue.a', 'aws_sqs_queue.b["x"]') + queue('b', 'for_each = toset(["x", "y"])'),
      ['aws_sqs_queue.a', 'aws_sqs_queue.b["y"]'],
    ],
  ])('%s', (_, main, expected) => expect(resources({ 'infra/main.tf': main })).toEqual(expected));
});

describe('repetition', () => {
  test.each([
    ['count 0', 'count = 0', []],
    ['count 1', 'count = 1', ['aws_sqs_queue.q']],
    ['count 3', 'count = 3', ['aws_sqs_queue.q', 'aws_sqs_queue.q[1]', 'aws_sqs_queue.q[2]']],
    ['a count of many', 'count = 1000', ['aws_sqs_queue.q']],
    ['a count that is not known', 'count = var.n', ['aws_sqs_queue.q']],
    ['keys', 'for_each = { a = 1, b = 2 }', ['aws_sqs_queue.q["a"]', 'aws_sqs_queue.q["b"]']],
    ['keys that are not known', 'for_each = var.n', ['aws_sqs_queue.q']],
    ['more keys than are told apart', 'for_each = toset(range(100))', ['aws_sqs_queue.q']],
  ])('%s', (_, line, expected) => {
    const main = `variable "n" {}\nresource "aws_sqs_queue" "q" {\n  ${line}\n}\n`;
    expect(resources({ 'infra/main.tf': main })).toEqual(expected);
  });
});

describe('files of one folder', () => {
  const main =
    'resource "aws_sqs_queue" "q" {\n  name = "plain"\n}\nlocals {\n  x = aws_sqs_queue.q.delay_seconds\n}\n';
  const override = 'resource "aws_sqs_queue" "q" {\n  delay_seconds = 9\n}\n';

  test.each([
    ['an override file adds and replaces', { 'infra/override.tf': override }, '9'],
    ['by the end of its name', { 'infra/a_override.tf': override }, '9'],
    ['the last one wins', { 'infra/a_override.tf': override, 'infra/b_override.tf': override.replace('9', '8') }, '8'],
    ['in JSON', { 'infra/override.tf.json': '{"resource":{"aws_sqs_queue":{"q":{"delay_seconds":7}}}}' }, '7'],
    ['locals', { 'infra/override.tf': 'locals {\n  x = "other"\n}\n' }, 'other'],
    [
      'another name is no override',
      { 'infra/overrides.tf': 'locals {\n  y = 1\n}\n' },
      '->aws_sqs_queue.q.delay_seconds',
    ],
    [
      'locals of another file',
      { 'infra/z.tf': 'locals {\n  y = 1\n}\n', 'infra/override.tf': 'locals {\n  x = local.y\n}\n' },
      '1',
    ],
    ['a tofu file counts instead', { 'infra/main.tofu': 'locals {\n  x = "tofu"\n}\n' }, 'tofu'],
  ])('%s', (_, more, expected) => expect(shown(localX({ 'infra/main.tf': main, ...more }))).toBe(expected));

  test('blocks inside take the place of all of their type', () => {
    const rule = (port: number) => `  ingress {\n    from_port = ${port}\n  }\n`;
    const group = (inside: string) => `resource "aws_security_group" "g" {\n${inside}}\n`;
    const [stack] = stackOf({
      'infra/main.tf': group(rule(1) + rule(2)),
      'infra/override.tf': group(rule(3)),
    }).expanded;
    expect(stack?.instances.map(({ block }) => block.body.blocks.length)).toEqual([1]);
  });

  test('blocks that say nothing of resources are no noise', () => {
    const blocks = `
moved {
  from = aws_sqs_queue.old
  to   = aws_sqs_queue.q
}
removed {
  from = aws_sqs_queue.gone
  lifecycle {
    destroy = false
  }
}
import {
  to = aws_sqs_queue.q
  id = "https://sqs.eu-west-1.amazonaws.com/123456789012/q"
}
check "health" {
  data "http" "page" {
    url = "https://example.org"
  }
  assert {
    condition     = data.http.page.status_code == 200
    error_message = "down"
  }
}
provider "aws" {
  region = var.region
}
`;
    const texts = { 'infra/main.tf': `${blocks}resource "aws_sqs_queue" "q" {}\n` };
    expect(resources(texts)).toEqual(['aws_sqs_queue.old']);
    expect(stackOf(texts).notices).toEqual([]);
    expect(stackOf(texts).root.open).toBe(false);
  });
});

describe('attributes that may be left out', () => {
  const type = `object({
    name    = string
    timeout = optional(number, 3)
    mode    = optional(string)
    logs    = optional(object({ days = optional(number, 14) }), {})
  })`;
  const written = '{\n    name = "a"\n    logs = { days = 1 }\n  }';

  test.each([
    ['of a default', `variable "v" {\n  type = ${type}\n  default = ${written}\n}\n`, {}],
    ['of what is given', `variable "v" {\n  type = ${type}\n}\n`, { 'infra/terraform.tfvars': `v = ${written}\n` }],
  ])('%s', (_, variable, more) => {
    const main = `${variable}locals {\n  x = var.v\n}\n`;
    expect(shown(localX({ 'infra/main.tf': main, ...more }))).toBe('{name=a, logs={days=1}, timeout=3, mode=null}');
  });

  test('of what a module is called with, in a map', () => {
    const inner = `variable "all" {\n  type = map(${type})\n}\noutput "x" {\n  value = var.all["b"].logs.days\n}\n`;
    const main = 'module "m" {\n  source = "./m"\n  all = { b = { name = "b" } }\n}\nlocals {\n  x = module.m.x\n}\n';
    expect(shown(localX({ 'infra/main.tf': main, 'infra/m/main.tf': inner }))).toBe('14');
  });

  test('of what is not known they are not known', () => {
    const main = `variable "v" {\n  type = ${type}\n}\nlocals {\n  x = var.v.timeout\n}\n`;
    expect(shown(localX({ 'infra/main.tf': main }))).toBe('?variable without default');
  });
});
