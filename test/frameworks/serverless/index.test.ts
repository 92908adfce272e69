import { describe, expect, test } from '@jest/globals';
import { serverless } from '../../../src/frameworks/serverless/serverless.js';
import { known } from '../../../src/model/setting.js';
import { parsedStack } from '../../support/parsed.js';
import { filesOf } from '../cloudformation/reading.js';
import { header, parse } from './reading.js';

describe('which files are services', () => {
  test.each([
    ['serverless.yml', true],
    ['api/serverless.yaml', true],
    ['serverless.ts', true],
    ['serverless.json', true],
    ['serverless.prod.yml', true],
    ['serverless-compose.yml', true],
    ['template.yml', false],
    ['serverless.d.ts', false],
    ['node_modules/x/serverless.yml', false],
    ['.serverless/serverless.yml', false],
  ])('%s: %s', (path, expected) => expect(serverless.entryOf(path) === path).toBe(expected));

  test.each<[string, string, boolean]>([
    ['a service on AWS', header, true],
    ['a provider as one word', 'service: a\nprovider: aws\n', true],
    ['a provider that is elsewhere', 'service: a\nprovider: ${file(p.yml)}\n', true],
    ['another cloud', 'service: a\nprovider:\n  name: openwhisk\n', false],
    ['no provider', 'service: a\nfunctions: {}\n# provider\n', false],
    ['services that are composed', 'services:\n  a:\n    path: a\n# provider\n', false],
    ['something else', 'kind: Deployment\n', false],
  ])('%s', (_, text, expected) => {
    expect(parsedStack(serverless, 'serverless.yml', filesOf({ 'serverless.yml': text })) !== undefined).toBe(expected);
  });
});

describe('what is not known whole', () => {
  test.each<[string, string, boolean]>([
    ['a plain service', 'functions: { a: { handler: x.y } }\n', false],
    ['functions in a list', 'functions: [{ a: { handler: x.y } }]\n', false],
    ['functions of a program', 'functions: ${file(make.js):all}\n', true],
    ['a function that is elsewhere', 'functions: { a: "${file(none.yml)}" }\n', true],
    ['resources', 'resources: { Resources: { A: { Type: AWS::SQS::Queue } } }\n', false],
    ['resources in a list', 'resources: [{ Resources: { A: { Type: AWS::SQS::Queue } } }]\n', false],
    ['resources that are elsewhere', 'resources: ["${file(none.yml)}"]\n', true],
    ['a macro', 'resources: { Transform: Mine, Resources: {} }\n', true],
  ])('%s', (_, more, open) => expect(parse(header + more).model.open).toBe(open));
});

describe('split files', () => {
  const texts = {
    'serverless.yml': `${header}functions:\n  - \${file(functions/a.yml)}\n  - b:\n      handler: b.go\nresources:\n  - \${file(r/queues.yml)}\n  - Resources:\n      Extra:\n        Type: AWS::SNS::Topic\n`,
    'functions/a.yml': 'a:\n  handler: a.go\n  events:\n    - sqs: !GetAtt Orders.Arn\n',
    'r/queues.yml': 'Resources:\n  Orders:\n    Type: AWS::SQS::Queue\n',
  };
  const { model, files } = parse(texts);

  test('all are read as one stack', () => {
    expect(model.functions.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(model.stores.map(({ id }) => id)).toEqual(['Orders', 'Extra']);
    expect(model.triggers).toMatchObject([{ id: 'a.sqs', source: 'Orders', function: 'a' }]);
    expect(files).toEqual(['serverless.yml', 'functions/a.yml', 'r/queues.yml']);
  });

  test('places are where things are written', () => {
    expect(model.functions.map(({ at }) => at.path)).toEqual(['functions/a.yml', 'serverless.yml']);
  });
});

describe('functions', () => {
  const text = `${header}  timeout: 20
  environment: { STAGE: live, BOTH: shared }
  layers: [arn:aws:lambda:eu-west-1:1:layer:x:1]
functions:
  list-orders:
    handler: a.b
    memorySize: 256
    environment: { BOTH: own }
resources:
  Resources:
    Rule:
      Type: AWS::Events::Rule
      Properties:
        Targets: [{ Id: a, Arn: !GetAtt ListDashordersLambdaFunction.Arn }]
`;
  const { functions, triggers } = parse(text).model;
  const [fn] = functions;

  test('have what the provider says', () => {
    expect(fn && [known(fn.runtime), known(fn.timeout), known(fn.memory)]).toEqual(['nodejs24.x', 20, 256]);
    expect(fn?.environment.map(({ name, value }) => [name, known(value)])).toEqual([
      ['STAGE', 'live'],
      ['BOTH', 'own'],
    ]);
  });

  test('are meant by the names that the framework gives them', () => {
    expect(triggers.map((trigger) => trigger.function)).toEqual(['list-orders']);
  });

  test.each<[string, string, string | undefined]>([
    ['version 3', "'3'", 'nodejs16.x'],
    ['version 3 by range', '^3.38.0', 'nodejs16.x'],
    ['version 4', "'4'", 'nodejs20.x'],
    ['any version', "'*'", undefined],
    ['from a version on', "'>=2.0.0 <4.0.0'", undefined],
  ])('without a runtime run on the default of %s', (_, version, runtime) => {
    const written = `service: a\nframeworkVersion: ${version}\nprovider:\n  name: aws\nfunctions:\n  f:\n    handler: a.b\n`;
    const [first] = parse(written).model.functions;
    expect(first && known(first.runtime)).toBe(runtime);
  });
});

describe('hostile input', () => {
  test.each<[string, string, string]>([
    ['half of a file', 'serverless.yml', `${header}functions:\n  a: {handler: [`],
    ['ten thousand levels', 'serverless.yml', `${header}x: ${'['.repeat(10_000)}`],
    [
      'ten thousand levels of a program',
      'serverless.ts',
      `export default { service: 'a', provider: ${'['.repeat(10_000)}`,
    ],
    ['half of a program', 'serverless.js', 'module.exports = { service: "a", provider: { name: '],
    ['half of JSON', 'serverless.json', '{ "service": "a", "provider": {'],
  ])('%s is a notice', (_, path, text) => {
    const { model, notices } = parse({ [path]: text }, path);
    expect(notices.map(({ kind }) => kind)).toEqual(['unread']);
    expect(model.open).toBe(true);
  });

  test.each<[string, string]>([
    ['everything is null', 'functions:\nresources:\ncustom:\nplugins:\n'],
    ['everything is a text', 'functions: a\nresources: b\ncustom: c\nplugins: d\nlayers: e\n'],
    ['everything is a list', 'functions: [1, a]\nresources: [1, [b]]\ncustom: []\nplugins: [[]]\n'],
    ['functions are odd', 'functions: { a: , b: 1, c: [x], d: { events: { http: x } }, __proto__: { handler: a } }\n'],
    [
      'events are odd',
      'functions: { a: { handler: x, events: [1, , [], {}, http, { http: }, { sqs: [] }, { url: 1 }] } }\n',
    ],
    [
      'the role is odd',
      'functions: { a: { handler: x, iamRoleStatements: 1, role: [], iam: { role: { statements: x } } } }\n',
    ],
  ])('%s', (_, more) => expect(parse(header + more).model.framework).toBe('serverless'));
});
