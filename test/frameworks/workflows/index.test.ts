import { describe, expect, test } from '@jest/globals';
import { workflows } from '../../../src/frameworks/workflows/workflows.js';
import { heldFiles } from '../../support/examples.js';
import { parsedStack } from '../../support/parsed.js';

function read(path: string, text: string) {
  return parsedStack(workflows, path, heldFiles(new Map([[path, text]])));
}

const machine = 'StartAt: A\nStates:\n  A: { Type: Pass, Parameters: { token: abc, other.$: $.x }, End: true }\n';
const language =
  'document: { dsl: 1.0.0, namespace: shop, name: place, version: 1.0.0 }\ndo:\n  - a: { set: { token: abc } }\n';

describe('what is a workflow', () => {
  test.each([
    ['a state machine in YAML', 'a/place.asl.yaml', machine, ['step-functions', 'place']],
    ['a document of the language', 'a/flow.yaml', language, ['serverless-workflow', 'place']],
    [
      'a state machine by its first state',
      'a/machine.json',
      '{ "Comment": "x", "StartAt": "A", "States": {} }',
      ['step-functions', 'machine.json'],
    ],
    [
      'the form before the first version',
      'a/flow.sw.yaml',
      'id: place\nspecVersion: "0.8"\nstates: []\n',
      ['serverless-workflow', 'place'],
    ],
    [
      "a workflow of Google's",
      'a/place.workflow.yaml',
      'main:\n  steps:\n    - a: { call: http.get, args: { url: https://a.example } }\n',
      ['google-cloud', 'place'],
    ],
    [
      "a workflow of Google's in JSON",
      'a/place.json',
      '{ "main": { "steps": [{ "a": { "call": "sys.log" } }] } }',
      ['google-cloud', 'place'],
    ],
    ['a package with a main file', 'a/package.json', '{ "main": "index.js", "call": "http.get" }', undefined],
    ['a version without states', 'a/flow.sw.yaml', 'id: place\nspecVersion: "0.8"\n', undefined],
    ['an older version of the language', 'a/flow.yaml', language.replace('1.0.0', '0.8.0'), undefined],
    ['another file', 'a/flow.yaml', 'dsl: 1.0.0\n', undefined],
  ])('%s', (_, path, text, expected) => {
    const model = read(path, text)?.model;
    expect(model && [model.framework, model.workflows[0]?.id]).toEqual(expected);
  });
});

test.each([
  ['half a state machine', 'a/place.asl.json', '{ "StartAt": "A", ', 'step-functions'],
  ['depth', 'a/place.asl.json', '{"a":'.repeat(10_000), 'step-functions'],
  ['half a document of the language', 'a/flow.yaml', `${language}    - [`, 'serverless-workflow'],
])('%s is told, and open', (_, path, text, framework) => {
  const stack = read(path, text);
  expect(stack?.model).toMatchObject({ framework, open: true, workflows: [] });
  expect(stack?.notices).toMatchObject([{ path, kind: 'unread' }]);
});

test('literal texts under the names of secrets are told with their places', () => {
  const text = read('a/flow.yaml', language)?.model.texts?.[0];
  expect(text?.name).toBe('do.0.a.set.token');
  expect(language.slice(text?.value.at.start, text?.value.at.end)).toBe('abc');
});

test('numbers that are left to the deployment do not make a file unreadable', () => {
  const text =
    '{ "StartAt": "A", "TimeoutSeconds": ${seconds},\n"States": { "A": { "password": "abc", "b": ": ${x}" } } }';
  const stack = read('a/place.asl.json', text);
  const place = stack?.model.texts?.[0]?.value.at;
  expect(stack?.notices).toEqual([]);
  expect(text.slice(place?.start, place?.end)).toBe('"abc"');
});

test('the value of a pair of a name and a value stands under the name', () => {
  const pairs = '[{ Name: DB_PASSWORD, Value: abc }, { Name: MODE, Value: abc }, { name: a, token: abc, value: b }]';
  const texts = read('a/place.asl.yaml', machine.replace('{ token: abc,', `{ Environment: ${pairs},`))?.model.texts;
  expect(texts?.map(({ name }) => name)).toEqual([
    'States.A.Parameters.Environment.0.DB_PASSWORD',
    'States.A.Parameters.Environment.2.token',
  ]);
});

test('nothing is known about how a workflow is logged', () => {
  const [workflow] = read('a/place.asl.yaml', machine)?.model.workflows ?? [];
  expect([workflow?.logging.kind, workflow?.tracing.kind]).toEqual(['unknown', 'unknown']);
});
