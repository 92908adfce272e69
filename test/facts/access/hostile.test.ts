import { expect, test } from '@jest/globals';
import { widenings } from '../../../src/facts/access/comparison.js';
import { documents, type Written } from './written-documents.js';

/** Differences between documents, and the seconds that it took to find them. */
function timed(base: readonly Written[], head: readonly Written[]) {
  const before = process.cpuUsage();
  const found = widenings(documents(base), documents(head), { universe: 'indexed', own: [] });
  const { user } = process.cpuUsage(before);
  return { found, seconds: user / 1_000_000 };
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
/** `*a*b*c*…`, another one for each number. */
const starred = (seed: number) =>
  `arn:aws:sqs:*:*:*${Array.from({ length: 24 }, (_, at) => letters[(seed * 7 + at * (seed + 3)) % 26]).join('*')}*`;
const many = (count: number) => Array.from({ length: count }, (_, at) => at);

const bases: readonly (readonly [string, readonly Written[], readonly Written[]])[] = [
  [
    'a hundred exploding patterns',
    many(100).map((at) => ({ action: 'sqs:SendMessage', resource: starred(at) })),
    many(100).map((at) => ({ action: 'sqs:SendMessage', resource: starred(at + 1) })),
  ],
  [
    'exploding patterns and as many Denies',
    many(60).map((at) => ({ effect: at % 2 === 0 ? 'allow' : 'deny', action: 'sqs:*', resource: starred(at) })),
    many(60).map((at) => ({ effect: at % 2 === 0 ? 'deny' : 'allow', action: 'sqs:*', resource: starred(at) })),
  ],
  [
    'hundreds of statements about everything',
    many(300).map((at) => ({ action: '*', resource: `arn:aws:s3:::b${at}*` })),
    many(300).map((at) => ({ action: '*', resource: `arn:aws:s3:::c${at}*` })),
  ],
  [
    'hundreds of conditions',
    many(200).map((at) => ({
      action: 'sqs:SendMessage',
      resource: '*',
      condition: { StringEquals: { [`k${at}`]: '1' } },
    })),
    many(200).map((at) => ({
      action: 'sqs:SendMessage',
      resource: '*',
      condition: { StringEquals: { [`k${at}`]: '2' } },
    })),
  ],
  [
    'contradictory Denies',
    [{ action: '*', resource: '*' }],
    [
      { action: '*', resource: '*' },
      { effect: 'deny', notAction: '*', resource: '*' },
      { effect: 'deny', action: '*', notResource: '*' },
    ],
  ],
  [
    'questions without end',
    [{ action: 'sqs:SendMessage', resource: `arn:aws:sqs:*:*:${'?*'.repeat(400)}` }],
    [{ action: 'sqs:SendMessage', resource: `arn:aws:sqs:*:*:${'*?'.repeat(401)}` }],
  ],
];

test.each(bases)('%s: bounded, and every difference is checked or said to be unknown', (_, base, head) => {
  const { found, seconds } = timed(base, head);
  expect(seconds).toBeLessThan(20);
  for (const { answer, witness } of found) expect(answer.kind === 'apart' || witness !== undefined).toBe(true);
});

test('contradictory Denies take nothing away', () => {
  const [, , , , [, base, head] = ['', [], []]] = bases;
  expect(timed(base, head).found).toEqual([]);
  expect(timed(head, base).found).toEqual([]);
});

test('variables of a request are not taken for text', () => {
  const home = (end: string) => ({ action: 's3:GetObject', resource: `arn:aws:s3:::home/${end}` });
  const own = timed([home('${aws:username}/*')], [home('${aws:username}/*')]);
  expect(own.found).toEqual([]);
  const [other] = timed([home('${aws:username}/*')], [home('alice/*')]).found;
  expect(other?.answer).toEqual({ kind: 'apart', because: 'unknown parts' });
  const [all] = timed([home('${aws:username}/*')], [home('*')]).found;
  expect(all?.answer.kind).toBe('more');
});
