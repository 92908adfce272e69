import { beforeAll, describe, expect, test } from '@jest/globals';
import { catalogue } from '../../src/policies/catalogue.js';
import { definePolicy, type Policy } from '../../src/policies/definition.js';
import { prepareFrameworks } from '../../src/stacks/read.js';
import { judge, reviewFiles, scanFiles } from '../support/judging.js';

const text = {
  id: 'always-broken',
  threat: 'vulnerable-components',
  title: 'Breaks at whatever it sees',
  severity: 'high',
  why: 'Nobody knows.',
  remedy: 'Mend the policy.',
  acceptable: 'Never.',
  several: ['things', 'are broken'] as const,
  references: { links: {} },
} as const;

function fail(): never {
  throw new Error('no such field');
}

const broken: readonly (readonly [string, Policy])[] = [
  ['a stack policy', definePolicy({ ...text, check: fail })],
  ['a change policy', definePolicy({ ...text, compare: fail })],
  ['a component policy', definePolicy({ ...text, judge: fail })],
  [
    'a component policy that breaks half way',
    definePolicy({
      ...text,
      *judge(_base, head) {
        yield {
          about: { id: 'x' },
          key: 'x',
          at: { path: head.path, start: 0, end: 1 },
          status: 'introduced',
          message: 'x',
        };
        fail();
      },
    }),
  ],
];

const template = `Resources:
  Url:
    Type: AWS::Lambda::Url
    Properties: { TargetFunctionArn: hello, AuthType: NONE }
`;
const before = new Map([
  ['template.yaml', template.replace('NONE', 'AWS_IAM')],
  ['package.json', '{ "dependencies": {} }'],
]);
const after = new Map([
  ['template.yaml', template],
  ['package.json', '{ "scripts": { "postinstall": "node build.js" } }'],
]);
const found = ['authorizer-removed', 'install-script-added'];

beforeAll(prepareFrameworks);

test('a policy that is about a stack as a whole is told once for each stack', async () => {
  const whole = definePolicy({
    ...text,
    id: 'whole-stack',
    oncePerStack: true,
    *check({ functions, path }) {
      for (const fn of functions) {
        yield { about: fn, at: { path, start: 0, end: 1 }, message: `${fn.id} is one of the stack.` };
      }
    },
  });
  const functions = ['One', 'Two'].map(
    (id) => `  ${id}: { Type: AWS::Lambda::Function, Properties: { Handler: a.b } }\n`,
  );
  const stack = `Resources:\n${functions.join('')}`;
  const files = new Map([
    ['a/template.yaml', stack],
    ['b/template.yaml', stack],
  ]);
  const { findings, stats } = await scanFiles(files, { ...judge(), policies: [whole] });
  expect(findings.map(({ message }) => message)).toEqual(['One is one of the stack.', 'One is one of the stack.']);
  expect(stats.stacks).toBe(2);
});

test('a policy that absorbs another without saying so is told as broken', async () => {
  const hiding = definePolicy({
    ...text,
    id: 'hides-others',
    *check({ urls }) {
      for (const url of urls) {
        yield { about: url, at: url.at, message: 'x', absorbs: [{ policy: 'function-url-open', about: url.id }] };
      }
    },
  });
  const { findings, notices } = await scanFiles(after, { ...judge(), policies: [hiding, ...catalogue] });
  expect(notices.map(({ message }) => message)).toEqual([expect.stringContaining('It absorbs function-url-open')]);
  expect(findings.map(({ policy }) => policy)).toContain('function-url-open');
});

test('a policy may absorb problems of its own without saying so', async () => {
  const doubled = definePolicy({
    ...text,
    id: 'told-twice',
    *check({ urls }) {
      for (const { id, at } of urls) {
        yield {
          about: { id },
          at,
          message: 'told',
          absorbs: [{ policy: 'told-twice', about: id, discriminator: 'b' }],
        };
        yield { about: { id }, at, message: 'hidden', discriminator: 'b' };
      }
    },
  });
  const { findings, notices } = await scanFiles(after, { ...judge(), policies: [doubled] });
  expect(findings.map(({ message }) => message)).toEqual(['told']);
  expect(notices).toEqual([]);
});

describe.each(broken)('%s that throws', (_, policy) => {
  const by = { ...judge(), policies: [policy, ...catalogue] };

  test('is a notice of a review with its id, one for what it was to judge, and the others go on', async () => {
    const { findings, notices } = await reviewFiles(before, after, by);
    const told = notices.filter(({ message }) => message.includes('always-broken'));
    expect(told).not.toEqual([]);
    expect(told.filter(({ kind, message }) => kind !== 'unread' || !message.includes('no such field'))).toEqual([]);
    expect(new Set(told.map(({ path }) => path)).size).toBe(told.length);
    expect(findings.map((finding) => finding.policy)).toEqual(expect.arrayContaining(found));
    expect(findings.map((finding) => finding.policy)).not.toContain('always-broken');
  });

  test('does not end a scan', async () => {
    const { findings } = await scanFiles(after, by);
    expect(findings.map((finding) => finding.policy)).toContain('function-url-open');
    expect(findings.map((finding) => finding.policy)).not.toContain('always-broken');
  });
});
