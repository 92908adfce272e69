import { describe, expect, test } from '@jest/globals';
import { cloudformation } from '../../../src/frameworks/cloudformation/cloudformation.js';
import { parsedStack } from '../../support/parsed.js';
import { filesOf } from './reading.js';

const parse = (texts: Readonly<Record<string, string>>, entry = 'infra/template.yaml') =>
  parsedStack(cloudformation, entry, filesOf(texts));
const resource = 'Resources:\n  A:\n    Type: AWS::SQS::Queue\n';

describe('which files are templates', () => {
  test.each([
    ['template.yaml', true],
    ['a/b.yml', true],
    ['a/stack.json', true],
    ['a/vpc.template', true],
    ['a/app.ts', false],
    ['package.json', false],
    ['web/package-lock.json', false],
    ['tsconfig.build.json', false],
    ['serverless.yml', false],
    ['node_modules/x/template.yaml', false],
    ['.aws-sam/build/template.yaml', false],
    ['infra/cdk.out/App.template.json', false],
  ])('%s: %s', (path, expected) => expect(cloudformation.entryOf(path) === path).toBe(expected));

  test.each<[string, string, 'sam' | 'cloudformation' | undefined]>([
    ['resources with types of AWS', resource, 'cloudformation'],
    ['a header', "AWSTemplateFormatVersion: '2010-09-09'\nResources: {}\n", 'cloudformation'],
    ['the SAM transform', `Transform: AWS::Serverless-2016-10-31\n${resource}`, 'sam'],
    [
      'the SAM transform in a list',
      `Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]\n${resource}`,
      'sam',
    ],
    ['SAM types without transform', 'Resources:\n  A:\n    Type: AWS::Serverless::Function\n', 'sam'],
    ['something else', 'kind: Deployment\nResources: [a]\n', undefined],
    ['resources below another key', 'resources:\n  Resources:\n    A:\n      Type: AWS::SQS::Queue\n', undefined],
  ])('%s', (_, text, framework) => expect(parse({ 'infra/template.yaml': text })?.model.framework).toBe(framework));

  test('JSON templates', () => {
    const text = JSON.stringify({ Resources: { A: { Type: 'AWS::SQS::Queue' } } });
    expect(parse({ 'a.json': text }, 'a.json')?.model).toMatchObject({ framework: 'cloudformation', open: false });
  });
});

describe('macros of somebody’s own are named', () => {
  const said = (transform: string) => parse({ 'infra/template.yaml': `${transform}\n${resource}` })?.notices;
  const told = (names: string, line = 1) => [
    {
      path: 'infra/template.yaml',
      line,
      message: `At deployment ${names} may change this template; what it adds or changes was not reviewed.`,
      kind: 'information',
    },
  ];
  test.each<[string, readonly object[]]>([
    ['Transform: Mine', told('the macro Mine')],
    [
      'Description: a\nTransform: [AWS::Serverless-2016-10-31, One, { Name: Two }]',
      told('the macro One, the macro Two', 2),
    ],
    ['Transform: { Name: !Ref Macro }', told('a macro')],
    ["Fn::Transform: { Name: 'AWS::Include', Parameters: { Location: s3://a/b } }", told('the macro AWS::Include')],
    ['Transform: [AWS::Serverless-2016-10-31, AWS::LanguageExtensions]', []],
  ])('%s', (transform, expected) => expect(said(transform)).toEqual(expected));
});

describe('parts of services', () => {
  const service = (included: string) => `service: a\nprovider: { name: aws }\nresources: \${file(${included})}\n`;
  test.each<[string, Record<string, string>, boolean]>([
    ['that a service includes', { 'serverless.yml': service('infra/template.yaml') }, true],
    ['in its folder', { 'infra/serverless.ts': service('./template.yaml') }, true],
    ['of another name', { 'serverless.yml': service('infra/my-template.yaml') }, false],
    ['that a service only names', { 'serverless.yml': '# file(a.yml) template.yaml\n' }, false],
    ['alone', {}, false],
  ])('%s', (_, others, isPart) => {
    expect(parse({ 'infra/template.yaml': resource, ...others }) === undefined).toBe(isPart);
  });

  test.each<[string, Record<string, string>, boolean]>([
    ['with variables, where there is a service', { 'api/serverless.yml': 'service: a\n' }, true],
    ['with variables, where there is none', {}, false],
  ])('%s', (_, others, isPart) => {
    const text = `${resource}    Properties: { QueueName: '\${self:service}-a' }\n`;
    expect(parse({ 'infra/template.yaml': text, ...others }) === undefined).toBe(isPart);
  });
});

describe('what is not known whole', () => {
  test.each<[string, string, boolean]>([
    ['a plain template', resource, false],
    ['a macro', `Transform: Mine\n${resource}`, true],
    ['harmless transforms', `Transform: AWS::LanguageExtensions\n${resource}`, false],
    ['a reference to what is not declared', `${resource}    Properties: { KmsMasterKeyId: !Ref Elsewhere }\n`, true],
    [
      'a reference to what SAM generates',
      `${resource}    Properties: { A: !Ref ServerlessRestApi, B: !GetAtt ARole.Arn }\n`,
      false,
    ],
    ['a loop', `${resource}  Fn::ForEach::X: [X, [a], {}]\n`, true],
    [
      'an included part',
      `${resource}  Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://a/b } }\n`,
      true,
    ],
  ])('%s', (_, text, open) => expect(parse({ 'infra/template.yaml': text })?.model.open).toBe(open));

  test.each<[string, string, string | RegExp]>([
    ['broken YAML', `${resource}   x: [\n`, /^This file is not valid YAML/],
    [
      'Markdown in the message is kept short',
      `${resource}  - '${'`x`'.repeat(500)}\n`,
      /^This file is not valid YAML.{0,220}$/,
    ],
    ['UTF-16', [...resource].join('\u0000'), 'This file is not UTF-8 text and was not read; save it as UTF-8.'],
    [
      'a file above the limit',
      `${resource}# ${'x'.repeat(5_000_000)}\n`,
      'This file is larger than 1 MB and was not read; split it.',
    ],
    ['brackets in brackets', `${resource}x: ${'['.repeat(10_000)}\n`, /nested too deeply/],
    [
      'maps in maps',
      `${resource}x: ${'{a: '.repeat(250)}1${'}'.repeat(250)}\n`,
      'This file is nested too deeply and was not reviewed.',
    ],
    [
      'an alias in its own anchor',
      `${resource}x: &x [*x]\n`,
      'This file has an alias inside its own anchor and was not reviewed.',
    ],
    [
      'an alias without anchor',
      `${resource}x: *x\n`,
      'This file uses an alias without an anchor and was not reviewed.',
    ],
    [
      'an alias bomb',
      `${resource}a0: &a0 [x]\n${Array.from({ length: 20 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n},`.repeat(10)}]`).join('\n')}\n`,
      'This file repeats too much by aliases and was not reviewed.',
    ],
  ])('%s gives an open model and one notice', (_, text, message) => {
    const stack = parse({ 'infra/template.yaml': text.replace('Resources', 'AWSTemplateFormatVersion: x\nResources') });
    expect(stack?.model.open).toBe(true);
    expect(stack?.notices).toEqual([
      {
        path: 'infra/template.yaml',
        line: expect.any(Number),
        kind: 'unread',
        message: typeof message === 'string' ? message : expect.stringMatching(message),
      },
    ]);
  });

  test('deep JSON', () => {
    const text = `{"AWSTemplateFormatVersion": ${'['.repeat(10_000)}`;
    expect(parse({ 'a.json': text }, 'a.json')?.notices[0]?.message).toBe(
      'This file is nested too deeply and was not reviewed.',
    );
  });

  test.each([
    ['an empty document before the template', `# Nothing.\n---\n---\n${resource}`, []],
    ['another document before the template', `a: 1\n---\n${resource}`, []],
    ['a second template is told', `${resource}---\n${resource}`, [5]],
  ])('%s', (_, text, lines) => {
    const stack = parse({ 'infra/template.yaml': text });
    expect(stack?.notices.map(({ line }) => line)).toEqual(lines);
    expect(stack?.model.open).toBe(false);
  });

  test('a key that stands twice is told, and the last one counts', () => {
    const stack = parse({ 'infra/template.yaml': `${resource}  A:\n    Type: AWS::SNS::Topic\n` });
    expect(stack?.notices).toEqual([
      {
        path: 'infra/template.yaml',
        line: 4,
        kind: 'information',
        message: 'The key "A" appears twice in one map (first on line 2); the last one is used.',
      },
    ]);
  });

  test('names of object members are names like others', () => {
    const text =
      'Resources:\n  __proto__:\n    Type: AWS::SQS::Queue\n  constructor:\n    Type: AWS::SQS::Queue\n    Properties: { __proto__: { x: 1 }, toString: !Ref __proto__ }\n';
    expect(parse({ 'infra/template.yaml': text })?.notices).toEqual([]);
  });
});

describe('what belongs to a stack', () => {
  const text = `Transform: AWS::Serverless-2016-10-31
Globals: { Function: { CodeUri: ../src } }
Resources:
  F: { Type: AWS::Serverless::Function, Properties: { Handler: a.b } }
  G: { Type: AWS::Serverless::Function, Properties: { CodeUri: g/ }, Metadata: { DockerContext: ./docker } }
  Packed: { Type: AWS::Serverless::Function, Properties: { CodeUri: s3://bucket/key } }
  Away: { Type: AWS::Serverless::Function, Properties: { CodeUri: ../../../etc } }
  Layer: { Type: AWS::Serverless::LayerVersion, Properties: { ContentUri: layer } }
  Api: { Type: AWS::Serverless::Api, Properties: { DefinitionUri: ./api.yaml, StageName: x } }
  Nested: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ./nested.yaml } }
  Remote: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: https://example.com/x.yaml } }
  Steps: { Type: AWS::Serverless::StateMachine, Properties: { DefinitionUri: steps.asl.json } }
`;
  const stack = parse({ 'infra/template.yaml': text });

  test('files', () => {
    expect(stack?.files).toEqual([
      'infra/template.yaml',
      'infra/api.yaml',
      'infra/nested.yaml',
      'infra/steps.asl.json',
    ]);
  });

  test('code', () => expect(stack?.codeRoots).toEqual(['src', 'infra/g', 'infra/docker', 'infra/layer']));

  test('a path that leaves the repository is told', () => {
    expect(stack?.notices).toMatchObject([{ line: 7, kind: 'unread' }]);
  });
});

describe('suppressions in metadata', () => {
  const withMetadata = (ignore: string) =>
    parse({ 'infra/template.yaml': `${resource}    Metadata:\n      postern:\n        ignore: ${ignore}\n` });

  test.each<[string, string, readonly object[]]>([
    [
      'a map',
      '[{ policy: p, reason: r, until: 2027-01-01 }]',
      [{ policy: 'p', resource: 'A', reason: 'r', until: '2027-01-01' }],
    ],
    ['a line', "['p -- r, until 2027-01-01']", [{ policy: 'p', resource: 'A', reason: 'r', until: '2027-01-01' }]],
    ['a single map', '{ policy: p, reason: r }', [{ policy: 'p', resource: 'A', reason: 'r' }]],
  ])('%s', (_, ignore, expected) => {
    const read = withMetadata(ignore);
    expect(read?.suppressions.map(({ at, ...said }) => [at.path, said])).toEqual(
      expected.map((said) => ['infra/template.yaml', said]),
    );
    expect(read?.notices).toEqual([]);
  });

  test.each([
    ['an id without a reason', '[function-url-open]'],
    ['an empty reason', "[{ policy: p, reason: ' ' }]"],
  ])('%s is told and silences nothing', (_, ignore) => {
    expect(withMetadata(ignore)?.suppressions).toEqual([]);
    expect(withMetadata(ignore)?.notices).toMatchObject([{ line: 6, kind: 'settings' }]);
  });
});
