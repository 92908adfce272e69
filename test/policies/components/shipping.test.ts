import { describe, expect, test } from '@jest/globals';
import { componentSets } from '../../../src/dependencies/component-set.js';
import { importedNpm, importedPython } from '../../../src/policies/components/imports.js';
import { isOneStepApart, resemblance } from '../../../src/policies/components/resemblance.js';
import { functionsShipping, type ShippingFunction, usageOf } from '../../../src/policies/components/shipping.js';
import { judgeWide } from '../../../src/policies/components/wide.js';
import { plainWords, safeUrl } from '../../../src/policies/components/words.js';
import { filesOf } from '../../support/component-examples.js';

function fn(codeRoot: string | undefined, more: Partial<ShippingFunction> = {}): ShippingFunction {
  return { id: 'F', name: 'F', codeRoot, exposure: 'unknown', ...more };
}

describe('a function ships what a manifest names', () => {
  test.each<[string, string, readonly string[], string | undefined, boolean]>([
    ['in its own folder', 'orders', [], 'orders', true],
    ['above its folder', '', [], 'src/orders', true],
    ['not beside its folder', 'users', [], 'orders', false],
    ['not below its folder', 'orders/tools', [], 'orders', false],
    ['not where a nearer manifest stands', '', ['src/orders'], 'src/orders', false],
    ['written with a dot', '', [], './', true],
    ['not when its folder is not known', '', [], undefined, false],
    ['not in a folder whose name only begins alike', 'order', [], 'orders', false],
  ])('%s', (...[, workspace, nested, codeRoot, expected]) => {
    expect(functionsShipping({ workspace, nested }, [fn(codeRoot)])).toEqual(expected ? ['F'] : []);
  });

  test.each<[string, readonly ShippingFunction[], string]>([
    ['by importing it', [fn('', { imports: ['qs'] })], 'Imported by F.'],
    ['in its bundle only', [fn('', { imports: ['ms'] })], 'In the bundle of F, not imported there.'],
    ['without its code being known', [fn('')], 'In the bundle of F.'],
    ['as nobody does', [], 'No function is known to ship it.'],
  ])('%s', (_, functions, expected) => {
    const at = { path: 'package.json', start: 0, end: 1 };
    const component = {
      name: 'qs',
      version: '1.0.0',
      relation: 'direct' as const,
      dev: false,
      via: [],
      at,
      origin: 'registry' as const,
    };
    expect(usageOf(component, functions)).toBe(expected);
  });
});

describe('a tool is shipped', () => {
  const text = JSON.stringify({ dependencies: { jest: '1.0.0' } });

  test.each([
    ['with a function that is packed from the folder of the manifest', 'src', ['jest']],
    ['with no function that is packed from a folder below it', 'src/orders', []],
  ])('%s', (_, codeRoot, expected) => {
    const [set] = componentSets(['src/package.json'], filesOf({ 'src/package.json': text }));
    if (set === undefined) throw new Error('This is no manifest.');
    const context = {
      date: '2026-11-26',
      functions: [fn(codeRoot)],
      advisories: { entriesOf: () => [] },
      ownNames: [],
    };
    expect(judgeWide(undefined, set, context).map(({ about }) => about.id)).toEqual(expected);
    const bundled = { ...context, functions: [fn(codeRoot, { bundled: true })] };
    expect(judgeWide(undefined, set, bundled)).toEqual([]);
  });
});

test('imports of scripts are packages, not files or built-ins', () => {
  const text = `import a from 'lodash/fp'; import '@aws-sdk/client-s3'; const b = require("qs"); await import('ms'); import x from './x.js'; import fs from 'node:fs';`;
  expect(importedNpm(text)).toEqual(['lodash', '@aws-sdk/client-s3', 'qs', 'ms']);
});

test('imports of Python modules are distributions where their names differ', () => {
  expect(
    importedPython('import os, yaml\nfrom jwt import decode\nfrom .local import x\n  import requests.sessions\n'),
  ).toEqual(['os', 'yaml', 'pyyaml', 'jwt', 'pyjwt', 'requests']);
});

test.each([
  ['expres', 'express', 'one letter'],
  ['exprses', 'express', 'one letter'],
  ['expresss', 'express', 'one letter'],
  ['cross_env', 'cross-env', 'separators'],
  ['babelcore', '@babel/core', 'separators'],
  ['1odash', 'lodash', 'look-alike letters'],
  ['node-express', 'express', 'affix'],
  ['express', 'express', undefined],
  ['psycopg', 'psycopg2', undefined],
  ['koa', 'hoa', undefined],
  ['completely-other', 'express', undefined],
])('%s looks like %s: %s', (name, popular, how) => expect(resemblance(name, popular)).toBe(how));

test.each([
  ['ab', 'ba', true],
  ['abc', 'abd', true],
  ['abc', 'ab', true],
  ['abc', 'cba', false],
  ['abc', 'abcde', false],
])('%s and %s are one step apart: %s', (a, b, expected) => expect(isOneStepApart(a, b)).toBe(expected));

test('texts from outside carry no Markdown and no lines', () => {
  expect(plainWords('a `b`\n[c](http://x) @user <img>')).toBe('a \\`b\\` \\[c\\]\\(http://x\\) \\@user \\<img\\>');
});

test.each([
  ['https://github.com/advisories/GHSA-1', 'https://github.com/advisories/GHSA-1'],
  ['javascript:alert(1)', undefined],
  ['https://x.example/a) [b](c', undefined],
])('the address %s may be linked', (url, expected) => expect(safeUrl(url)).toBe(expected));
