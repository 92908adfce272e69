import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Notice } from '../../src/findings/notice.js';
import { frameworks } from '../../src/frameworks/frameworks.js';
import { entryFiles, type Holed, harmless, nested } from '../support/hostile.js';
import { scanFiles } from '../support/judging.js';

/** A file that must be reviewed whatever stands beside it. */
const bystander = [
  'other/template.yaml',
  'Resources:\n  Open:\n    Type: AWS::Lambda::Url\n    Properties: { AuthType: NONE }\n',
] as const;

const marker = 'value-of-the-environment';
/** Processor time, in milliseconds: a busy machine may be several times slower than the two seconds that are promised. */
const mostWork = 8000;

beforeAll(async () => {
  process.env.POSTERN_HOSTILE_TEST = marker;
  await scanFiles(new Map([bystander]));
});

/** What a scan says of files; it ended in time, told nothing of the host, and reviewed the file beside them. */
async function outcome(files: Readonly<Record<string, string>>) {
  const started = process.cpuUsage();
  const { findings, notices } = await scanFiles(new Map([...Object.entries(files), bystander]));
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(mostWork);
  const said = JSON.stringify([findings, notices]);
  expect(said).not.toContain(marker);
  expect(said).not.toContain(process.cwd());
  expect(said).not.toMatch(/\broot:x?:0:|\/home\/|node_modules/);
  expect(findings.filter(({ policy }) => policy === 'function-url-open')).toMatchObject([
    { at: { path: bystander[0] } },
  ]);
  return { findings: findings.filter(({ at }) => at.path !== bystander[0]), notices };
}

const unread = (path: string, notices: readonly Notice[]) =>
  notices.filter((notice) => notice.kind === 'unread' && notice.path === path && (notice.line ?? 0) >= 1);

const all: readonly (readonly [string, Holed])[] = Object.values(entryFiles).flatMap((files) =>
  files.map((file) => [file.path, file] as const),
);

test('every framework has entry files here', () => {
  expect(Object.keys(entryFiles).sort()).toEqual(frameworks.map(({ name }) => name).sort());
});

describe.each(all)('%s', (path, { syntax, text }) => {
  const plain = text(harmless[syntax]);

  test('is read, with a byte order mark and with other line ends too', async () => {
    const before = await outcome({ [path]: plain });
    expect(unread(path, before.notices)).toEqual([]);
    for (const written of [`\uFEFF${plain}`, plain.replaceAll('\n', '\r\n')]) {
      const { findings, notices } = await outcome({ [path]: written });
      expect(findings.map(({ policy }) => policy)).toEqual(before.findings.map(({ policy }) => policy));
      expect(notices).toEqual(before.notices);
    }
  });

  test.each([
    ['over a megabyte', `${plain}${'\n'.repeat(5_000_000)}`],
    ['with a zero in it', `${plain}\u0000`],
    ['with a line of ten million characters', text(harmless[syntax].replace(/\bx\b/, 'x'.repeat(10_000_000)))],
    [
      'that breaks off',
      text('')
        .slice(0, -1)
        .replace(/[\]}) \n]+$/, syntax === 'yaml' ? ' [' : ' ('),
    ],
  ])('%s is told', async (_, written) => {
    const { notices } = await outcome({ [path]: written });
    expect(unread(path, notices)).not.toEqual([]);
  });

  test.each(Object.entries(nested[syntax]))('with %s ten thousand deep is told or read', async (_, value) => {
    await outcome({ [path]: text(value(10_000)) });
  });

  test.each([
    ['lone surrogates', 'a\uD800b'],
    ['names that are Markdown', '`@team` [x](http://e) <img src=x> | --> ${{ a }} #1'],
    ['paths that lead out', '${file(../../../../etc/passwd)} file:///etc/passwd ~/.aws/credentials'],
    ['variables of the machine', '${env:POSTERN_HOSTILE_TEST} $POSTERN_HOSTILE_TEST ${POSTERN_HOSTILE_TEST}'],
  ])('%s are told or read', async (_, word) => {
    const value = harmless[syntax].replace(/\bA\b/, syntax === 'hcl' ? 'A' : '"A"').replace(/\bx\b/, word);
    await outcome({ [path]: text(value) });
    await outcome({
      [path]: text(harmless[syntax].replace(/"?\bx\b"?/, syntax === 'bicep' ? word : JSON.stringify(word))),
    });
  });
});

const ten = (word: string) => Array.from({ length: 10 }, () => word).join(', ');
const twelve = (line: (index: number) => string) => Array.from({ length: 12 }, (_, index) => line(index)).join('\n');

describe.each(all.filter(([, { syntax }]) => syntax === 'yaml'))('%s', (path, { text }) => {
  test.each([
    [
      'aliases that multiply',
      `a0: &a0 [x]\n${twelve((index) => `a${index + 1}: &a${index + 1} [${ten(`*a${index}`)}]`)}\n`,
      '*a12',
    ],
    [
      'merge keys that multiply',
      `a0: &a0 { x: 1 }\n${twelve((index) => `a${index + 1}: &a${index + 1} { <<: [${ten(`*a${index}`)}], k: *a${index} }`)}\n`,
      '*a12',
    ],
    ['an alias in its own anchor', '', '&a [*a]'],
    ['a merge key in its own anchor', '', '&a { <<: *a }'],
    ['an alias of nothing', '', '*a'],
  ])('with %s is told', async (_, before, value) => {
    const { notices } = await outcome({ [path]: `${before}${text(value)}` });
    expect(unread(path, notices)).not.toEqual([]);
  });
});

const manifest = entryFiles.knative?.[0]?.text(harmless.yaml) ?? '';
const template = (inner: string) => `AWSTemplateFormatVersion: '2010-09-09'\nResources:\n${inner}`;
const nestedStack = (location: string) =>
  template(`  N:\n    Type: AWS::CloudFormation::Stack\n    Properties: { TemplateURL: ${location} }\n`);
const service = (custom: string) =>
  `service: a\nprovider: { name: aws, runtime: nodejs22.x }\ncustom: ${custom}\nfunctions:\n  fn: { handler: a.b, environment: "\${self:custom}" }\n`;
const powers = (line: (index: number) => string) => Array.from({ length: 30 }, (_, index) => line(index)).join('\n');

describe('what leads to itself, out of the repository, or to more than can be read', () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    ['nested stacks', { 'a.yaml': nestedStack('./b.yaml'), 'b.yaml': nestedStack('a.yaml') }],
    ['a nested stack outside', { 'a.yaml': nestedStack('../../../../etc/passwd') }],
    [
      'conditions',
      {
        'template.yaml': `Conditions: { A: !Condition B, B: !Condition A }\n${template('  Fn: { Type: AWS::Lambda::Function, Condition: A }\n')}`,
      },
    ],
    [
      'files of services',
      { 'serverless.yml': service('${file(a.yml)}'), 'a.yml': 'x: ${file(b.yml)}\n', 'b.yml': 'y: ${file(a.yml):x}\n' },
    ],
    [
      'variables of services',
      { 'serverless.yml': service('{ a: "${self:custom.b}", b: "${self:custom.a}", c: "${self:}" }') },
    ],
    [
      'variables that multiply',
      {
        'serverless.yml': service(
          `\n  v0: [x]\n${powers((index) => `  v${index + 1}: [${ten(`"\${self:custom.v${index}}"`)}]`)}`,
        ),
      },
    ],
    [
      'locals',
      {
        'main.tf':
          'locals {\n  a = local.b\n  b = [local.a]\n}\nresource "aws_lambda_function" "fn" {\n  role = local.b\n}\n',
      },
    ],
    [
      'locals that multiply',
      {
        'main.tf': `locals {\n  v0 = "x"\n${powers((index) => `  v${index + 1} = [${ten(`local.v${index}`)}]`)}\n}\nresource "aws_lambda_function" "fn" {\n  layers = flatten(local.v30)\n}\n`,
      },
    ],
    [
      'loops without end',
      {
        'main.tf':
          'resource "aws_lambda_function" "fn" {\n  count = 1000000000\n  layers = [for a in range(100000000) : [for b in range(100000000) : a]]\n}\n',
      },
    ],
    [
      'modules',
      {
        'main.tf': 'module "a" {\n  source = "./a"\n}\n',
        'a/main.tf': 'module "b" {\n  source = "../"\n}\nmodule "c" {\n  source = "../../../../etc"\n}\n',
      },
    ],
    [
      'modules of Bicep',
      {
        'main.bicep':
          "module a 'main.bicep' = {\n  name: 'a'\n}\nvar x = y\nvar y = x\nvar z = loadTextContent('../../etc/passwd')\n",
      },
    ],
    [
      'variables of ARM',
      {
        'azuredeploy.json':
          '{"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#","variables":{"x":"[variables(\'y\')]","y":"[variables(\'x\')]","copy":[{"name":"c","count":1000000000,"input":1}]},"resources":[]}',
      },
    ],
    [
      'bases of Kustomize',
      {
        'a/kustomization.yaml': 'resources: [../b]\n',
        'b/kustomization.yaml':
          'resources: [../a, .., s.yaml, ../../../../etc]\npatches: [{ path: ../../../etc/passwd }]\n',
        'b/s.yaml': manifest,
      },
    ],
    [
      'patches without number',
      {
        'kustomization.yaml': `resources: [s.yaml]\npatches:\n${'- patch: "{ kind: Service, spec: { a: 1 } }"\n'.repeat(3000)}`,
        's.yaml': `${manifest}---\n`.repeat(500),
      },
    ],
    [
      'files of variables',
      {
        'stack.yml':
          'provider:\n  name: openfaas\nfunctions:\n  a: { image: a, handler: ../../../etc, environment_file: [stack.yml, ../../etc/passwd] }\n',
      },
    ],
    [
      'references of documents',
      {
        'openapi.yaml':
          'openapi: 3.0.0\npaths:\n  /a: { $ref: "#/paths/~1a" }\n  /b: { $ref: "../../../etc/passwd" }\n',
      },
    ],
    [
      'settings of a program',
      {
        'cdk.json': `{"context":${'['.repeat(10_000)}`,
        'cdk.out/a.template.json': '{"a":'.repeat(10_000),
        'lib/stack.ts': entryFiles.cdk?.[0]?.text(harmless.typescript) ?? '',
      },
    ],
    [
      'classes and functions',
      {
        'lib/stack.ts':
          "import * as lambda from 'aws-cdk-lib/aws-lambda';\nfunction f(n) { return f(f(n)); }\nclass C extends C { constructor() { super(); new C(); new lambda.Function(this, f(1), { environment: f }); } }\nf(new C());\n",
      },
    ],
  ])('%s', async (_, files) => {
    await outcome(files);
  });
});
