import { describe, expect, test } from '@jest/globals';
import { definePolicy } from '../../src/policies/definition.js';
import { conclude } from '../../src/report/conclusion.js';
import { scan } from '../../src/scan.js';
import { judge, reviewFiles, scanFiles } from '../support/judging.js';

const template = (name: string) =>
  `Resources:\n  ${name}:\n    Type: AWS::Lambda::Url\n    Properties: { AuthType: NONE, TargetFunctionArn: x }\n`;
const files = new Map([
  ['one/template.yaml', template('Endless')],
  ['two/template.yaml', template('Open')],
]);
const [open] = judge().policies.filter(({ id }) => id === 'function-url-open');

/** Judges as ever, and never comes to an end with the stack that declares `Endless`. */
const endless = definePolicy({
  ...(open ?? judge().policies[0]),
  id: 'endless',
  *check({ urls }) {
    for (let id = urls.find((url) => url.id === 'Endless')?.id; id !== undefined; id += '') yield* [];
  },
} as Parameters<typeof definePolicy>[0]);
const slow = { ...judge(), policies: [...judge().policies, endless] };

describe('a stack that takes too long', () => {
  const told = { path: 'one/template.yaml', kind: 'unread', message: expect.stringContaining('takes too long') };

  test('is told, and the rest is judged', async () => {
    const { findings, notices } = await scanFiles(files, slow);
    expect(notices).toMatchObject([told]);
    expect(findings.filter(({ policy }) => policy === 'function-url-open').map(({ at }) => at.path)).toEqual([
      'two/template.yaml',
    ]);
  });

  test('is told in a review, whose check is not green', async () => {
    const review = await reviewFiles(new Map(), files, slow);
    expect(review.notices).toMatchObject([told]);
    expect(conclude(review, 'strict')).toBe('failure');
    expect(review.findings.map(({ at }) => at.path)).toContain('two/template.yaml');
  });
});

test('six thousand functions in one file are read and judged, or told', async () => {
  const one = (_: unknown, index: number) =>
    `  F${index}:\n    Type: AWS::Serverless::Function\n    Properties: { Handler: a.b, Runtime: nodejs24.x, CodeUri: s }\n`;
  const text = `Transform: AWS::Serverless-2016-10-31\nResources:\n${Array.from({ length: 6000 }, one).join('')}`;
  const tree = new Map([
    ['big/template.yaml', text],
    ['two/template.yaml', template('Open')],
  ]);
  const before = process.cpuUsage();
  const found = await scan([...tree.keys()], async () => tree, judge(), { tries: () => [] });
  const used = process.cpuUsage(before);
  expect(found.findings.some(({ at }) => at.path === 'two/template.yaml')).toBe(true);
  expect(found.notices.length === 1 || found.findings.length > 6000).toBe(true);
  expect((used.user + used.system) / 1e6).toBeLessThan(30);
});
