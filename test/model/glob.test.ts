import { expect, test } from '@jest/globals';
import { globOf, isFrugal } from '../../src/model/glob.js';

test.each<[string, string, boolean]>([
  ['docs/**', 'docs/a/b.yml', true],
  ['docs/**', 'docs', true],
  ['*.yml', 'a.yml', true],
  ['*.yml', 'b/a.yml', false],
  ['**/*.test.yml', 'x/y/a.test.yml', true],
  ['{a,b}/*.yml', 'b/c.yml', true],
  ['[a-c].yml', 'b.yml', true],
  ['.github/**', '.github/workflows/a.yml', true],
  ['app (old)/**', 'app (old)/template.yml', true],
  ['(a|b)', 'a', false],
  ['!docs/**', 'src/a.yml', false],
])('%s held against %s: %j', (pattern, text, expected) => {
  expect(globOf(pattern)(text)).toBe(expected);
});

test('a name may hold a slash where it is no path', () => {
  expect(globOf('Api*', { isPath: false })('Api/orders')).toBe(true);
});

test.each([
  '((a+)+)+b',
  '+(+(a|aa)|+(a))b',
  '(a*)*b',
  'a*a*a*a*a*a*a*a*b',
  '**/a/**/a/**/a/**/a/**/a/b',
  '{a*,a*}'.repeat(9),
])('%s takes no time', (pattern) => {
  const before = process.cpuUsage();
  for (const text of ['a'.repeat(250), `${'a/'.repeat(120)}c`]) globOf(pattern)(text);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(500);
});

test('what is not frugal means nothing', () => {
  expect(['a*b*c*d*e', '{a,b}'.repeat(5)].map(isFrugal)).toEqual([false, false]);
  expect(globOf('a*b*c*d*e')('abcde')).toBe(false);
});
