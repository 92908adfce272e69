import { expect, test } from '@jest/globals';
import { loweredAll, newMemory } from '../../src/code/memory.js';
import { mostValues, valuesIn } from '../../src/findings/values.js';
import { unreadStack } from '../../src/frameworks/files/unread-stack.js';
import type { Framework } from '../../src/frameworks/framework.js';
import { holdFiles } from '../../src/stacks/files.js';
import type { ReadStack } from '../../src/stacks/read-stack.js';
import { openRoom } from '../../src/stacks/room.js';
import { scanFiles } from '../support/judging.js';
import { fn } from '../support/model.js';

const bystander = [
  'other/template.yaml',
  'Resources:\n  Open:\n    Type: AWS::Lambda::Url\n    Properties: { AuthType: NONE }\n',
] as const;
const many = `[${'1,'.repeat(mostValues)}1]`;

test.each([
  ['template.yaml', `Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties: { Tags: ${many} }\n`],
  ['a.template.json', `{"Resources": {"A": {"Type": "AWS::SNS::Topic", "Properties": {"Tags": ${many}}}}}`],
  ['main.tf', `resource "aws_sns_topic" "a" {\n  tags = ${many}\n}\n`],
  ['main.bicep', `param x string\nvar y = ${many}\nresource z 'Microsoft.Web/sites@2023-01-01' = {name: 'z'}\n`],
  ['serverless.yml', `service: a\nprovider: { name: aws, runtime: nodejs24.x }\ncustom: ${many}\n`],
  ['service.yaml', `apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: { name: a, x: ${many} }\n`],
])('%s that holds more values than are looked at is told, and the rest is judged', async (path, text) => {
  const { findings, notices } = await scanFiles(new Map([[path, text], bystander]));
  expect(notices).toMatchObject([
    { path, kind: 'unread', message: expect.stringContaining('more than 150,000 values') },
  ]);
  expect(findings.map(({ at, policy }) => [at.path, policy])).toContainEqual([bystander[0], 'function-url-open']);
});

/** A stack of files with so many values each. */
function stackOf(entry: string, files: readonly string[]): ReadStack {
  const framework = { name: 'sam', unreadAs: 'sam' } as Framework;
  return { ...unreadStack('sam', entry, []), entry, files, framework, codeRoots: ['src'] };
}

const third = ','.repeat(mostValues / 3);
const held = holdFiles(['a', 'b', 'c', 'd', 'e', 'huge']);
const texts = new Map([...['a', 'b', 'c', 'd', 'e'].map((path) => [path, third] as const), ['huge', third.repeat(4)]]);
held.add(texts, [...texts.keys()]);

test('stacks have room together as long as their files hold no more than one file may, each file counted once', () => {
  const room = openRoom();
  const taken = [['a', 'b'], ['b', 'c'], ['d'], ['a', 'c']].map((files) =>
    room.take(stackOf(files[0] ?? '', files), held),
  );
  expect(taken.map(({ notices }) => notices.map(({ message }) => message.includes('reviewed together')))).toEqual([
    [],
    [],
    [true],
    [],
  ]);
  expect(taken[2]).toMatchObject({ files: ['d'], codeRoots: ['src'], model: { open: true } });
});

test('a stack that is too large alone says so; a file that was not read for its size takes no room', () => {
  const large = openRoom().take(stackOf('a', ['a', 'b', 'c', 'd']), held);
  expect(large.notices).toMatchObject([{ path: 'a', kind: 'unread', message: expect.stringContaining('Split it') }]);
  expect(openRoom().take(stackOf('huge', ['huge', 'a', 'b', 'c']), held).notices).toEqual([]);
});

test('code has an end, too: what is beyond is told', () => {
  const memory = newMemory();
  const read = (index: number) => {
    const [path, text] = [`${index}.js`, `/* ${index}\n${`${'x'.repeat(99)}\n`.repeat(9_000)}*/`];
    return loweredAll(memory, [{ name: path, source: { path, text } }])[0]?.form;
  };
  const forms = [1, 2, 3, 4, 5, 6, 1].map(read);
  expect(forms.map((form) => form !== undefined && 'kind' in form)).toEqual([
    false,
    false,
    false,
    false,
    false,
    true,
    false,
  ]);
  expect(forms[5]).toMatchObject({ path: '6.js', message: expect.stringContaining('more code than') });
});

test('what separates values is counted in every notation', () => {
  expect(valuesIn('a:\n  - b: 1\n  - { c: d, e: [f, g] }\n')).toBe(10);
  expect(valuesIn('{"a":1,"b":["c"],"d":{"e":"https://f:8080"}}')).toBe(8);
  expect(valuesIn('resource "a" "b" {\n  c = ["d", 1]\n}\n')).toBe(7);
});

test('a stack with more functions than anybody deploys at once is told, and the next one is judged', () => {
  const stack = stackOf('a', ['a']);
  const withFunctions = (count: number): ReadStack => ({
    ...stack,
    model: { ...stack.model, functions: Array.from({ length: count }, (_, index) => fn({ id: `F${index}` })) },
  });
  const room = openRoom();
  expect(room.take(withFunctions(2001), held)).toMatchObject({
    notices: [{ path: 'a', kind: 'unread', message: expect.stringContaining('more than 2,000 functions') }],
    files: ['a'],
    model: { functions: [], open: true },
  });
  expect(room.take(withFunctions(2000), held).notices).toEqual([]);
});
