import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Value } from '../../../src/model/value.js';
import { prepareParser } from '../../../src/notation/hcl/parse.js';
import { evaluated } from './reading.js';

interface Answer {
  readonly expression: string;
  readonly value?: unknown;
  /** The reference does not accept the expression. */
  readonly refused?: boolean;
}

interface Answers {
  readonly names: string;
  readonly answers: readonly Answer[];
}

const { names, answers }: Answers = JSON.parse(
  readFileSync(new URL('./fixtures/answers.json', import.meta.url), 'utf8'),
);

/** Expressions that are left unknown on purpose: patterns are never run, and rare verbs of `format` not read. */
const leftUnknown: ReadonlySet<string> = new Set([
  'replace("aaa", "/a+/", "b")',
  'regex("[a-z]+", "53453453.345345aaabbbccc23454")',
  'format("%5s|%-5s|", "a", "b")',
  'format("%.2f", 3.14159)',
  'format("%x", 255)',
  'format("%t", true)',
  '[1] == [1]',
  '{a = 1} == {a = 1}',
  'contains([1], "1")',
  'tobool("1")',
  'try(local.missing, "d")',
  'can(1 / 0)',
  'local["list"]',
  'regexall("[a-z]", "a1b2")',
]);

/** Where values of several types are made one, numbers are left numbers: whoever reads them takes either. */
const leftNumbers: ReadonlySet<string> = new Set([
  'true ? 1 : "a"',
  'true ? [1, "a"] : ["b"]',
  'tolist(["a", 1])',
  'tomap({a = 1, b = "x"})',
]);

function asTexts(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, inner) => (typeof inner === 'number' ? String(inner) : inner));
}

const unknown = Symbol('unknown');

/** A value as plain data; anything in it that is not known is marked. */
function plain(value: Value | undefined): unknown {
  if (value?.kind === 'scalar') return value.value;
  if (value?.kind === 'list') return value.open ? unknown : value.items.map(plain);
  if (value?.kind !== 'map' || value.open) return unknown;
  return Object.fromEntries(value.entries.map((entry) => [entry.key, plain(entry.value)]));
}

beforeAll(prepareParser);

describe('the reference implementation of HCL says the same', () => {
  const rows = answers.filter(({ expression, refused }) => refused !== true && !leftUnknown.has(expression));
  test.each(rows.map(({ expression, value }) => [expression, value]))('%s', (expression, value) => {
    const found = plain(evaluated(String(expression), names));
    const alike = leftNumbers.has(String(expression)) ? asTexts : (one: unknown) => one;
    expect(alike(found)).toEqual(alike(value));
  });
});

describe('not known', () => {
  const rows = answers.filter(({ expression, refused }) => refused === true || leftUnknown.has(expression));
  test.each(rows.map(({ expression }) => [expression]))('%s', (expression) => {
    expect(plain(evaluated(expression, names))).toBe(unknown);
  });
});
