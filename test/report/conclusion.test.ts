import { expect, test } from '@jest/globals';
import type { Placed } from '../../src/findings/finding.js';
import type { Notice } from '../../src/findings/notice.js';
import { conclude } from '../../src/report/conclusion.js';
import { finding } from '../support/finding.js';

const notice = (kind: Notice['kind']): Notice => ({ path: 'a.tf', message: 'x', kind });
const reason = { reason: 'x', in: 'comment' } as const;

type Row = readonly [
  string,
  Partial<Placed> | undefined,
  Notice['kind'] | undefined,
  readonly [string, string, string],
];

test.each<Row>([
  ['nothing', undefined, undefined, ['success', 'success', 'success']],
  ['a new critical problem', { severity: 'critical' }, undefined, ['neutral', 'failure', 'failure']],
  ['a new high problem', {}, undefined, ['neutral', 'failure', 'failure']],
  ['a worsened high problem', { status: 'worsened' }, undefined, ['neutral', 'failure', 'failure']],
  ['a new high problem of low confidence', { confidence: 'low' }, undefined, ['neutral', 'neutral', 'neutral']],
  ['a new medium problem', { severity: 'medium' }, undefined, ['neutral', 'neutral', 'failure']],
  [
    'an uncertain medium problem',
    { severity: 'medium', confidence: 'low' },
    undefined,
    ['success', 'success', 'success'],
  ],
  ['a new low problem', { severity: 'low' }, undefined, ['success', 'success', 'success']],
  [
    'an existing critical problem',
    { status: 'existing', severity: 'critical' },
    undefined,
    ['neutral', 'neutral', 'neutral'],
  ],
  ['an existing high problem', { status: 'existing' }, undefined, ['success', 'success', 'success']],
  ['a fixed critical problem', { status: 'fixed', severity: 'critical' }, undefined, ['success', 'success', 'success']],
  ['a suppressed problem', { suppressed: reason }, undefined, ['success', 'success', 'success']],
  [
    'a problem in an example',
    { at: { path: 'examples/a.yml', start: 0, end: 1 } },
    undefined,
    ['success', 'success', 'success'],
  ],
  ['a policy that always fails', { fails: 'always', severity: 'low' }, undefined, ['success', 'failure', 'failure']],
  ['a policy that only tells', { fails: 'never' }, undefined, ['neutral', 'neutral', 'neutral']],
  ['a file that was not read', undefined, 'unread', ['neutral', 'neutral', 'failure']],
  ['a setting without effect', undefined, 'settings', ['neutral', 'neutral', 'neutral']],
  ['a piece of information', undefined, 'information', ['success', 'success', 'success']],
])('%s', (_, changed, kind, expected) => {
  const review = { findings: changed ? [finding(changed)] : [], notices: kind ? [notice(kind)] : [] };
  const profiles = ['advisory', 'standard', 'strict'] as const;
  expect(profiles.map((profile) => conclude(review, profile))).toEqual(expected);
});
