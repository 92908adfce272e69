import { beforeAll, describe, expect, test } from '@jest/globals';
import { terraform } from '../../../src/frameworks/terraform/terraform.js';
import { heldFiles } from '../../support/examples.js';
import { parsedStack } from '../../support/parsed.js';

beforeAll(async () => terraform.prepare?.());

function parse(texts: Readonly<Record<string, string>>, entry = 'infra') {
  return parsedStack(terraform, entry, heldFiles(new Map(Object.entries(texts))));
}

const queue = 'resource "aws_sqs_queue" "q" {}\n';

describe('which folders are stacks', () => {
  test.each([
    ['infra/main.tf', 'infra'],
    ['main.tf', '.'],
    ['a/b/main.tf.json', 'a/b'],
    ['a/main.tofu', 'a'],
    ['a/terraform.tfvars', 'a'],
    ['a/terraform.tfstate', undefined],
    ['a/.terraform.lock.hcl', undefined],
    ['a/main.hcl', undefined],
  ])('%s: %s', (path, expected) => expect(terraform.entryOf(path)).toBe(expected));

  test('the root folder', () => expect(parse({ 'main.tf': queue }, '.')?.model.stores).toHaveLength(1));

  test('a module that is called belongs to its caller', () => {
    const texts = { 'infra/main.tf': 'module "q" {\n  source = "../modules/q"\n}\n', 'modules/q/main.tf': queue };
    expect(parse(texts, 'modules/q')).toBeUndefined();
    expect(parse(texts)?.files).toContain('modules/q/main.tf');
  });

  test('a module that nobody calls is a stack', () => {
    expect(parse({ 'modules/q/main.tf': queue }, 'modules/q')?.model.stores).toHaveLength(1);
  });

  test('JSON syntax', () => {
    const text = JSON.stringify({
      variable: { n: { default: 'jobs' } },
      resource: {
        aws_sqs_queue: { q: { name: '${var.n}-x', redrive_policy: '${jsonencode({"maxReceiveCount": 3})}' } },
      },
    });
    const [store] = parse({ 'infra/main.tf.json': text })?.model.stores ?? [];
    expect(store).toMatchObject({ id: 'aws_sqs_queue.q', name: { kind: 'known', value: 'jobs-x' } });
    expect(store?.redrive).toMatchObject({ kind: 'known', value: { maximumReceives: 3 } });
  });
});

describe('what cannot be read', () => {
  test('the rest of a half-written file is still read', () => {
    const parsed = parse({
      'infra/main.tf': `${queue}resource "aws_sqs_queue" "half" {\n  name = \n}\n${queue.replace('"q"', '"r"')}`,
    });
    expect(parsed?.model.stores.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['aws_sqs_queue.q', 'aws_sqs_queue.r']),
    );
    expect(parsed?.notices).toEqual([expect.objectContaining({ kind: 'unread', path: 'infra/main.tf' })]);
  });

  test('values that need themselves', () => {
    const parsed = parse({
      'infra/main.tf':
        'locals {\n  a = local.b\n  b = local.a\n}\nresource "aws_sqs_queue" "q" {\n  name = local.a\n}\n',
    });
    expect(parsed?.notices.map(({ message }) => message)).toEqual([expect.stringContaining('depends on itself')]);
    expect(parsed?.model.stores[0]?.name.kind).toBe('unknown');
  });

  test.each([
    ['brackets', `${'('.repeat(10_000)}1${')'.repeat(10_000)}`],
    ['lists', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['operators', Array.from({ length: 10_000 }, () => '1').join(' + ')],
    ['calls', `${'lower('.repeat(5000)}"a"${')'.repeat(5000)}`],
    ['steps', `local.a${'.b'.repeat(10_000)}`],
  ])('ten thousand %s are read within bounds', (_, expression) => {
    const start = performance.now();
    const parsed = parse({
      'infra/main.tf': `${queue}locals {\n  a = ${expression}\n}\nresource "aws_sns_topic" "t" {\n  name = local.a\n}\n`,
    });
    expect(parsed?.model.stores.map(({ id }) => id)).toContain('aws_sqs_queue.q');
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test('a chain of locals longer than can be followed ends as unknown', () => {
    const chain = Array.from({ length: 5000 }, (_, index) => `  l${index} = local.l${index + 1}`).join('\n');
    const parsed = parse({
      'infra/main.tf': `locals {\n${chain}\n  l5000 = "x"\n}\nresource "aws_sqs_queue" "q" {\n  name = local.l0\n}\n`,
    });
    expect(parsed?.model.stores[0]?.name.kind).toBe('unknown');
  });

  test('names like those of objects are names', () => {
    const text =
      'locals {\n  __proto__ = "a"\n  constructor = { toString = "b" }\n}\nresource "aws_sqs_queue" "__proto__" {\n  name = "${local.__proto__}${local.constructor.toString}"\n}\n';
    expect(parse({ 'infra/main.tf': text })?.model.stores[0]?.name).toMatchObject({ kind: 'known', value: 'ab' });
  });
});

describe('modules that are kept elsewhere', () => {
  const calling = (source: string) => `${queue}\nmodule "m" {\n  source = "${source}"\n}\n`;
  test.each([
    ['a registry', 'acme/network/aws'],
    ['a repository', 'git::https://example.com/network.git?ref=v1'],
  ])('of %s are told, and nothing is absent beside them', (_, source) => {
    const stack = parse({ 'infra/main.tf': calling(source) });
    expect(stack?.notices.map(({ path, line, kind }) => [path, line, kind])).toEqual([
      ['infra/main.tf', 3, 'information'],
    ]);
    expect([stack?.model.open, stack?.model.stores.length]).toEqual([true, 1]);
  });

  test('are judged where their arguments are understood', () => {
    const stack = parse({ 'infra/main.tf': calling('terraform-aws-modules/lambda/aws') });
    expect([stack?.notices, stack?.model.open]).toEqual([[], false]);
  });
});
