import { describe, expect, test } from '@jest/globals';
import { manifestsFor } from '../../src/dependencies/touched.js';
import { filesOf } from '../support/component-examples.js';

const files = filesOf({
  'package.json': '{}',
  'yarn.lock': '',
  'orders/package.json': '{}',
  'orders/package-lock.json': '{}',
  'orders/src/index.mjs': '',
  'users/handler.py': '',
  'template.yaml': 'Resources:\n',
  'main.tf': '',
});

describe('what is bundled is decided', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['in the function’s own folder', ['orders'], ['orders/package-lock.json', 'orders/package.json']],
    ['in the nearest folder above it', ['orders/src/'], ['orders/package-lock.json', 'orders/package.json']],
    ['in the folder of its file', ['orders/src/index.mjs'], ['orders/package-lock.json', 'orders/package.json']],
    ['at the root', ['users'], ['package.json', 'yarn.lock']],
    ['at the root of a function built there', ['./'], ['package.json', 'yarn.lock']],
    ['once for functions of one folder', ['users', '.'], ['package.json', 'yarn.lock']],
    ['nowhere for no function', [], []],
  ])('%s', (_, roots, expected) => expect(manifestsFor(roots, files)).toEqual(expected));

  test('nowhere where there is no manifest', () => {
    expect(manifestsFor(['src'], filesOf({ 'template.yaml': '' }))).toEqual([]);
  });
});
