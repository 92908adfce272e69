import { describe, expect, test } from '@jest/globals';
import type { Advisory } from '../../../src/dependencies/advisories/advisory.js';
import type { ShippingFunction } from '../../../src/policies/components/shipping.js';
import dependencyTyposquat from '../../../src/policies/vulnerable-components/dependency-typosquat/policy.js';
import vulnerableDependency from '../../../src/policies/vulnerable-components/vulnerable-dependency/policy.js';
import { filesOf, judgeTrees } from '../../support/component-examples.js';

const events = [{ introduced: '0' }, { fixed: '6.5.5' }];
const affected = [{ ecosystem: 'npm', name: 'qs', versions: [], severity: [], ranges: [{ type: 'SEMVER', events }] }];
const advisories: readonly Advisory[] = [
  { id: 'GHSA-q', aliases: [], summary: '', modified: '', severity: [], url: '', affected },
];
const fn = (id: string, codeRoot: string): ShippingFunction => ({ id, name: id, codeRoot, exposure: 'unknown' });
const files = filesOf({ 'src/package.json': '{"dependencies": {"qs": "6.5.2"}}' });
const development = filesOf({ 'src/package.json': '{"devDependencies": {"qs": "6.5.2"}}' });

describe('a vulnerable package that was there before', () => {
  test.each<[string, readonly ShippingFunction[] | undefined, readonly ShippingFunction[], string]>([
    ['is shipped by the same function', [fn('A', 'src')], [fn('A', 'src')], 'existing'],
    ['is shipped by a new function as well', [fn('A', 'src')], [fn('A', 'src'), fn('B', 'src/b')], 'worsened'],
    ['is shipped for the first time', [], [fn('A', 'src')], 'worsened'],
    ['is shipped by a function under another name', [fn('A', 'src')], [fn('B', 'src')], 'existing'],
    ['is no longer shipped by one of two', [fn('A', 'src'), fn('B', 'src')], [fn('A', 'src')], 'existing'],
    ['is not in the bundle of a new function', [fn('A', 'src')], [fn('A', 'src'), fn('B', 'other')], 'existing'],
    ['was shipped by nobody knows whom', undefined, [fn('A', 'src')], 'existing'],
  ])('%s', (...[, before, after, status]) => {
    const more = before === undefined ? {} : { baseFunctions: before };
    const found = judgeTrees(files, files, { policies: [vulnerableDependency], advisories, functions: after, ...more });
    expect(found.map(({ problem }) => problem.status)).toEqual([status]);
  });

  test('and that a new function bundles names that function', () => {
    const functions = [fn('A', 'src'), fn('B', 'src/b')];
    const baseFunctions = [fn('A', 'src')];
    const [found] = judgeTrees(files, files, {
      policies: [vulnerableDependency],
      advisories,
      functions,
      baseFunctions,
    });
    expect(found?.problem.advice).toContain('New with this change: it is now in the bundle of B.');
    expect(found?.problem.advice).not.toContain('The upgrade does not fix');
  });

  test('and that only development needs is as it was', () => {
    const functions = [fn('A', 'src')];
    const found = judgeTrees(development, development, {
      policies: [vulnerableDependency],
      advisories,
      functions,
      baseFunctions: [],
    });
    expect(found.map(({ problem }) => problem.status)).toEqual(['existing']);
  });
});

describe('a new name', () => {
  const looks = (path: string, before: string, after: string) =>
    judgeTrees(filesOf({ [path]: before }), filesOf({ [path]: after }), { policies: [dependencyTyposquat] }).map(
      ({ problem }) => problem.about.id,
    );
  const requiring = (...names: readonly string[]) =>
    `module x\n\nrequire (\n${names.map((name) => `\t${name} v1.0.0\n`).join('')})\n`;
  const plugins = (list: string) => `service: x\nprovider:\n  name: aws\nplugins:${list}\n`;
  const uses = (...names: readonly string[]) =>
    `jobs:\n  a:\n    steps:\n${names.map((one) => `      - uses: ${one}\n`).join('')}`;

  test.each<[string, string, string, string, readonly string[]]>([
    [
      'one letter from a module of another owner',
      'go.mod',
      requiring(),
      requiring('github.com/spf14/cobra'),
      ['github.com/spf14/cobra'],
    ],
    ['of the same owner as a module', 'go.mod', requiring(), requiring('github.com/spf13/cobras'), []],
    [
      'of a module in another major version',
      'go.mod',
      requiring(),
      requiring('github.com/labstack/echo/v4', 'gopkg.in/yaml.v3'),
      [],
    ],
    [
      'of a module that others bring in',
      'go.mod',
      requiring(),
      requiring('github.com/spf14/cobra').replace('v1.0.0', 'v1.0.0 // indirect'),
      [],
    ],
    [
      'one letter from a plugin',
      'serverless.yml',
      plugins(' []'),
      plugins('\n  - serverles-offline'),
      ['serverles-offline'],
    ],
    [
      'one letter from a plugin, in one line',
      'serverless.yml',
      plugins(' []'),
      plugins(' [serverless-offine, serverless-esbuild]'),
      ['serverless-offine'],
    ],
    [
      'one letter from a plugin, below modules',
      'serverless.yml',
      plugins(' []'),
      plugins('\n  modules:\n    - serverless-webpak'),
      ['serverless-webpak'],
    ],
    ['of a plugin in the repository', 'serverless.yml', plugins(' []'), plugins('\n  - ./serverless-ofline'), []],
    [
      'one letter from an action’s owner',
      '.github/workflows/a.yml',
      uses(),
      uses('action/checkout@v4', 'actions/cache@v4'),
      ['action/checkout'],
    ],
    ['of an action, in other case', '.github/workflows/a.yml', uses(), uses('Azure/Login@v2'), []],
    ['of the same owner as an action', '.github/workflows/a.yml', uses(), uses('docker/login-actions@v2'), []],
    ['that stood there before', '.github/workflows/a.yml', uses('action/checkout@v4'), uses('action/checkout@v5'), []],
  ])('%s', (...[, path, before, after, expected]) => expect(looks(path, before, after)).toEqual(expected));

  test('in honest use beside the one it resembles is left alone', () => {
    const manifest = (dependencies: object) => JSON.stringify({ dependencies });
    expect(
      looks('package.json', manifest({}), manifest({ preact: '10.0.0', 'lodash-es': '4.0.0', tslint: '6.0.0' })),
    ).toEqual([]);
  });
});
