import { describe, expect, test } from '@jest/globals';
import { dotenv } from '../../src/dependencies/formats/dotenv.js';
import { imageTexts, notebookTexts, registryTexts, variableTexts } from '../../src/dependencies/written-texts.js';
import { filesOf } from '../support/component-examples.js';

const told = (texts: readonly { readonly name: string; readonly value: string }[]) =>
  texts.map(({ name, value }) => `${name}=${value}`);

describe('what a file of an image sets', () => {
  test.each<[string, string, readonly string[]]>([
    ['one variable', 'ENV A=b', ['A=b']],
    ['several', 'ENV A=b C="d e"', ['A=b', 'C=d e']],
    ['the older form', 'ENV A b c', ['A=b c']],
    ['an argument', 'ARG A=b', ['A=b']],
    ['an argument without a default', 'ARG A', []],
    ['nothing', '# ENV A=b\nRUN export A=b', []],
  ])('%s', (_, text, expected) => expect(told(imageTexts({ path: 'Dockerfile', text }))).toEqual(expected));
});

test('variables of a file, with and without quotes', () => {
  const text = "# x=y\nA=b\nexport C='d'\nE=\nnot one\n";
  expect(told(variableTexts({ path: '.env', text }))).toEqual(['A=b', 'C=d', 'E=']);
});

test('what the lines of a notebook give names', () => {
  const lines = ['key = "AKIAabcdefgh"\n', "name = 'abcdefgh'\n", 'short = "a"\n', 'picture'];
  const text = JSON.stringify({ cells: [{ cell_type: 'code', source: lines }] }, undefined, 1);
  expect(told(notebookTexts({ path: 'a.ipynb', text }))).toEqual(['key=AKIAabcdefgh', 'name=abcdefgh']);
});

test('keys of registries, where the settings stand beside a manifest', () => {
  const npmrc = 'save-exact=true\n//npm.shop.io/:_authToken=abc\n_auth = def\n';
  const files = filesOf({ 'a/.npmrc': npmrc });
  expect(told(registryTexts('a/package.json', files))).toEqual(['_authToken=abc', '_auth=def']);
  expect(registryTexts('a/b/package.json', files)).toEqual([]);
});

test.each([
  ['.env', true],
  ['app/.env.production', true],
  ['.env.example', false],
  ['.env.sample', false],
  ['.environment', false],
])('%s holds variables: %s', (path, expected) => expect(dotenv.matches(path)).toBe(expected));
