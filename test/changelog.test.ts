import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { catalogue } from '../src/policies/catalogue.js';

const text = readFileSync(new URL('../CHANGELOG.md', import.meta.url), 'utf8');
const [, unreleased = ''] = text.split(/^## .*$/m);

/** Each entry with the lines that go on with it. */
const entries = unreleased
  .trim()
  .split(/\n(?! {2})/)
  .map((entry) => entry.replaceAll('\n  ', ' '));

const ids = new Set(catalogue.flatMap(({ id, formerIds = [] }) => [id, ...formerIds]));

/** What readers of a changelog never see: files of ours, kinds of commits, words of the code. */
const inside = /\b(?:src|test)\/|\.ts\b|\b(?:refactor|chore|feat|fix)(?:\(|:)|\b(?:helper|codec|boolean|undefined)\b/i;

test('the newest section is the one that is not released', () => {
  expect(/^## (.*)$/m.exec(text)?.[1]).toBe('Unreleased');
  expect(entries.length).toBeGreaterThan(0);
});

test.each(entries)('%s', (entry) => {
  expect(entry).toMatch(/^- [`A-Z].*[.]$/);
  expect(entry).not.toMatch(inside);
  expect(entry).not.toMatch(/\s{2}|\s$/);
  const named = [...entry.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !ids.has(name))).toEqual([]);
});

test('no line is longer than readers of the source like', () => {
  expect(text.split('\n').filter((line) => line.length > 140)).toEqual([]);
});

test('nothing is told twice', () => expect(new Set(entries).size).toBe(entries.length));
