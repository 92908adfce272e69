import { expect, test } from '@jest/globals';
import { type LimitSigns, limitIn } from '../../src/pull-request/limit.js';

const now = Date.parse('2026-11-26T12:00:00Z');
const second = 1000;
const resetIn = (seconds: number) => String(now / second + seconds);

test.each<[string, LimitSigns, number | undefined]>([
  ['an answer that is fine', { status: 200, headers: { 'x-ratelimit-remaining': '0' } }, undefined],
  ['a missing permission', { status: 403, headers: { 'x-ratelimit-remaining': '4000' } }, undefined],
  ['Retry-After in seconds', { status: 403, headers: { 'retry-after': '90' } }, 90],
  ['Retry-After as a number', { status: 429, headers: { 'retry-after': 5 } }, 5],
  [
    'Retry-After as a date',
    { status: 429, headers: { 'retry-after': 'Thu, 26 Nov 2026 12:02:00 GMT', date: 'Thu, 26 Nov 2026 12:00:00 GMT' } },
    120,
  ],
  [
    'no calls left of this hour',
    { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': resetIn(600) } },
    600,
  ],
  [
    'a reset by a clock that is not ours',
    {
      status: 403,
      headers: {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': resetIn(7200),
        date: 'Thu, 26 Nov 2026 13:50:00 GMT',
      },
    },
    600,
  ],
  [
    'a reset that has passed',
    { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': resetIn(-50) } },
    1,
  ],
  [
    'a secondary limit without a time',
    { status: 403, headers: {}, message: 'You have exceeded a secondary rate limit.' },
    60,
  ],
  ['too many requests without a time', { status: 429, headers: {} }, 60],
  ['a wait beyond reason', { status: 429, headers: { 'retry-after': '999999' } }, 3600],
  ['a Retry-After that says nothing', { status: 429, headers: { 'retry-after': 'soon' } }, 60],
])('%s', (_, signs, expected) => {
  const until = limitIn(signs, now);
  expect(until && (until.getTime() - now) / second).toBe(expected);
});
