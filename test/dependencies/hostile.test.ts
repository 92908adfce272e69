import { describe, expect, test } from '@jest/globals';
import type { ComponentSet } from '../../src/dependencies/component.js';
import { componentsOf, formatsOf } from '../../src/dependencies/component-set.js';
import { outlineOf } from '../../src/notation/yaml/outlined.js';
import { filesOf } from '../support/component-examples.js';

function read(path: string, text: string): ComponentSet {
  const set = componentsOf(path, text, filesOf({ [path]: text }));
  if (set === undefined) throw new Error(`${path} is no manifest.`);
  return set;
}

const names = (set: ComponentSet) => set.components.map(({ name, version }) => `${name}@${version}`);
const conflict = (ours: string, theirs: string) => `<<<<<<< HEAD\n${ours}\n=======\n${theirs}\n>>>>>>> main\n`;
const lockOf = (...packages: readonly string[]) => `{"lockfileVersion": 3, "packages": {\n${packages.join(',\n')}\n}}`;

describe('a merge conflict is told at its line, and the rest is judged', () => {
  test.each<[string, string, readonly string[], number]>([
    [
      'package-lock.json',
      `{"lockfileVersion": 3, "packages": {\n"node_modules/ms": {"version": "2.0.0"},\n${conflict('"node_modules/qs": {"version": "1.0.0"},', '"node_modules/qq": {"version": "1.1.0"},')}"node_modules/zz": {"version": "3.0.0"}\n}}`,
      ['ms@2.0.0', 'qs@1.0.0', 'qq@1.1.0', 'zz@3.0.0'],
      3,
    ],
    [
      'yarn.lock',
      `# yarn lockfile v1\n\n${conflict('ms@^2:\n  version "2.0.0"', 'ms@^2:\n  version "2.1.0"')}\nqs@^1:\n  version "1.0.0"\n`,
      ['ms@2.0.0', 'ms@2.1.0', 'qs@1.0.0'],
      3,
    ],
    [
      'pnpm-lock.yaml',
      `lockfileVersion: '9.0'\n\npackages:\n\n${conflict('  ms@2.0.0:\n    resolution: {integrity: x}', '  ms@2.1.0:\n    resolution: {integrity: x}')}  qs@1.0.0:\n    resolution: {integrity: x}\n`,
      ['ms@2.0.0', 'ms@2.1.0', 'qs@1.0.0'],
      5,
    ],
    [
      'poetry.lock',
      `[[package]]\nname = "a"\n${conflict('version = "1.0"', 'version = "1.1"')}\n[[package]]\nname = "b"\nversion = "2.0"\n`,
      ['a@1.1', 'b@2.0'],
      3,
    ],
    ['requirements.txt', `${conflict('a==1.0', 'a==1.1')}b==2.0\n`, ['a@1.0', 'a@1.1', 'b@2.0'], 1],
    [
      'go.mod',
      `module x\n\nrequire (\n${conflict('\texample.com/a v1.0.0', '\texample.com/a v1.1.0')})\n`,
      ['example.com/a@1.0.0', 'example.com/a@1.1.0'],
      4,
    ],
  ])('%s', (path, text, expected, line) => {
    const set = read(path, text);
    expect(names(set)).toEqual(expected);
    expect(set.notices[0]).toMatchObject({ path, line, kind: 'unread' });
    expect(set.complete).toBe(false);
  });
});

describe('a file that ends early is told, and what is there is judged', () => {
  test.each<[string, string, string]>([
    [
      'package-lock.json',
      '{"lockfileVersion": 3, "packages": {\n"node_modules/ms": {"version": "2.0.0"},\n"node_modules/qs": {"vers',
      'ms@2.0.0',
    ],
    ['composer.lock', '{"packages": [{"name": "a/b", "version": "1.0.0"}, {"name": "c', 'a/b@1.0.0'],
    ['poetry.lock', '[[package]]\nname = "a"\nversion = "1.0"\n[[package]]\nname = "b', 'a@1.0'],
    ['Pipfile.lock', '{"default": {"a": {"version": "==1.0"}, "b": {', 'a@1.0'],
  ])('%s', (path, text, expected) => {
    const set = read(path, text);
    expect(names(set)).toContain(expected);
    expect(set.notices).not.toEqual([]);
  });
});

describe('names and versions that no registry allows are told at their line', () => {
  test.each<[string, string, number]>([
    [
      'a name with Markdown',
      lockOf('"node_modules/[x](http:)": {"version": "1.0.0"}', '"node_modules/ms": {"version": "2.0.0"}'),
      2,
    ],
    [
      'a name with a pipe',
      lockOf('"node_modules/ms": {"version": "2.0.0"}', '"node_modules/a|b": {"version": "1.0.0"}'),
      3,
    ],
    [
      'a version as long as a bomb',
      lockOf(`"node_modules/x": {"version": "1.${'0'.repeat(5000)}"}`, '"node_modules/ms": {"version": "2.0.0"}'),
      2,
    ],
    [
      'a version with a script',
      lockOf('"node_modules/x": {"version": "1.0.0`$(rm)`"}', '"node_modules/ms": {"version": "2.0.0"}'),
      2,
    ],
  ])('%s', (_, text, line) => {
    const set = read('package-lock.json', text);
    expect(names(set)).toEqual(['ms@2.0.0']);
    expect(set.notices).toMatchObject([{ line, kind: 'unread' }]);
  });

  test('names of object prototypes are plain names', () => {
    const set = read('package.json', '{"dependencies": {"__proto__": "1.0.0", "constructor": "2.0.0"}}');
    expect(names(set)).toEqual(['__proto__@1.0.0', 'constructor@2.0.0']);
  });
});

/** Every format by one file name. */
const paths = [
  'package.json',
  'package-lock.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
  'requirements.txt',
  'pyproject.toml',
  'poetry.lock',
  'Pipfile',
  'Pipfile.lock',
  'setup.cfg',
  'go.mod',
  'go.sum',
  'pom.xml',
  'build.gradle',
  'gradle.lockfile',
  'libs.versions.toml',
  'Gemfile',
  'Gemfile.lock',
  'composer.json',
  'composer.lock',
  'Cargo.toml',
  'Cargo.lock',
  'App.csproj',
  'packages.lock.json',
  'Dockerfile',
  'service.yaml',
  'serverless.yml',
  'template.yaml',
  'main.tf',
  '.github/workflows/deploy.yml',
];

const bombs: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['one long line', 'a'.repeat(4_000_000)],
  ['one long line of spaces', `x${' '.repeat(2_000_000)}`],
  ['deep brackets', '['.repeat(100_000)],
  ['deep braces', '{"a":'.repeat(100_000)],
  ['deep elements', '<a>'.repeat(50_000)],
  ['deep inline tables', `a = ${'{b = '.repeat(50_000)}`],
  ['many quotes', '"\''.repeat(500_000)],
  ['many colons', `gem 'a:b:c:d', ${':'.repeat(500_000)}`],
  ['many lines', 'a: b\n'.repeat(200_000)],
  ['a long list of plugins', `service: x\nprovider: y\nplugins: [${'serverless-offline, '.repeat(50_000)}]`],
  ['many steps', `deploy:\n${'      - uses: a/b@v1\n'.repeat(50_000)}`],
  ['control characters', '\u0000\u0001\uFFFF\uD800'.repeat(10_000)],
];

describe.each(paths)('%s', (path) => {
  test.each(bombs)('of %s is read without failing', (_, text) => {
    expect(formatsOf(path)).not.toEqual([]);
    expect(() => read(path, text)).not.toThrow();
  });
});

test('a file longer than the limit is told, not read', () => {
  const set = read('package-lock.json', ' '.repeat(5_000_001));
  expect(set.notices).toMatchObject([{ line: 1, kind: 'unread' }]);
});

test('a lockfile above 1 MB with a part in flow style says once what was not read, and the rest is', () => {
  const entry = (index: number) => `  pkg${index}@1.0.0:\n    resolution: {integrity: sha512-${'A'.repeat(80)}}\n\n`;
  const flow = "  odd@1.0.0: {resolution: {integrity: sha512-x}, engines: {node: '>=4'}}\n";
  const text = `lockfileVersion: '9.0'\npackages:\n${flow}${Array.from({ length: 9000 }, (_, index) => entry(index)).join('')}`;
  const { nodes, notices } = outlineOf({ path: 'pnpm-lock.yaml', text });
  expect(notices.map(({ message }) => message)).toEqual([
    'This file is larger than 1 MB and has parts in flow style, which were not read; write them in block style.',
  ]);
  expect(nodes[1]?.children.length).toBe(9001);
});
