import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Advisory } from '../../src/dependencies/advisories/advisory.js';
import { applyEdits } from '../../src/findings/edits.js';
import type { Placed } from '../../src/findings/finding.js';
import { fails } from '../../src/findings/outcome.js';
import { prepareFrameworks } from '../../src/stacks/read.js';
import { judge, reviewFiles } from '../support/judging.js';

type Texts = Readonly<Record<string, string>>;

function record(id: string, name: string, fixed?: string): Advisory {
  const events = [{ introduced: '0' }, ...(fixed === undefined ? [] : [{ fixed }])];
  const affected = [{ ecosystem: 'npm', name, versions: [], severity: [], ranges: [{ type: 'SEMVER', events }] }];
  return { id, aliases: [], summary: '', modified: '', severity: [], url: '', affected };
}

const advisories = [record('GHSA-l', 'lodash', '4.17.21'), record('MAL-1', 'evil')];

async function newIn(base: Texts, head: Texts, known: readonly Advisory[] = advisories): Promise<readonly Placed[]> {
  const asked = {
    ...judge(),
    advise: async () => ({ status: 'complete' as const, advisories: [...known], asOf: undefined, problems: [] }),
  };
  const { findings } = await reviewFiles(new Map(Object.entries(base)), new Map(Object.entries(head)), asked);
  return findings.filter(({ status }) => status === 'introduced' || status === 'worsened');
}

function locked(name: string, range: string, version: string): string {
  const packages = {
    '': { dependencies: { [name]: range } },
    [`node_modules/${name}`]: { version, resolved: `https://registry.npmjs.org/${name}/-/${name}-${version}.tgz` },
  };
  return JSON.stringify({ lockfileVersion: 3, packages }, null, 1);
}

function change(name: string, range: string, version: string): Texts {
  return {
    'package.json': `{\n  "dependencies": {\n    "${name}": "${range}"\n  }\n}\n`,
    'package-lock.json': locked(name, range, version),
  };
}

beforeAll(prepareFrameworks);

describe('a vulnerable package of npm', () => {
  const brought = change('lodash', '^4.17.15', '4.17.15');

  test('has a fix; once that is committed the check is no worse, and says what is left to do', async () => {
    const before = await newIn({}, brought);
    const told = before.filter(({ policy }) => policy === 'vulnerable-dependency');
    expect(told.map(({ fix }) => fix?.verified)).toEqual([true]);
    const text = brought['package.json'] ?? '';
    const committed = {
      ...brought,
      'package.json': applyEdits(
        text,
        told.flatMap(({ fix }) => fix?.edits ?? []),
      ),
    };
    expect(committed['package.json']).toContain('"^4.17.21"');
    const after = await newIn({}, committed);
    expect(after.map(({ fingerprint }) => fingerprint)).toEqual(before.map(({ fingerprint }) => fingerprint));
    expect(after.map(({ policy }) => policy)).not.toContain('lockfile-tampered');
    expect(after.map(({ message }) => message)).toContain(
      'lodash: the manifest allows 4.17.21, the lockfile still installs 4.17.15. Run `npm install`.',
    );
  });

  test('is gone once the lockfile follows', async () => {
    const found = await newIn(brought, change('lodash', '^4.17.21', '4.17.21'));
    expect(found).toEqual([]);
  });
});

test('a fix that would bring another problem is not offered', async () => {
  // The version that mends lodash is malware by its own record.
  const bad: Advisory = {
    ...record('MAL-2', 'lodash'),
    affected: [{ ecosystem: 'npm', name: 'lodash', versions: ['4.17.21'], severity: [], ranges: [] }],
  };
  const exact = { 'package.json': '{\n  "dependencies": {\n    "lodash": "4.17.15"\n  }\n}\n' };
  const offered = async (known: readonly Advisory[]) => {
    const found = await newIn({}, exact, known);
    return found.filter(({ policy }) => policy === 'vulnerable-dependency').map(({ fix }) => fix?.verified ?? false);
  };
  expect(await offered(advisories)).toEqual([true]);
  expect(await offered([...advisories, bad])).toEqual([false]);
});

test('malware that a lockfile names has no suggestion, but the command, and what to do beside it', async () => {
  const found = await newIn({}, change('evil', '^1.0.0', '1.0.0'));
  const told = found.filter(({ policy }) => policy === 'malicious-package');
  expect(told.map((finding) => [finding.fix, fails(finding, 'standard')])).toEqual([[null, true]]);
  expect(told[0]?.advice).toContain('Remove it: `npm uninstall evil`.');
  expect(told[0]?.advice).toContain('Rotate every credential');
});
