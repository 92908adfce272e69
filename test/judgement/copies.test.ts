import { beforeAll, describe, expect, test } from '@jest/globals';
import { prepareFrameworks } from '../../src/stacks/read.js';
import { reviewFiles, scanFiles } from '../support/judging.js';

const source = `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs24.x
      CodeUri: src/
      FunctionUrlConfig: { AuthType: NONE }
`;
const packaged = source.replace('src/', 's3://bucket/0123456789');
const another =
  '  Cart:\n    Type: AWS::Lambda::Url\n    Properties: { TargetFunctionArn: !Ref Orders, AuthType: NONE }\n';

const store = (id: string) => `  ${id}: { Type: AWS::S3::Bucket }\n`;

const files = (entries: Readonly<Record<string, string>>) => new Map(Object.entries(entries));

async function openIn(tree: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const { findings } = await scanFiles(tree);
  return findings.filter(({ policy }) => policy === 'function-url-open').map((one) => `${one.at.path} ${one.resource}`);
}

type Row = readonly [string, Readonly<Record<string, string>>, readonly string[]];

beforeAll(prepareFrameworks);

describe('a stack that a tool made', () => {
  test.each([
    [
      'from a template that stands beside it: told at the source',
      { 'template.yaml': source, 'packaged.yaml': packaged },
      ['template.yaml OrdersUrl'],
    ],
    [
      'and keeps under a name of its own: told by where its code lies',
      { 'template.yaml': source, 'deploy.yaml': packaged },
      ['template.yaml OrdersUrl'],
    ],
    [
      'as its first line says',
      { 'template.yaml': source, 'all.yaml': `# Generated file, do not edit.\n${source}` },
      ['template.yaml OrdersUrl'],
    ],
    [
      'as the repository says',
      { 'template.yaml': source, 'all.yaml': source, '.gitattributes': 'all.yaml linguist-generated=true\n' },
      ['template.yaml OrdersUrl'],
    ],
    [
      'or a person who writes where code lies: the stacks of other folders are none of its sources',
      { 'a/template.yaml': packaged, 'b/template.yaml': packaged },
      ['a/template.yaml OrdersUrl', 'b/template.yaml OrdersUrl'],
    ],
    ['without its source: told there', { 'packaged.yaml': packaged }, ['packaged.yaml OrdersUrl']],
    [
      'with more in it than the source has: that is told',
      { 'template.yaml': source, 'packaged.yaml': packaged + another },
      ['template.yaml OrdersUrl', 'packaged.yaml Cart'],
    ],
    [
      'before its source was split in two: told at either part',
      {
        'a/template.yaml': source + store('A') + store('B'),
        'b/template.yaml': `Resources:\n${store('C')}${store('D')}${another.replace('!Ref Orders', 'elsewhere')}`,
        'output.yaml': packaged + store('A') + store('B') + store('C') + store('D') + another + store('E') + store('F'),
      },
      ['a/template.yaml OrdersUrl', 'b/template.yaml Cart'],
    ],
  ] as readonly Row[])('%s', async (_, tree, expected) => {
    expect(await openIn(files(tree))).toEqual(expected);
  });

  test('two templates that persons wrote are two', async () => {
    expect(await openIn(files({ 'a/template.yaml': source, 'b/template.yaml': source }))).toEqual([
      'a/template.yaml OrdersUrl',
      'b/template.yaml OrdersUrl',
    ]);
  });

  test('is judged as a copy in a change, too', async () => {
    const { findings } = await reviewFiles(new Map(), files({ 'template.yaml': source, 'packaged.yaml': packaged }));
    expect(findings.filter(({ policy }) => policy === 'function-url-open').map(({ at }) => at.path)).toEqual([
      'template.yaml',
    ]);
  });
});

describe('a repository without anything serverless', () => {
  const bucket = '  Files: { Type: AWS::S3::Bucket, Properties: { AccessControl: PublicRead } }\n';
  const queue = '  Inbox: { Type: AWS::SQS::Queue, Properties: { SqsManagedSseEnabled: false } }\n';

  test.each([
    ['is told of what is public and little else', `Resources:\n${bucket}${queue}`, 'low'],
    ['but all counts where a function is', `${source}${bucket}${queue}`, 'medium'],
  ])('%s', async (_, template, severity) => {
    const { findings } = await scanFiles(files({ 'template.yaml': template }));
    const severityOf = (id: string) => findings.find(({ policy }) => policy === id)?.severity;
    expect([severityOf('public-bucket'), severityOf('encryption-disabled')]).toEqual(['high', severity]);
  });
});

describe('what a stack decided once', () => {
  const plain = (name: string, rest = '') => `  ${name}:
    Type: AWS::Serverless::Function
    Properties: { Handler: app.handler, Runtime: nodejs24.x, CodeUri: src/${name}/${rest} }
`;
  const traced = ', Tracing: Active';
  const stack = (...functions: readonly string[]) =>
    files({ 'template.yaml': `Transform: AWS::Serverless-2016-10-31\nResources:\n${functions.join('')}` });
  const statusOf = async (base: ReadonlyMap<string, string>, head: ReadonlyMap<string, string>) => {
    const { findings } = await reviewFiles(base, head);
    return findings.find(({ policy, resource }) => policy === 'tracing-off' && resource === 'New')?.status;
  };

  test.each([
    ['is no news on one more', [plain('A'), plain('B'), plain('C')], 'existing'],
    ['is news where most decided otherwise', [plain('A', traced), plain('B', traced), plain('C')], 'introduced'],
    ['is news where there was nothing to decide', [], 'introduced'],
  ])('%s', async (_, functions, status) => {
    expect(await statusOf(stack(...functions), stack(...functions, plain('New')))).toBe(status);
  });
});
