import { beforeAll, describe, expect, test } from '@jest/globals';
import { applyEdits } from '../src/findings/edits.js';
import type { Placed } from '../src/findings/finding.js';
import { review } from '../src/review.js';
import { prepareFrameworks } from '../src/stacks/read.js';
import { judge, pullRequest, reviewFiles } from './support/judging.js';

const head = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Resources:
`;
const fn = (name: string, rest: string) => `  ${name}:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs24.x
      CodeUri: src/${name.toLowerCase()}/
${rest}`;
const traced = '      Tracing: Active\n';
const open = '      FunctionUrlConfig:\n        AuthType: NONE\n';

const files = (entries: Readonly<Record<string, string>>) => new Map(Object.entries(entries));
const isNew = ({ status }: Placed) => status === 'introduced' || status === 'worsened';

beforeAll(prepareFrameworks);

describe('a change that introduces nothing', () => {
  const template = head + fn('One', open) + fn('Two', open);
  const indented = template.replace(/^( +)/gm, '$1$1');
  test.each([
    [
      'a template moved to another folder',
      files({ 'a/template.yaml': template }),
      files({ 'b/deep/template.yaml': template }),
    ],
    ['a template renamed', files({ 'template.yaml': template }), files({ 'service.yaml': template })],
    ['a template indented anew', files({ 'template.yaml': template }), files({ 'template.yaml': indented })],
    [
      'lines above the resources',
      files({ 'template.yaml': template }),
      files({ 'template.yaml': `# a\n# b\n${template}` }),
    ],
    [
      'resources in another order',
      files({ 'template.yaml': template }),
      files({ 'template.yaml': head + fn('Two', open) + fn('One', open) }),
    ],
    [
      'a handler changed',
      files({ 'template.yaml': template, 'src/one/app.js': '1' }),
      files({ 'template.yaml': template, 'src/one/app.js': '2' }),
    ],
  ])('%s', async (_, before, after) => {
    const { findings, stats } = await reviewFiles(before, after);
    expect(stats.stacks).toBe(1);
    expect(findings.filter(({ status }) => status === 'existing').length).toBeGreaterThan(0);
    expect(findings.filter(({ status }) => status !== 'existing')).toEqual([]);
  });

  test('many stacks with the same names of resources, all moved', async () => {
    const services = ['a', 'b', 'c'].map((name) => [name, head + fn('One', open) + fn(`Only${name}`, '')] as const);
    const before = new Map(services.map(([name, text]) => [`old/${name}/template.yaml`, text]));
    const after = new Map(services.map(([name, text]) => [`new/${name}/template.yaml`, text]));
    const { findings } = await reviewFiles(before, after);
    expect(findings.filter(({ status }) => status !== 'existing')).toEqual([]);
  });
});

test('a change without relevant files reads nothing', async () => {
  const pull = pullRequest(new Map(), files({ 'README.md': '# x', 'docs/a.png': 'x' }));
  const never = () => Promise.reject(new Error('read'));
  const found = await review({ ...pull, list: never, read: never }, judge());
  expect(found.findings).toEqual([]);
  expect(found.notices).toEqual([]);
});

test('a finding on a written line is a comment there, with a fix that was tried', async () => {
  const { findings } = await reviewFiles(
    files({ 'template.yaml': head + fn('One', traced) }),
    files({ 'template.yaml': head + fn('One', traced + open) }),
  );
  const found = findings.find(({ policy }) => policy === 'function-url-open');
  expect(found).toMatchObject({ status: 'introduced', place: 'comment', side: 'right', start: { line: 12 } });
  expect(found?.fix?.verified).toBe(true);
});

test('what a deletion caused stands on the deleted line', async () => {
  const before = files({ 'template.yaml': head + fn('One', `      Timeout: 5\n${traced}`) });
  const { findings } = await reviewFiles(before, files({ 'template.yaml': head + fn('One', '      Timeout: 5\n') }));
  const fresh = findings.filter(isNew);
  expect(fresh.map(({ side, start, place }) => ({ side, place, line: start.line }))).toContainEqual({
    side: 'left',
    place: 'comment',
    line: 11,
  });
  expect(fresh.every(({ side }) => side === 'left')).toBe(true);
});

test('what is wrong with a thing that is new is no deletion’s fault, and stands on its own line', async () => {
  const { findings } = await reviewFiles(
    files({ 'template.yaml': head + fn('One', traced + open) }),
    files({ 'template.yaml': head + fn('Uno', traced + open) }),
  );
  const found = findings.find(({ policy, status }) => policy === 'function-url-open' && status === 'introduced');
  expect(found).toMatchObject({ resource: 'UnoUrl', place: 'comment', side: 'right', start: { line: 12 } });
  expect(findings.filter(isNew).every(({ side }) => side === 'right')).toBe(true);
});

test('what a deletion took away is brought back by the fix', async () => {
  const before = head + fn('One', `      Timeout: 5\n${traced}`);
  const after = head + fn('One', '      Timeout: 5\n');
  const { findings } = await reviewFiles(files({ 'template.yaml': before }), files({ 'template.yaml': after }));
  const fixes = findings.filter(isNew).flatMap(({ fix }) => fix ?? []);
  expect(fixes.map(({ edits, verified }) => [applyEdits(after, edits), verified])).toEqual([[before, true]]);
});

test('an authorizer that a change deletes is brought back by the fix, once for all its routes', async () => {
  const api = (auth: string) => `${head}  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: prod
      Auth:
${auth}        Authorizers:
          Customers: { UserPoolArn: !Ref PoolArn }
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Events:
        List: { Type: Api, Properties: { Path: /orders, Method: get, RestApiId: !Ref Api } }
        Create: { Type: Api, Properties: { Path: /orders, Method: post, RestApiId: !Ref Api } }
`;
  const before = api('        DefaultAuthorizer: Customers\n');
  const { findings } = await reviewFiles(files({ 'template.yaml': before }), files({ 'template.yaml': api('') }));
  const removed = findings.filter(({ policy }) => policy === 'authorizer-removed');
  expect(removed.map(({ side, start }) => [side, start.line])).toEqual([
    ['left', 9],
    ['left', 9],
  ]);
  expect(removed.map(({ fix }) => applyEdits(api(''), fix?.edits ?? []))).toEqual([before, before]);
});

describe('a value that the change writes elsewhere', () => {
  const urlOf = (auth: string) => `resource "aws_lambda_function_url" "open" {
  function_name      = "orders"
  authorization_type = ${auth}
}
`;
  test.each([
    ['a local', { 'main.tf': `locals {\n  auth = "AWS_IAM"\n}\n${urlOf('local.auth')}` }, 'main.tf:2'],
    [
      'an argument of a module',
      {
        'main.tf': 'module "url" {\n  source = "./url"\n  auth   = "AWS_IAM"\n}\n',
        'url/main.tf': `variable "auth" {}\n${urlOf('var.auth')}`,
      },
      'main.tf:3',
    ],
    [
      'a file of variables',
      { 'main.tf': `variable "auth" {}\n${urlOf('var.auth')}`, 'terraform.tfvars': 'auth = "AWS_IAM"\n' },
      'terraform.tfvars:1',
    ],
  ])('%s is where the finding stands', async (_, texts, line) => {
    const before = files(texts);
    const after = new Map([...before].map(([name, text]) => [name, text.replace('AWS_IAM', 'NONE')]));
    const { findings } = await reviewFiles(before, after);
    const told = findings.filter(({ policy }) => policy === 'authorizer-removed');
    expect(told.map(({ at, start, place, side }) => [`${at.path}:${start.line}`, place, side])).toEqual([
      [line, 'comment', 'right'],
    ]);
  });
});

test('a stack that the change removes leaves fixed findings only', async () => {
  const { findings } = await reviewFiles(files({ 'template.yaml': head + fn('One', open) }), new Map());
  expect(new Set(findings.map(({ status }) => status))).toEqual(new Set(['fixed']));
});

test('a template that does not parse is a notice, and its neighbours are judged', async () => {
  const broken = `${head}  One: [\n`;
  const after = files({ 'a/template.yaml': broken, 'b/template.yaml': head + fn('One', open) });
  const { findings, notices } = await reviewFiles(new Map(), after);
  expect(notices).toEqual([
    expect.objectContaining({ path: 'a/template.yaml', kind: 'unread', line: expect.any(Number) }),
  ]);
  expect(findings.filter(isNew).map(({ policy }) => policy)).toContain('function-url-open');
});

test('modules that are kept elsewhere are told in files that the change touches only', async () => {
  const network = 'module "network" {\n  source = "acme/network/aws"\n}\n';
  const touched = `${network.replaceAll('network', 'bus')}resource "aws_sqs_queue" "jobs" {}\n`;
  const before = files({ 'network.tf': network, 'main.tf': touched });
  const { notices } = await reviewFiles(before, new Map([...before, ['main.tf', `# jobs\n${touched}`]]));
  expect(notices.map(({ path, line, kind }) => [path, line, kind])).toEqual([['main.tf', 2, 'information']]);
});

test('when the base cannot be read, lines of the diff are to blame and the others were there', async () => {
  const before = files({ 'template.yaml': `${head}${fn('One', open)}  Broken: [\n` });
  const after = files({ 'template.yaml': head + fn('One', open) });
  const { findings } = await reviewFiles(before, after);
  expect(findings.find(({ policy }) => policy === 'function-url-open')?.status).toBe('existing');
});

describe('files that the settings leave out', () => {
  const legacy = files({ 'legacy/template.yaml': head + fn('One', open), 'template.yaml': head + fn('One', open) });
  test.each([
    ['are not reviewed', ['legacy'], ['template.yaml']],
    ['make a change of nothing else empty', ['**'], []],
  ])('%s', async (_, exclude, expected) => {
    const { findings, notices } = await reviewFiles(new Map(), legacy, judge({ exclude }));
    expect([...new Set(findings.map(({ at }) => at.path))]).toEqual(expected);
    expect(notices).toEqual([]);
  });
});

describe('suppressions that the change adds', () => {
  const comment = '        # postern-ignore: function-url-open -- public by design\n';
  const after = files({
    'template.yaml': head + fn('One', `${traced}      FunctionUrlConfig:\n${comment}        AuthType: NONE\n`),
  });
  const before = files({ 'template.yaml': head + fn('One', traced) });

  test('are listed and count', async () => {
    const { findings, suppressionsAdded } = await reviewFiles(before, after);
    expect(suppressionsAdded).toEqual([
      { policy: 'function-url-open', reason: 'public by design', path: 'template.yaml', line: 12 },
    ]);
    expect(findings.find(({ policy }) => policy === 'function-url-open')).toMatchObject({
      suppressed: { reason: 'public by design' },
      place: 'summary',
    });
  });

  test('do not count where the settings say so', async () => {
    const strict = judge({ acceptNewSuppressions: [] });
    const { findings, suppressionsAdded } = await reviewFiles(before, after, strict);
    expect(suppressionsAdded).toHaveLength(1);
    expect(findings.find(({ policy }) => policy === 'function-url-open')).toMatchObject({
      suppressed: null,
      place: 'comment',
    });
  });
});
