import { beforeAll, describe, expect, test } from '@jest/globals';
import { mostSteps } from '../../../../src/frameworks/terraform/evaluate/stack.js';
import { evaluateResources } from '../../../../src/frameworks/terraform/resources/evaluated.js';
import type { Value } from '../../../../src/model/value.js';
import { prepareParser } from '../../../../src/notation/hcl/parse.js';
import { shown, stackOf } from '../reading.js';

beforeAll(prepareParser);

type Texts = Readonly<Record<string, string>>;

/** All resources of a stack, how many steps they took, and how many parts their arguments have. */
function work(texts: Texts) {
  const stack = stackOf(texts);
  const { all } = evaluateResources(stack, () => true);
  let parts = 0;
  const waiting: Value[] = all.map(({ body }) => body);
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    parts += 1;
    if (value.kind === 'list') for (const item of value.items) waiting.push(item);
    if (value.kind === 'map') for (const entry of value.entries) waiting.push(entry.value);
  }
  return { all, parts, steps: mostSteps - stack.session.budget.left, notices: stack.notices };
}

const queue = (name: string) => `resource "aws_sqs_queue" "q" {\n  name = ${name}\n}\n`;

test('the work for two thousand blocks grows with their number only', () => {
  const blocks = (count: number) =>
    Array.from(
      { length: count },
      (_, index) => `
locals {
  name${index} = "orders-${index}-\${var.stage}"
}
resource "aws_sqs_queue" "q${index}" {
  name = local.name${index}
}
resource "aws_lambda_function" "f${index}" {
  function_name = local.name${index}
  role          = aws_iam_role.r${index}.arn
  environment {
    variables = { QUEUE = aws_sqs_queue.q${index}.url }
  }
}
resource "aws_iam_role" "r${index}" {
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole" }] })
}
`,
    ).join('');
  const stage = 'variable "stage" {\n  default = "dev"\n}\n';
  const [some, many] = [5, 500].map((count) => work({ 'infra/main.tf': stage + blocks(count) }));
  expect(many?.all).toHaveLength(1500);
  expect(many?.steps).toBeLessThan((some?.steps ?? 0) * 101);
  expect(many?.steps).toBeLessThan(20_000);
});

describe('what would never end, ends', () => {
  const doubled = (start: string, more: (before: string) => string) => {
    const lines = Array.from({ length: 40 }, (_, index) => `  l${index + 1} = ${more(`local.l${index}`)}\n`);
    return `locals {\n  l0 = ${start}\n${lines.join('')}}\n${queue('local.l40')}`;
  };
  const loop = (inner: string) => `[for i in range(1000) : ${inner}]`;
  const dynamic = (inside: string) =>
    `  dynamic "ingress" {\n    for_each = range(1000)\n    content {\n      port = ingress.value\n${inside}    }\n  }\n`;
  const group = (name: string, inside: string) => `resource "aws_security_group" "${name}" {\n${inside}}\n`;

  test.each<[string, Texts]>([
    ['loops inside loops', { 'infra/main.tf': queue(`join("", flatten(${loop(loop(loop('"x"')))}))`) }],
    ['texts that double', { 'infra/main.tf': doubled('"0123456789"', (before) => `"\${${before}}\${${before}}"`) }],
    ['lists that double', { 'infra/main.tf': doubled('["x"]', (before) => `concat(${before}, ${before})`) }],
    ['combinations', { 'infra/main.tf': queue('setproduct(range(1000), range(1000), range(1000))') }],
    ['dynamic blocks in dynamic blocks', { 'infra/main.tf': group('g', dynamic(dynamic(''))) }],
    [
      'many of them',
      { 'infra/main.tf': Array.from({ length: 50 }, (_, index) => group(`g${index}`, dynamic(dynamic('')))).join('') },
    ],
    [
      'a template that asks for itself',
      { 'infra/main.tf': queue('templatefile("t.tpl", {})'), 'infra/t.tpl': '${templatefile("t.tpl", {})}'.repeat(2) },
    ],
    [
      'loops in a template',
      {
        'infra/main.tf': queue('templatefile("t.tpl", { all = range(1000) })'),
        'infra/t.tpl': `${'%{ for a in all }'.repeat(3)}x${'%{ endfor }'.repeat(3)}`,
      },
    ],
    [
      'a large template for every item',
      {
        'infra/main.tf': queue(`join("", ${loop('templatefile("t.tpl", { i = i })')})`),
        'infra/t.tpl': `\${i}${'x'.repeat(100_000)}`,
      },
    ],
    [
      'a large document for every item',
      {
        'infra/main.tf': queue(`join("", ${loop('jsondecode(file("t.json"))[i]')})`),
        'infra/t.json': JSON.stringify(Array.from({ length: 5000 }, (_, index) => index)),
      },
    ],
  ])('%s', (_, texts) => {
    const { steps, parts } = work(texts);
    expect(steps).toBeLessThan(mostSteps * 1.1);
    expect(parts).toBeLessThan(mostSteps * 1.1);
  });

  test('a dynamic block over ten thousand items is not unrolled', () => {
    const items = Array.from({ length: 10_000 }, (_, index) => index).join(', ');
    const { parts, all } = work({ 'infra/main.tf': group('g', dynamic('').replace('range(1000)', `[${items}]`)) });
    expect(parts).toBe(1);
    expect(all[0]?.body.open).toBe(true);
  });

  test('a chain of conditions', () => {
    const chain = (count: number) => `${'var.n == 1 ? 1 : '.repeat(count)}2`;
    const body = (count: number) => shown(work({ 'infra/main.tf': queue(chain(count)) }).all[0]?.body);
    expect(body(3)).toContain('name=var.n == 1: 1');
    expect(body(1000)).toContain('?nested too deeply');
  });

  test('a file of nothing but brackets is told', () => {
    const [notice] = work({ 'infra/main.tf': queue(`${'['.repeat(300_000)}${']'.repeat(300_000)}`) }).notices;
    expect(notice).toMatchObject({ kind: 'unread', message: expect.stringContaining('was not read') });
  });

  test('conditions that are nested in a text', () => {
    const text = `"${'%{ if true }'.repeat(3000)}x${'%{ endif }'.repeat(3000)}"`;
    expect(shown(work({ 'infra/main.tf': queue(text) }).all[0]?.body)).toContain('?nested too deeply');
  });
});

describe('cycles end with a notice', () => {
  test.each<[string, Texts]>([
    ['of locals', { 'infra/main.tf': `locals {\n  a = local.b\n  b = local.a\n}\n${queue('local.a')}` }],
    [
      'of modules that give each other what they were given',
      {
        'infra/main.tf': `module "a" {\n  source = "./m"\n  in = module.b.out\n}\nmodule "b" {\n  source = "./m"\n  in = module.a.out\n}\n${queue('module.a.out')}`,
        'infra/m/main.tf': 'variable "in" {}\noutput "out" {\n  value = var.in\n}\n',
      },
    ],
  ])('%s', (_, texts) => {
    const { all, notices } = work(texts);
    expect(notices).toContainEqual(expect.objectContaining({ message: expect.stringContaining('refers to itself') }));
    expect(shown(all[0]?.body)).toContain('name=?');
  });

  test('of modules that call each other', () => {
    const calls = (source: string) => `module "m" {\n  source = "${source}"\n}\n`;
    const texts = { 'infra/main.tf': calls('./a'), 'infra/a/main.tf': calls('../b'), 'infra/b/main.tf': calls('../a') };
    const messages = work(texts).notices.map(({ message }) => message);
    expect(messages).toEqual([expect.stringContaining('calls itself')]);
  });
});
