import { describe, expect, test } from '@jest/globals';
import { effectBlocks, effectSentences } from '../../src/report/effects.js';
import { cutSentence, lineOf } from '../../src/report/picture.js';
import type { Review } from '../../src/review.js';
import { reviewOf } from '../support/finding.js';

type Effects = Review['effects'][number];

const change = (sentence: string, weight: number): Effects['access'][number] => ({
  direction: 'newly',
  who: ['Get'],
  service: 'sqs',
  level: 'write',
  actions: ['sqs:SendMessage'],
  scope: 'any SQS queue',
  deed: 'send messages to any SQS queue',
  sentence,
  weight,
});
const effects = (access: Effects['access'], stack = 'template.yaml'): Effects => ({
  stack,
  access,
  exposure: [],
  cost: [],
  paths: [],
});

describe('the block of the summary', () => {
  test('is not there when nothing changed', () => expect(effectBlocks(reviewOf([]))).toEqual([]));

  test('has three sentences in the open, the gravest first, and the rest folded', () => {
    const access = ['a', 'b', 'c', 'd', 'e'].map((name, at) => change(`${name} can newly act.`, at));
    const [open, rest, ...others] = effectBlocks(reviewOf([], { effects: [effects(access)] }));
    expect(open).toBe('**Who can do what after this change.** e can newly act. d can newly act. c can newly act.');
    expect(rest).toContain('2 more changes of access');
    expect(rest).toContain('- b can newly act.\n- a can newly act.');
    expect(others).toEqual([]);
  });

  test('keeps names of reviewed code text', () => {
    const [open] = effectBlocks(reviewOf([], { effects: [effects([change('<img> @all can newly act.', 1)])] }));
    expect(open).not.toMatch(/<img>|@all/);
  });
});

test('examples come last, and what two stacks say alike is said once', () => {
  const sentences = effectSentences([
    effects([change('shown', 2_000)], 'examples/template.yaml'),
    effects([change('real', 10)]),
    effects([change('real', 10)], 'other.yaml'),
  ]);
  expect(sentences.map(({ sentence }) => sentence)).toEqual(['real', 'shown']);
});

const costing = (way: string, most: string): Effects['cost'][number] => ({
  function: way,
  before: null,
  after: 1,
  sentence: `Unauthenticated callers can make ${way} cost up to ${most} an hour in requests and compute.`,
  weight: 200,
});

test.each<[string, Effects['cost'], readonly string[]]>([
  [
    'routes of one API that cost alike',
    ['`GET /a` of Api', '`GET /b` of Api', '`GET /c` of Api', '`GET /d` of Api'].map((way) => costing(way, '$141')),
    [
      'Unauthenticated callers can make each of `GET /a`, `GET /b` and 2 more of Api cost up to $141 an hour in requests and compute.',
    ],
  ],
  [
    'two of them',
    ['`GET /a`', '`GET /b`'].map((way) => costing(way, '$141')),
    ['Unauthenticated callers can make each of `GET /a` and `GET /b` cost up to $141 an hour in requests and compute.'],
  ],
  [
    'routes of several APIs, and others',
    [costing('`GET /a` of Api', '$1.00'), costing('`GET /a` of Other', '$1.00'), costing('the URL of Get', '$1.00')],
    [
      'Unauthenticated callers can make `GET /a` of Api cost up to $1.00 an hour in requests and compute.',
      'Unauthenticated callers can make `GET /a` of Other cost up to $1.00 an hour in requests and compute.',
      'Unauthenticated callers can make the URL of Get cost up to $1.00 an hour in requests and compute.',
    ],
  ],
])('what costs alike is one sentence: %s', (_, cost, expected) => {
  const sentences = effectSentences([{ ...effects([]), cost }]);
  expect(sentences.map(({ sentence }) => sentence)).toEqual(expected);
});

test('a path is one line in the terminal', () => {
  const path = {
    function: 'Get',
    steps: ['Unauthenticated callers', 'GET /', 'Get', 'read items from any DynamoDB table'] as const,
    isNew: { wayIn: true, deed: false },
  };
  expect(lineOf(path)).toBe('Unauthenticated callers =(new)=> GET / -> Get -> read items from any DynamoDB table');
});

test.each([
  [
    { edits: [{ path: 'a.yaml', line: 3, policy: 'x' }], closes: 3, open: 3 },
    'One edit, the fix of `x` at `a.yaml:3`, closes all 3 open paths from callers to permissions that functions do not need.',
  ],
  [
    {
      edits: [
        { path: 'a.yaml', line: 3, policy: 'x' },
        { path: 'a.yaml', line: 9, policy: 'y' },
      ],
      closes: 2,
      open: 4,
    },
    '2 edits, the fixes of `x` at `a.yaml:3` and `y` at `a.yaml:9`, close 2 of 4 open paths from callers to permissions that functions do not need.',
  ],
])('a cut is told as what it closes', (cut, sentence) => expect(cutSentence(cut)).toBe(sentence));
