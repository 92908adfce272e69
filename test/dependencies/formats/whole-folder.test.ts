import { describe, expect, test } from '@jest/globals';
import { componentSets } from '../../../src/dependencies/component-set.js';
import type { ShippingFunction } from '../../../src/policies/components/shipping.js';
import { judgeWide } from '../../../src/policies/components/wide.js';
import { filesOf } from '../../support/component-examples.js';

type Texts = Readonly<Record<string, string>>;

function told(texts: Texts, fn: Partial<ShippingFunction> = {}) {
  const sets = componentSets(['app/Dockerfile'], filesOf(texts));
  const functions = [{ id: 'a', name: 'a', codeRoot: 'app', exposure: 'open' as const, ...fn }];
  const context = { date: '2026-11-26', functions, advisories: { entriesOf: () => [] }, ownNames: [] };
  return sets.flatMap((set) => judgeWide(undefined, set, context)).map(({ severity, message }) => [severity, message]);
}

const lambda = 'FROM public.ecr.aws/lambda/nodejs:24\n';
const app = { 'app/.env': '', 'app/tests/a.js': '', 'app/index.js': '' };

describe('an image of a function with all of its folder', () => {
  test.each([
    ['by COPY', `${lambda}COPY . .\n`],
    ['by COPY into a folder', `${lambda}COPY ./ \${LAMBDA_TASK_ROOT}/\n`],
    ['by ADD', `${lambda}add . /var/task\n`],
    ['with an owner', `${lambda}COPY --chown=app:app . .\n`],
    ['as a list', `${lambda}COPY [".", "/var/task"]\n`],
    ['in the last stage', `FROM node:24 AS build\n${lambda}COPY . .\n`],
  ])('%s', (_, text) => {
    expect(told({ ...app, 'app/Dockerfile': text })).toEqual([
      ['medium', 'The image holds files that no code needs: .env, tests/a.js.'],
    ]);
  });
});

describe('nothing is told', () => {
  test.each<[string, Texts, Partial<ShippingFunction>]>([
    [
      'of what an earlier stage holds',
      { 'app/Dockerfile': `FROM node:24 AS build\nCOPY . .\n${lambda}COPY --from=build /x .\n` },
      {},
    ],
    [
      'where a file says what to leave out',
      { 'app/Dockerfile': `${lambda}COPY . .\n`, 'app/.dockerignore': '.env' },
      {},
    ],
    ['where the root says so', { 'app/Dockerfile': `${lambda}COPY . .\n`, '.dockerignore': '.env' }, {}],
    ['of single files', { 'app/Dockerfile': `${lambda}COPY index.js .\n` }, {}],
    ['of another image', { 'app/Dockerfile': 'FROM node:24\nCOPY . .\n' }, {}],
  ])('%s', (_, texts, fn) => {
    expect(told({ ...app, ...texts }, fn)).toEqual([]);
  });

  test('where there is nothing that no code needs', () => {
    expect(told({ 'app/index.js': '', 'app/Dockerfile': `${lambda}COPY . .\n` })).toEqual([]);
  });
});

test('an image of any make counts where a function is started from it', () => {
  const texts = { 'app/tests/a.js': '', 'app/Dockerfile': 'FROM node:24\nCOPY . .\n' };
  expect(told(texts, { image: true })).toEqual([['low', 'The image holds files that no code needs: tests/a.js.']]);
  expect(told(texts, { image: true, codeRoot: 'other' })).toEqual([]);
});
