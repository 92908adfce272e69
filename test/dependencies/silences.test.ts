import { describe, expect, test } from '@jest/globals';
import { silencesIn } from '../../src/dependencies/analysis/silenced.js';
import { touchedSources } from '../../src/dependencies/touched.js';
import { filesOf } from '../support/component-examples.js';

describe('a comment that silences an analyser', () => {
  test.each([
    ['a.py', 'x = eval(y)  # nosec', '# nosec'],
    ['a.py', 'x = eval(y)  # nosec B307', '# nosec'],
    ['a.py', 'x = eval(y)  # noqa: S307', '# noqa'],
    ['a.py', '# ruff: noqa\nx = 1', '# ruff: noqa'],
    ['a.py', '# pylint: disable=line-too-long,eval-used', '# pylint: disable'],
    ['a.ts', 'eval(x); // NOSONAR', 'NOSONAR'],
    ['a.ts', 'eval(x); // nosemgrep: javascript.lang.security.eval', 'nosemgrep'],
    ['a.ts', '/* eslint-disable */', 'eslint-disable'],
    ['a.ts', '// eslint-disable-next-line -- it is what it is', 'eslint-disable'],
    ['a.ts', '/* eslint-disable no-console, security/detect-child-process */', 'eslint-disable'],
    ['a.ts', 'eval(x); // eslint-disable-line no-eval', 'eslint-disable'],
    ['a.ts', '// biome-ignore lint/security/noGlobalEval: needed', 'biome-ignore'],
    ['a.ts', '// deepcode ignore CodeInjection: no', 'deepcode ignore'],
    ['a.js', 'f(x) // codeql[js/code-injection]', 'codeql[...]'],
  ])('%s: %s', (path, text, name) => {
    expect(silencesIn(path, text).map((one) => one.name)).toEqual([name]);
  });
});

describe('what silences none, or nothing that matters', () => {
  test.each([
    ['a rule of style', 'a.ts', '/* eslint-disable max-lines */'],
    ['a text', 'a.ts', "const a = '// NOSONAR';"],
    ['a text of Python', 'a.py', "a = '# nosec'"],
    ['style in Python', 'a.py', 'import os  # noqa: E501'],
    ['a type', 'a.ts', '// @ts-expect-error eslint'],
    ['a sentence', 'a.py', '# no second try'],
    ['an option of eslint', 'a.ts', '/* eslint security/detect-eval: error */'],
  ])('%s', (_, path, text) => {
    expect(silencesIn(path, text)).toEqual([]);
  });
});

test('source files of functions that a change touches are read, and neither tests nor manifests nor masses', () => {
  const many = Array.from({ length: 301 }, (_, index) => `src/${index}.ts`);
  const paths = [
    'src/a.ts',
    'src/a.d.ts',
    'src/a.test.ts',
    'src/test/b.ts',
    'lib/c.ts',
    'src/requirements.txt',
    'src/d.py',
  ];
  const files = filesOf(Object.fromEntries([...paths, ...many].map((path) => [path, ''])));
  expect(touchedSources([...paths, 'src/gone.ts'], ['./src/'], files)).toEqual(['src/a.ts', 'src/d.py']);
  expect(touchedSources(many, ['src'], files)).toEqual([]);
});
