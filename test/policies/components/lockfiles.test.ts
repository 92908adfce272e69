import { describe, expect, test } from '@jest/globals';
import type { Advisory } from '../../../src/dependencies/advisories/advisory.js';
import lockfileTampered from '../../../src/policies/vulnerable-components/lockfile-tampered/policy.js';
import maliciousPackage from '../../../src/policies/vulnerable-components/malicious-package/policy.js';
import vulnerableDependency from '../../../src/policies/vulnerable-components/vulnerable-dependency/policy.js';
import { filesOf, judgeTrees } from '../../support/component-examples.js';

type Texts = Readonly<Record<string, string>>;

function record(id: string, name: string, fixed?: string): Advisory {
  const events = [{ introduced: '0' }, ...(fixed === undefined ? [] : [{ fixed }])];
  const affected = ['npm', 'PyPI'].map((ecosystem) => ({
    ecosystem,
    name,
    versions: [],
    severity: [],
    ranges: [{ type: ecosystem === 'npm' ? 'SEMVER' : 'ECOSYSTEM', events }],
  }));
  return { id, aliases: [], summary: '', modified: '', severity: [], url: '', affected };
}

const advisories = [record('GHSA-l', 'lodash', '4.17.21'), record('MAL-1', 'evil')];
const policies = [vulnerableDependency, lockfileTampered, maliciousPackage];

function judged(base: Texts | undefined, head: Texts) {
  const found = judgeTrees(base && filesOf(base), filesOf(head), { policies, advisories, functions: [] });
  return found.filter(({ problem }) => problem.status !== 'fixed');
}

const said = (base: Texts | undefined, head: Texts) =>
  judged(base, head).map(({ policy, problem }) => `${problem.status} ${policy.id}: ${problem.message}`);

const manifest = (range: string) => JSON.stringify({ dependencies: { lodash: range } });
const npm = (asked: string, version: string) =>
  JSON.stringify({
    lockfileVersion: 3,
    packages: { '': { dependencies: { lodash: asked } }, 'node_modules/lodash': { version } },
  });
const classic = (asked: string, version: string) => `# yarn lockfile v1\n\nlodash@${asked}:\n  version "${version}"\n`;
const berry = (asked: string, version: string) =>
  `__metadata:\n  version: 8\n\n"lodash@npm:${asked}":\n  version: ${version}\n  resolution: "lodash@npm:${version}"\n`;
const pnpm = (asked: string, version: string) =>
  `lockfileVersion: '9.0'\nimporters:\n  .:\n    dependencies:\n      lodash:\n        specifier: ${asked}\n        version: ${version}\npackages:\n  lodash@${version}:\n    resolution: {integrity: sha512-AAAA}\nsnapshots:\n  lodash@${version}: {}\n`;
const bun = (asked: string, version: string) =>
  `{ "lockfileVersion": 1, "workspaces": { "": { "dependencies": { "lodash": "${asked}" } } }, "packages": { "lodash": ["lodash@${version}", "", {}, "sha512-AAAA"] } }`;
const versionOne = (_: string, version: string) =>
  JSON.stringify({ lockfileVersion: 1, dependencies: { lodash: { version } } });

const tools = [
  ['npm', 'package-lock.json', npm, 'npm install'],
  ['npm of old', 'package-lock.json', versionOne, 'npm install'],
  ['Yarn 1', 'yarn.lock', classic, 'yarn install'],
  ['Yarn 2 and later', 'yarn.lock', berry, 'yarn install'],
  ['pnpm', 'pnpm-lock.yaml', pnpm, 'pnpm install'],
  ['bun', 'bun.lock', bun, 'bun install'],
] as const;

describe.each(tools)('a range that was raised without the lockfile of %s', (...[, path, lock, command]) => {
  const old = { 'package.json': manifest('^4.17.15'), [path]: lock('^4.17.15', '4.17.15') };
  const raised = { 'package.json': manifest('^4.17.21'), [path]: lock('^4.17.15', '4.17.15') };
  const message = `vulnerable-dependency: lodash: the manifest allows 4.17.21, the lockfile still installs 4.17.15. Run \`${command}\`.`;

  test.each([
    ['stays the problem that it was in the same change', {}, `introduced ${message}`],
    ['stays the problem that was there before', old, `existing ${message}`],
    ['is told of a tree as it stands', undefined, `introduced ${message}`],
  ] as const)('%s', (_, base, expected) => {
    expect(said(base, raised)).toEqual([expected]);
  });

  test('is the same finding as before', () => {
    const identity = (texts: Texts) => judged({}, texts).map(({ problem }) => [problem.key, problem.discriminator]);
    expect(identity(raised)).toEqual(identity(old));
  });
});

test.each(tools.filter(([name]) => name !== 'npm of old'))(
  'a lockfile of %s that keeps to the range and installs another version is told',
  (...[, path, lock]) => {
    const found = said({}, { 'package.json': manifest('^4.17.21'), [path]: lock('^4.17.21', '3.10.1') });
    expect(found).toContain(
      'introduced lockfile-tampered: lodash@3.10.1 is locked, but the manifest requires ^4.17.21.',
    );
  },
);

const adviceOn = (texts: Texts) =>
  judged({}, texts)
    .map(({ problem }) => problem.advice ?? '')
    .join('\n');

describe('the command that is told', () => {
  const parent = (lock: 'classic' | 'berry') =>
    lock === 'classic'
      ? '# yarn lockfile v1\n\nasync@1.0.0:\n  version "1.0.0"\n  dependencies:\n    lodash "^4.0.0"\n\nlodash@^4.0.0:\n  version "4.17.15"\n'
      : '__metadata:\n  version: 8\n\n"async@npm:1.0.0":\n  version: 1.0.0\n  resolution: "async@npm:1.0.0"\n  dependencies:\n    lodash: ^4.0.0\n\n"lodash@npm:^4.0.0":\n  version: 4.17.15\n  resolution: "lodash@npm:4.17.15"\n';
  const transitive = JSON.stringify({ dependencies: { async: '1.0.0' } });
  test.each([
    [
      'Yarn 1',
      { 'package.json': manifest('4.17.15 || 1'), 'yarn.lock': classic('4.17.15 || 1', '4.17.15') },
      '`yarn upgrade lodash@4.17.21`',
    ],
    [
      'Yarn 2',
      { 'package.json': manifest('4.17.15 || 1'), 'yarn.lock': berry('4.17.15 || 1', '4.17.15') },
      '`yarn up lodash@4.17.21`',
    ],
    [
      'Yarn 1 for what comes in by another',
      { 'package.json': transitive, 'yarn.lock': parent('classic') },
      'Delete the entry of `lodash` from the lockfile and run `yarn install`.',
    ],
    [
      'Yarn 2 for what comes in by another',
      { 'package.json': transitive, 'yarn.lock': parent('berry') },
      '`yarn up -R lodash`',
    ],
  ])('by %s', (_, texts, expected) => expect(adviceOn(texts)).toContain(expected));

  test('a raised range and its command are said once', () => {
    const [found] = judged(
      {},
      { 'package.json': manifest('^4.17.15'), 'package-lock.json': npm('^4.17.15', '4.17.15') },
    );
    expect(found?.problem.advice).toContain('Run `npm install lodash@4.17.21`.');
    expect(found?.problem.adviceBesideFix).not.toContain('npm install');
    expect(found?.problem.fix?.note).toBe('After this edit run `npm install` so that the lockfile follows.');
  });
});

describe('malware', () => {
  const evil = JSON.stringify({ dependencies: { evil: '1.0.0' } });
  const locked = JSON.stringify({
    lockfileVersion: 3,
    packages: { '': { dependencies: { evil: '1.0.0' } }, 'node_modules/evil': { version: '1.0.0' } },
  });
  test.each([
    ['that a lockfile names', { 'package.json': evil, 'package-lock.json': locked }, undefined],
    [
      'that only the manifest names',
      { 'package.json': evil },
      'After this edit rotate every credential on machines that installed it.',
    ],
  ])('%s: credentials are to be rotated, with a fix and without', (_, texts, note) => {
    const [found, ...others] = judged({}, texts);
    expect(others).toEqual([]);
    expect(found?.problem.advice).toContain('Rotate every credential');
    expect(found?.problem.advice).toContain('`npm uninstall evil`');
    expect(found?.problem.fix?.note).toBe(note);
  });
});
