import { describe, expect, test } from '@jest/globals';
import type { ComponentPolicy } from '../../../src/policies/definition.js';
import installScriptAdded from '../../../src/policies/vulnerable-components/install-script-added/policy.js';
import lockfileTampered from '../../../src/policies/vulnerable-components/lockfile-tampered/policy.js';
import { filesOf, judgeTrees } from '../../support/component-examples.js';

type Texts = Readonly<Record<string, string>>;

function messages(policy: ComponentPolicy, base: Texts, head: Texts): readonly string[] {
  return judgeTrees(filesOf(base), filesOf(head), { policies: [policy] }).map(({ problem }) => problem.message);
}

describe('checksums of the files of one version', () => {
  const lock = (...hashes: readonly string[]): Texts => ({
    'poetry.lock': `[[package]]
name = "requests"
version = "2.32.3"
files = [
${hashes.map((hash, index) => `    {file = "requests-2.32.3-${index}.whl", hash = "sha256:${hash.repeat(64)}"},`).join('\n')}
]
`,
  });

  test.each([
    [
      'one replaced',
      lock('a', 'b'),
      lock('a', 'c'),
      ['requests@2.32.3 has a different checksum for a file of the same version.'],
    ],
    [
      'all replaced',
      lock('a', 'b'),
      lock('c', 'd'),
      ['requests@2.32.3 has a different checksum for the same version.'],
    ],
    ['one more', lock('a', 'b'), lock('a', 'b', 'c'), []],
    ['one less', lock('a', 'b'), lock('a'), []],
    ['in another order', lock('a', 'b'), lock('b', 'a'), []],
  ])('%s', (_, base, head, expected) => expect(messages(lockfileTampered, base, head)).toEqual(expected));
});

describe('a newer format of a lockfile', () => {
  const manifest = { 'package.json': JSON.stringify({ dependencies: { builder: '^1.0.0' } }) };
  const first = JSON.stringify({
    lockfileVersion: 1,
    dependencies: { builder: { version: '1.0.0', resolved: 'https://registry.npmjs.org/builder/-/builder-1.0.0.tgz' } },
  });
  const second = (version: string) =>
    JSON.stringify({
      lockfileVersion: 2,
      packages: {
        '': { dependencies: { builder: '^1.0.0' } },
        'node_modules/builder': {
          version,
          resolved: `https://registry.npmjs.org/builder/-/builder-${version}.tgz`,
          hasInstallScript: true,
        },
      },
    });
  const told = (lock: string) =>
    messages(
      installScriptAdded,
      { ...manifest, 'package-lock.json': first },
      { ...manifest, 'package-lock.json': lock },
    );

  test('says nothing about versions that were there', () => expect(told(second('1.0.0'))).toEqual([]));
  test('tells those that came with it', () =>
    expect(told(second('1.1.0'))).toEqual(['builder@1.1.0 runs an install script.']));
});
