import { beforeAll, describe, expect, test } from '@jest/globals';
import { prepareParser } from '../../../../src/notation/hcl/parse.js';
import { localX, shown } from '../reading.js';

beforeAll(prepareParser);

const names = `
variable "stage" {
  type    = string
  default = "dev"
}
variable "owner" {
  type = string
}
variable "sizes" {}
locals {
  list = ["a", "b"]
  map  = { a = 1, b = { c = "deep" } }
}
resource "aws_sqs_queue" "q" {
  name                       = "jobs"
  visibility_timeout_seconds = 30
}
resource "aws_s3_bucket" "each" {
  for_each = toset(["in", "out"])
  bucket   = each.key
}
resource "aws_lambda_function" "many" {
  count = 3
}
resource "aws_lambda_function" "none" {
  count = 0
}
data "aws_iam_policy_document" "keyed" {
  for_each = toset(["a", "b"])
  statement {
    sid = each.key
  }
}
data "aws_caller_identity" "me" {}
`;

function value(expression: string, more: Readonly<Record<string, string>> = {}): string {
  return shown(localX({ 'infra/main.tf': `${names}\nlocals {\n  x = ${expression}\n}\n`, ...more }));
}

describe('values that are written', () => {
  test.each([
    ['a text with escapes', '"a\\"b\\n\\u0041"', 'a"b\nA'],
    ['signs that stand for themselves', '"$${x} %%{y}"', '${x} %{y}'],
    ['numbers and null', '[1, -1.5, true, null]', '[1, -1.5, true, null]'],
    ['keys of all forms', '{ a = 1, "b c" : 2, (local.list[0]) = 3 }', '{a=3, b c=2}'],
    ['a heredoc', '<<EOT\nhello ${var.stage}\nEOT', 'hello dev\n'],
    ['an indented heredoc', '<<-EOT\n    a\n      b\n    EOT', 'a\n  b\n'],
    ['brackets', '((1 + 2)) * 3', '9'],
    ['exponents', '[1e2, 2E+1, -1e1, 5e-1, 1.5e3, 2.5E-1]', '[100, 20, -10, 0.5, 1500, 0.25]'],
    ['exponents in texts', '"1e2 ${1e2} \\u00e90 a-1e2"', '1e2 100 \u00e90 a-1e2'],
  ])('%s', (_, expression, expected) => expect(value(expression)).toBe(expected));
});

describe('names', () => {
  test.each([
    ['a default', 'var.stage', 'dev'],
    ['a text that only the caller knows', 'var.owner', '~${var.owner}'],
    ['a value of any type that only the caller knows', 'var.sizes', '?variable without default'],
    ['inside a text it keeps its name', '"a-${var.sizes}"', '~a-${var.sizes}'],
    ['a variable that is not declared', 'var.nothing', '?variable without default'],
    ['an element of a map', 'local.map.b.c', 'deep'],
    ['an element by a key', 'local.map["b"]["c"]', 'deep'],
    ['an element that is not there', 'local.map.z', '?no such element'],
    ['a resource', 'aws_sqs_queue.q.arn', '->aws_sqs_queue.q.Arn'],
    ['plain data of a resource', 'aws_sqs_queue.q.visibility_timeout_seconds', '30'],
    ['an instance by its key', 'aws_s3_bucket.each["in"].id', '->aws_s3_bucket.each["in"].id'],
    ['an instance by its number', 'aws_lambda_function.many[2].arn', '->aws_lambda_function.many[2].Arn'],
    ['the first one by its number', 'aws_lambda_function.many[0].arn', '->aws_lambda_function.many.Arn'],
    ['one of none', 'try(aws_lambda_function.none[0].arn, "other")', 'other'],
    ['one of all by its number', 'aws_lambda_function.many.*.arn[1]', '->aws_lambda_function.many[1].Arn'],
    [
      'all instances of a count',
      'aws_lambda_function.many.*.arn',
      '[->aws_lambda_function.many.Arn, ->aws_lambda_function.many[1].Arn, ->aws_lambda_function.many[2].Arn]',
    ],
    [
      'all instances',
      'values(aws_s3_bucket.each)[*].id',
      '[->aws_s3_bucket.each["in"].id, ->aws_s3_bucket.each["out"].id]',
    ],
    ['a document by its key', 'data.aws_iam_policy_document.keyed["b"].json', '{Statement=[{Effect=Allow, Sid=b}]}'],
    ['a document by a key that is not known', 'data.aws_iam_policy_document.keyed[var.owner].json', '?computed key'],
    [
      'all documents',
      'data.aws_iam_policy_document.keyed[*].json',
      '[{Statement=[{Effect=Allow, Sid=a}]}, {Statement=[{Effect=Allow, Sid=b}]}]',
    ],
    ['the account', 'data.aws_caller_identity.me.account_id', '~${AWS::AccountId}'],
    ['what the cloud alone knows', 'data.aws_vpc.main.id', '~${data.aws_vpc.main.id}'],
    ['no such resource', 'aws_sqs_queue.other.arn', '?no such element'],
    ['the folder of the module', 'path.module', '.'],
  ])('%s', (_, expression, expected) => expect(value(expression)).toBe(expected));
});

describe('operators, conditions, loops', () => {
  test.each([
    ['arithmetic', '1 + 2 * 3 - 4 / 2', '5'],
    ['comparison', '[1 < 2, "a" == "a", 1 != 1, !true]', '[true, true, false, false]'],
    ['a decided condition', 'var.stage == "dev" ? "small" : "large"', 'small'],
    ['an undecided condition', 'var.owner == "us" ? 1 : 2', 'var.owner == "us": 1 | not var.owner == "us": 2'],
    ['a condition that leaves something out', 'var.sizes ? 1 : null', 'var.sizes: 1 | not var.sizes: nothing'],
    ['an undecided condition in a text', '"a${var.sizes ? 1 : 2}"', 'var.sizes: a1 | not var.sizes: a2'],
    ['one known side decides', 'false && var.sizes', 'false'],
    ['a list from a list', '[for i, s in local.list : "${i}${s}"]', '[0a, 1b]'],
    ['a list with a condition', '[for s in local.list : s if s != "a"]', '[b]'],
    ['a map from a map', '{ for k, v in { a = 1 } : v => k }', '{1=a}'],
    ['a grouped map', '{ for s in ["ax", "ay", "bx"] : substr(s, 0, 1) => s... }', '{a=[ax, ay], b=[bx]}'],
    ['a loop over what is not known', '[for s in var.sizes : s]', '?variable without default'],
    ['a splat of one value', 'local.map[*].a', '[1]'],
    ['a splat of nothing', 'null[*]', '[]'],
  ])('%s', (_, expression, expected) => expect(value(expression)).toBe(expected));
});

describe('functions', () => {
  test.each([
    ['merge', 'merge({ a = 1, b = 2 }, { b = 3 })', '{a=1, b=3}'],
    ['merge with what is not known', 'merge({ a = 1 }, var.sizes)', '{a=?may be overruled +}'],
    ['merge after what is not known', 'merge(var.sizes, { a = 1 })', '{a=1 +}'],
    ['concat, flatten, compact, distinct', 'distinct(compact(flatten(concat(["a", ""], [["b"], "a"]))))', '[a, b]'],
    ['lookup', '[lookup(local.map, "a", 9), lookup(local.map, "z", 9)]', '[1, 9]'],
    ['join and split', 'join("-", split(",", "a,b"))', 'a-b'],
    ['join with a resource', 'join("/", [aws_sqs_queue.q.arn, "x"])', '~${aws_sqs_queue.q.Arn}/x'],
    ['format', 'format("%s-%03d-%%", var.stage, 7)', 'dev-007-%'],
    ['try', 'try(local.map.z, "other")', 'other'],
    ['try stops at what is not known', 'try(var.sizes.a, "other")', '?variable without default'],
    ['coalesce', 'coalesce(null, "", "b")', 'b'],
    ['length, keys, values', '[length(local.list), keys(local.map), values({ b = 1, a = 2 })]', '[2, [a, b], [2, 1]]'],
    ['element goes round', 'element(local.list, 3)', 'b'],
    ['setproduct', 'setproduct(["a", "b"], ["x"])', '[[a, x], [b, x]]'],
    ['spread arguments', 'max([1, 5, 3]...)', '5'],
    ['jsonencode keeps the value', 'jsonencode({ a = 1 })', '{a=1}'],
    ['jsondecode', 'jsondecode("{\\"a\\": [1]}").a[0]', '1'],
    ['replace is plain', 'replace("a.b", ".", "-")', 'a-b'],
    ['patterns are not run', 'replace("aaa", "/a+/", "b")', '?computed'],
    ['what time and chance give', 'uuid()', '?uuid()'],
    ['functions of providers', 'provider::aws::arn_parse("a").account_id', '?provider::aws::arn_parse()'],
    ['whether something works that is not known', 'can(var.sizes.a)', '?variable without default'],
    ['a list in a text', '"[${jsonencode([aws_sqs_queue.q.arn, "b"])}]"', '~[["${aws_sqs_queue.q.Arn}","b"]]'],
    ['sensitive values are values', 'sensitive("s")', 's'],
  ])('%s', (_, expression, expected) => expect(value(expression)).toBe(expected));
});

describe('files', () => {
  test.each([
    ['a file beside', 'file("${path.module}/a.txt")', { 'infra/a.txt': 'hello' }, 'hello'],
    ['a file from the root', 'file("a.txt")', { 'infra/a.txt': 'hello' }, 'hello'],
    ['a file above', 'file("${path.module}/../a.txt")', { 'a.txt': 'hello' }, 'hello'],
    ['a file that is not there', 'file("b.txt")', {}, '?file not in the repository'],
    ['a file outside', 'file("${path.module}/../../etc/passwd")', {}, '?file not in the repository'],
    ['a template', 'templatefile("a.tpl", { who = "you" })', { 'infra/a.tpl': 'hi ${who}\n' }, 'hi you\n'],
    [
      'a template with a resource',
      'templatefile("a.tpl", { q = aws_sqs_queue.q.arn })',
      { 'infra/a.tpl': '${q}' },
      '~${aws_sqs_queue.q.Arn}\n',
    ],
    ['yaml', 'yamldecode(file("a.yml")).a[1]', { 'infra/a.yml': 'a: [1, 2]\n' }, '2'],
    ['whether a file is there', '[fileexists("a.txt"), fileexists("b.txt")]', { 'infra/a.txt': '' }, '[true, false]'],
  ])('%s', (_, expression, more, expected) => expect(value(expression, more)).toBe(expected));
});
