import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PackageEcosystem } from '../../../src/dependencies/component.js';
import { compatibilityOf, orderOf } from '../../../src/dependencies/versions/order.js';
import { admits, isUnbounded, withVersion } from '../../../src/dependencies/versions/range.js';

/** Each row in ascending order. */
const ascending: readonly (readonly [PackageEcosystem, readonly string[]])[] = [
  [
    'npm',
    ['0.0.1', '1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-alpha.beta', '1.0.0-beta.2', '1.0.0-beta.11', '1.0.0', '1.0.1'],
  ],
  ['npm', ['9.0.0', '10.0.0', '99999999999999999999.0.0']],
  ['crates', ['0.1.9', '0.1.10', '0.2.0-rc.1', '0.2.0']],
  [
    'go',
    [
      '0.0.0-20200101000000-aaaaaaaaaaaa',
      '0.0.1',
      '1.0.0+incompatible',
      '1.0.1-0.20200101000000-aaaaaaaaaaaa',
      '1.0.1',
    ],
  ],
  ['pypi', ['1.0.dev1', '1.0a1', '1.0b1', '1.0rc1', '1.0', '1.0.post1', '1.1', '1!0.1']],
  ['maven', ['1-alpha-1', '1-beta', '1-milestone', '1-rc', '1-SNAPSHOT', '1', '1-sp', '1-xyz', '1.1']],
  ['maven', ['2.0-a1', '2.0-b2', '2.0', '2.0.1', '2.10']],
  // https://learn.microsoft.com/nuget/concepts/package-versioning: labels by their letters, dotted numbers by value.
  [
    'nuget',
    [
      '1.0.1-aaa',
      '1.0.1-alpha10',
      '1.0.1-alpha2',
      '1.0.1-beta',
      '1.0.1-open',
      '1.0.1-rc.2',
      '1.0.1-rc.10',
      '1.0.1-zzz',
    ],
  ],
  ['nuget', ['1.0.1-zzz', '1.0.1', '1.0.1.1', '1.0.2-a', '1.0.10', '1.1']],
  ['nuget', ['1.0.0-Alpha', '1.0.0-beta', '1.0.0', '1.0.0.1', '1.0.1']],
  ['rubygems', ['1.0.a', '1.0.b1', '1.0', '1.0.1', '1.10']],
  // https://getcomposer.org/doc/articles/versions.md: dev, alpha, beta, RC, stable, patch; short names mean the same.
  [
    'packagist',
    ['1.0-dev', '1.0a1', '1.0-alpha2', '1.0b1-dev', '1.0b1', '1.0-beta.2', '1.0RC1', '1.0', '1.0p1', '1.0-pl2'],
  ],
  ['packagist', ['2.9.99', '2.10', '2.10.0.1', '10.0-RC1', 'v10.0.0', '20240101']],
  ['packagist', ['1.0.0-dev', '1.0.0-alpha1', '1.0.0-beta2', '1.0.0-RC1', '1.0.0', '1.0.0-patch1', '1.0.1']],
];

describe('versions are ordered as the ecosystem orders them', () => {
  test.each(ascending)('%s %j', (ecosystem, versions) => {
    const compare = orderOf(ecosystem);
    for (const [x, a] of versions.entries()) {
      for (const [y, b] of versions.entries()) expect(Math.sign(compare(a, b) ?? 9)).toBe(Math.sign(x - y));
    }
  });

  test.each<[PackageEcosystem, string, string]>([
    ['npm', '1.0.0+build.1', '1.0.0'],
    ['npm', 'v1.2', '1.2.0'],
    ['maven', '1.0', '1.0.0'],
    ['maven', '1.0.RELEASE', '1'],
    ['maven', '1.0-ga', '1.0-final'],
    ['nuget', '1.0.0-RC', '1.0.0-rc'],
    ['nuget', '1.00', '1.0.0.0'],
    ['nuget', '1.01.1', '1.1.1+r3456'],
    ['packagist', '1.2-p5', '1.2.0.0-patch5'],
    ['packagist', '1.0-stable', '1.0.0'],
    ['rubygems', '1.0', '1.0.0'],
    ['pypi', '1.0-rc-1', '1.0rc1'],
    ['packagist', 'v1.0', '1.0.0.0'],
  ])('%s %s is %s', (ecosystem, a, b) => expect(Math.abs(orderOf(ecosystem)(a, b) ?? 9)).toBe(0));

  test.each(ascending.map(([ecosystem]) => ecosystem))(
    '%s answers any text at once, the same both ways round',
    (ecosystem) => {
      const compare = orderOf(ecosystem);
      fc.assert(
        fc.property(fc.string({ maxLength: 300 }), fc.string({ maxLength: 300 }), (a, b) => {
          const [there, back] = [compare(a, b), compare(b, a)];
          expect(there === undefined ? back === undefined : Math.sign(there) + Math.sign(back ?? 9) === 0).toBe(true);
        }),
      );
    },
  );

  test.each<[PackageEcosystem, string]>([
    ['npm', `1.0.0-${'a.'.repeat(50_000)}`],
    ['npm', '1'.repeat(100_000)],
    ['pypi', `1${'.1'.repeat(50_000)}rc`],
    ['maven', '-'.repeat(100_000)],
    ['rubygems', `1${'.a-'.repeat(30_000)}`],
    ['packagist', `1.0-${'beta'.repeat(30_000)}`],
    ['nuget', `1.0.0-${'-'.repeat(100_000)}`],
  ])('%s refuses a version as long as a bomb', (ecosystem, bomb) => {
    expect(orderOf(ecosystem)(bomb, '1.0.0')).toBeUndefined();
  });
});

test.each([
  ['1.2.3', '1'],
  ['0.4.1', '0.4'],
  ['v2.0.0', '2'],
])('%s keeps what %s promises', (version, part) => expect(compatibilityOf(version)).toBe(part));

test.each<[PackageEcosystem, string, string, boolean | undefined]>([
  ['npm', '^1.2.0', '1.9.0', true],
  ['npm', '^1.2.0', '2.0.0', false],
  ['npm', 'nonsense range', '1.0.0', undefined],
  ['crates', '0.4', '0.4.9', true],
  ['crates', '>=1, <2', '2.0.0', false],
  ['pypi', '>=1.0,<2.0', '1.5', true],
  ['pypi', '~=1.4', '2.0', false],
  ['pypi', '^1.4', '1.9', true],
  ['pypi', '=!'.repeat(100), '1.0', undefined],
  ['maven', '[1,2)', '1.5', undefined],
])('%s range %s and %s', (ecosystem, range, version, expected) =>
  expect(admits(ecosystem, range, version)).toBe(expected),
);

test.each<[PackageEcosystem, string, boolean]>([
  ['npm', '*', true],
  ['npm', 'latest', true],
  ['npm', '>=1.0', true],
  ['npm', '>=1.0 <2', false],
  ['npm', '^1.0.0', false],
  ['pypi', '>=2.0', true],
  ['pypi', '>=2,<3', false],
  ['maven', '[1.0,)', true],
  ['maven', '1.+', true],
  ['maven', '1.0', false],
])('%s range %s has no upper end: %s', (ecosystem, range, open) => expect(isUnbounded(ecosystem, range)).toBe(open));

test.each([
  ['^1.2.3', '^1.2.7'],
  ['~1.2.3', '~1.2.7'],
  ['==1.2.3', '==1.2.7'],
  ['~=1.2.3', '~=1.2.7'],
  ['~> 1.2', '~> 1.2.7'],
  ['v1.2.3', 'v1.2.7'],
  ['>=1.2,<2', undefined],
  ['*', undefined],
])('%s keeps its operator: %s', (range, expected) => expect(withVersion(range, '1.2.7')).toBe(expected));
