import { describe, expect, test } from '@jest/globals';
import type { Affected, RangeEvent } from '../../../src/dependencies/advisories/advisory.js';
import type { PackageEcosystem } from '../../../src/dependencies/component.js';
import { fixesFor, isAffected } from '../../../src/dependencies/matching/evaluation.js';

function affected(events: readonly RangeEvent[], more: Partial<Affected> = {}, type = 'ECOSYSTEM'): Affected {
  return { ecosystem: 'npm', name: 'x', versions: [], severity: [], ranges: [{ type, events }], ...more };
}

const from = (introduced: string, fixed: string): readonly RangeEvent[] => [{ introduced }, { fixed }];

describe('a version is affected', () => {
  test.each<[string, PackageEcosystem, readonly RangeEvent[], string, boolean]>([
    ['from the beginning', 'npm', from('0', '2.0.0'), '0.0.1', true],
    ['at the beginning itself', 'npm', from('1.0.0', '2.0.0'), '1.0.0', true],
    ['not before the beginning', 'npm', from('1.0.0', '2.0.0'), '0.9.9', false],
    ['not at the fix', 'npm', from('1.0.0', '2.0.0'), '2.0.0', false],
    ['as a pre-release of the fix', 'npm', from('1.0.0', '2.0.0'), '2.0.0-rc.1', true],
    ['for ever without a fix', 'npm', [{ introduced: '0' }], '99.0.0', true],
    ['at the last affected one', 'npm', [{ introduced: '0' }, { last_affected: '1.5.0' }], '1.5.0', true],
    ['not after the last affected one', 'npm', [{ introduced: '0' }, { last_affected: '1.5.0' }], '1.5.1', false],
    ['not between two ranges', 'npm', [...from('1.0.0', '1.2.0'), ...from('2.0.0', '2.2.0')], '1.5.0', false],
    ['in the second range', 'npm', [...from('1.0.0', '1.2.0'), ...from('2.0.0', '2.2.0')], '2.1.0', true],
    ['in whatever order events stand', 'npm', [{ fixed: '2.0.0' }, { introduced: '1.0.0' }], '1.5.0', true],
    ['below a limit', 'npm', [{ introduced: '0' }, { limit: '2.0.0' }], '1.0.0', true],
    ['not at a limit', 'npm', [{ introduced: '0' }, { limit: '2.0.0' }], '2.0.0', false],
    ['below the limit that limits nothing', 'npm', [{ introduced: '0' }, { limit: '*' }], '9.0.0', true],
    ['as a Go pseudo-version before the tag', 'go', from('0', '0.3.7'), '0.3.7-0.20220101000000-abcdefabcdef', true],
    ['as an incompatible Go version', 'go', from('0', '2.8.0'), '2.7.1+incompatible', true],
    ['in Go, with a pre-release as the beginning', 'go', from('1.26.0-0', '1.26.6'), '1.26.1', true],
    ['in Python, with an epoch', 'pypi', from('0', '1!1.0'), '2024.1', true],
    ['not as a Python post-release of the fix', 'pypi', from('0', '2.0'), '2.0.post1', false],
    ['as a Python release candidate', 'pypi', from('0', '2.0'), '2.0rc1', true],
    ['in Maven, as a snapshot of the fix', 'maven', from('0', '2.0'), '2.0-SNAPSHOT', true],
    ['not in Maven, as the final of the fix', 'maven', from('0', '2.0'), '2.0.Final', false],
    ['in RubyGems, as a pre-release', 'rubygems', from('0', '2.0.0'), '2.0.0.rc1', true],
    ['in NuGet, below a fourth number', 'nuget', from('0', '1.2.3.4'), '1.2.3.3', true],
    ['in Composer, as a beta', 'packagist', from('0', '2.0.0'), '2.0.0-beta2', true],
    ['never as a branch', 'packagist', from('0', '2.0.0'), 'dev-main', false],
    ['never as no version at all', 'npm', from('0', '2.0.0'), 'latest', false],
  ])('%s', (...[, ecosystem, events, version, expected]) => {
    expect(isAffected(ecosystem, affected(events), version)).toBe(expected);
  });

  test('when it is listed, whatever the ranges say', () => {
    expect(isAffected('pypi', affected(from('5', '6'), { versions: ['1.0'] }), '1.0.0')).toBe(true);
  });

  test('never by commits', () => {
    expect(isAffected('npm', affected([{ introduced: '0' }], {}, 'GIT'), '1.0.0')).toBe(false);
  });

  test('by commits only if it is listed', () => {
    expect(isAffected('npm', affected([{ introduced: '0' }], { versions: ['1.0.0'] }, 'GIT'), '1.0.0')).toBe(true);
  });
});

test('only fixes of ranges that hold the version, and above it, count', () => {
  const both = affected([]);
  const ranges = [from('1.0.0', '1.2.0'), from('2.0.0', '2.2.0')].map((events) => ({ type: 'SEMVER', events }));
  expect(fixesFor('npm', { ...both, ranges }, '1.1.0')).toEqual(['1.2.0']);
  expect(fixesFor('npm', { ...both, ranges }, '1.5.0')).toEqual([]);
});
