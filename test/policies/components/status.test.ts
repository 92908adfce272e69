import { describe, expect, test } from '@jest/globals';
import type { Advisory } from '../../../src/dependencies/advisories/advisory.js';
import type { ShippingFunction } from '../../../src/policies/components/shipping.js';
import type { ComponentPolicy } from '../../../src/policies/definition.js';
import lockfileTampered from '../../../src/policies/vulnerable-components/lockfile-tampered/policy.js';
import maliciousPackage from '../../../src/policies/vulnerable-components/malicious-package/policy.js';
import unpinnedComponent from '../../../src/policies/vulnerable-components/unpinned-component/policy.js';
import vulnerableDependency from '../../../src/policies/vulnerable-components/vulnerable-dependency/policy.js';
import { filesOf, judgeTrees } from '../../support/component-examples.js';

type Versions = Readonly<Record<string, string>>;

interface Lock {
  readonly direct?: Versions;
  readonly dev?: Versions;
  readonly transitive?: Versions;
}

/** A project with its npm lockfile. Direct dependencies have caret ranges. */
function project({ direct = {}, dev = {}, transitive = {} }: Lock) {
  const ranges = (versions: Versions) =>
    Object.fromEntries(Object.entries(versions).map(([name, version]) => [name, `^${version}`]));
  const [parent] = Object.keys(direct);
  const packages: Record<string, unknown> = { '': { dependencies: ranges(direct), devDependencies: ranges(dev) } };
  for (const [name, version] of Object.entries({ ...direct, ...dev, ...transitive })) {
    const requires = name === parent ? ranges(transitive) : {};
    packages[`node_modules/${name}`] = { version, dependencies: requires, ...(name in dev && { dev: true }) };
  }
  return filesOf({
    'package.json': JSON.stringify({ dependencies: ranges(direct), devDependencies: ranges(dev) }, null, 2),
    'package-lock.json': JSON.stringify({ lockfileVersion: 3, packages }, null, 2),
  });
}

function advisory(id: string, name: string, fixed: string, more: Partial<Advisory> = {}): Advisory {
  const events = [{ introduced: '0' }, { fixed }];
  const affected = [{ ecosystem: 'npm', name, versions: [], severity: [], ranges: [{ type: 'SEMVER', events }] }];
  return { id, aliases: [], summary: '', modified: '', severity: [], rating: 'HIGH', url: '', affected, ...more };
}

const known = [advisory('GHSA-a', 'qs', '1.2.0'), advisory('GHSA-b', 'qs', '1.4.0')];

function statuses(
  base: Lock,
  head: Lock,
  advisories: readonly Advisory[] = known,
  policy: ComponentPolicy = vulnerableDependency,
) {
  const found = judgeTrees(project(base), project(head), { policies: [policy], advisories });
  return found.map(({ problem }) => [problem.status, problem.about.id, problem.discriminator]);
}

describe('a change', () => {
  test.each<[string, Lock, Lock, readonly unknown[]]>([
    ['adds a vulnerable package', {}, { direct: { qs: '1.3.0' } }, [['introduced', 'qs@1.3.0', 'GHSA-b']]],
    [
      'brings two vulnerabilities in one package, told once',
      {},
      { direct: { qs: '1.0.0' } },
      [['introduced', 'qs@1.0.0', 'GHSA-a GHSA-b']],
    ],
    [
      'leaves a vulnerable package alone',
      { direct: { qs: '1.3.0' } },
      { direct: { qs: '1.3.0' } },
      [['existing', 'qs@1.3.0', 'GHSA-b']],
    ],
    [
      'bumps from one vulnerable version to another',
      { direct: { qs: '1.0.0' } },
      { direct: { qs: '1.3.0' } },
      [
        ['existing', 'qs@1.3.0', 'GHSA-b'],
        ['fixed', 'qs@1.0.0', 'GHSA-a'],
      ],
    ],
    ['downgrades', { direct: { qs: '1.4.0' } }, { direct: { qs: '1.3.0' } }, [['introduced', 'qs@1.3.0', 'GHSA-b']]],
    ['mends', { direct: { qs: '1.3.0' } }, { direct: { qs: '1.4.0' } }, [['fixed', 'qs@1.3.0', 'GHSA-b']]],
    ['removes', { direct: { qs: '1.3.0' } }, {}, [['fixed', 'qs@1.3.0', 'GHSA-b']]],
    [
      'moves it from development to what is deployed',
      { dev: { qs: '1.3.0' } },
      { direct: { qs: '1.3.0' } },
      [['worsened', 'qs@1.3.0', 'GHSA-b']],
    ],
    ['refreshes without change', { direct: { ms: '2.0.0' } }, { direct: { ms: '2.0.1' } }, []],
    [
      'adds it below a direct one',
      { direct: { express: '4.0.0' } },
      { direct: { express: '4.0.1' }, transitive: { qs: '1.3.0' } },
      [['introduced', 'qs@1.3.0', 'GHSA-b']],
    ],
  ])('that %s', (_, base, head, expected) => expect(statuses(base, head)).toEqual(expected));

  test('that brings in what was withdrawn says nothing', () => {
    const withdrawn = [advisory('GHSA-a', 'qs', '9.0.0', { withdrawn: '2026-01-01' })];
    expect(statuses({}, { direct: { qs: '1.0.0' } }, withdrawn)).toEqual([]);
  });

  test('is told once for records that are aliases of each other', () => {
    const linked = [
      advisory('PYSEC-1', 'qs', '2.0.0', { aliases: ['CVE-1'] }),
      advisory('GHSA-z', 'qs', '2.0.0', { aliases: ['CVE-1'] }),
    ];
    expect(statuses({}, { direct: { qs: '1.0.0' } }, linked)).toEqual([['introduced', 'qs@1.0.0', 'GHSA-z']]);
  });

  test('that only development sees malware in is told all the same', () => {
    const malware = [advisory('MAL-1', 'qs', '9.0.0')];
    const found = judgeTrees(project({}), project({ dev: { qs: '1.0.0' } }), {
      policies: [maliciousPackage],
      advisories: malware,
    });
    expect(found.map(({ problem }) => [problem.status, problem.severity ?? maliciousPackage.severity])).toEqual([
      ['introduced', 'critical'],
    ]);
  });
});

describe('the severity', () => {
  const open: ShippingFunction = { id: 'F', name: 'F', codeRoot: 'src', exposure: 'open' };
  const severityFor = (head: Lock, functions: readonly ShippingFunction[], advisories = known) =>
    judgeTrees(undefined, project(head), { policies: [vulnerableDependency], advisories, functions })[0]?.problem
      .severity;

  test.each<[string, Lock, readonly ShippingFunction[], string]>([
    ['is the advisory’s', { direct: { qs: '1.3.0' } }, [], 'high'],
    ['rises where a function that anyone can start ships it', { direct: { qs: '1.3.0' } }, [open], 'critical'],
    ['falls for development', { dev: { qs: '1.3.0' } }, [open], 'medium'],
    [
      'falls where only internal functions ship it',
      { direct: { qs: '1.3.0' } },
      [{ ...open, exposure: 'internal' }],
      'medium',
    ],
  ])('%s', (_, head, functions, expected) => expect(severityFor(head, functions)).toBe(expected));

  test('is critical for what is known to be exploited', () => {
    const exploited = [advisory('GHSA-l', 'qs', '2.0.0', { aliases: ['CVE-2021-44228'], rating: 'LOW' })];
    expect(severityFor({ direct: { qs: '1.0.0' } }, [], exploited)).toBe('critical');
  });
});

describe('the way out', () => {
  const problemFor = (head: Lock, advisories = known) =>
    judgeTrees(project({}), project(head), { policies: [vulnerableDependency], advisories })[0]?.problem;

  test('is the smallest version that no advisory matches, in the manifest’s own range', () => {
    const problem = problemFor({ direct: { qs: '1.0.0' } });
    expect(problem?.fix?.edits.map(({ path, text }) => [path, text])).toEqual([['package.json', '^1.4.0']]);
    expect(problem?.at.path).toBe('package.json');
    expect(problem?.related?.[0]?.path).toBe('package-lock.json');
    expect(problem?.advice).toContain('npm install qs@1.4.0');
  });

  test('is no suggestion when only a major upgrade helps', () => {
    const problem = problemFor({ direct: { qs: '1.0.0' } }, [advisory('GHSA-c', 'qs', '2.0.0')]);
    expect(problem?.fix).toBeUndefined();
    expect(problem?.advice).toContain('major upgrade');
  });

  test('is a refresh when the parent accepts the fix', () => {
    const problem = problemFor({ direct: { express: '4.0.0' }, transitive: { qs: '1.3.0' } });
    expect(problem?.advice).toContain('`express@4.0.0` already accepts the fixed version.');
    expect(problem?.advice).toContain('npm update qs');
    expect(problem?.at.path).toBe('package-lock.json');
  });

  test('is an override when the parent does not', () => {
    const problem = problemFor({ direct: { express: '4.0.0' }, transitive: { qs: '1.3.0' } }, [
      advisory('GHSA-c', 'qs', '2.0.0'),
    ]);
    expect(problem?.advice).toContain('upgrade `express@4.0.0`');
    expect(problem?.advice).toContain('"overrides": { "qs": "2.0.0" }');
  });

  test('is said to be missing when no fix is published', () => {
    const events = [{ introduced: '0' }];
    const affected = [
      { ecosystem: 'npm', name: 'qs', versions: [], severity: [], ranges: [{ type: 'SEMVER', events }] },
    ];
    expect(problemFor({ direct: { qs: '1.0.0' } }, [advisory('GHSA-c', 'qs', '1', { affected })])?.advice).toContain(
      'No fix is published.',
    );
  });
});

test.each<[ComponentPolicy, string, string, string, string]>([
  [unpinnedComponent, 'Dockerfile', 'FROM node:22@sha256:aa\n', 'FROM node:latest\n', 'introduced'],
  [unpinnedComponent, 'Dockerfile', 'FROM node:latest\n', 'FROM node:latest\nRUN true\n', 'existing'],
  [unpinnedComponent, 'Dockerfile', 'FROM node:latest\n', 'FROM node:22@sha256:aa\n', 'fixed'],
  [lockfileTampered, 'yarn.lock', yarn('https'), yarn('http'), 'introduced'],
  [lockfileTampered, 'yarn.lock', yarn('http'), `\n${yarn('http')}`, 'existing'],
  [lockfileTampered, 'yarn.lock', yarn('http'), yarn('https'), 'fixed'],
])('%#: what %s was and is', (...[policy, path, before, after, status]) => {
  const found = judgeTrees(filesOf({ [path]: before }), filesOf({ [path]: after }), { policies: [policy] });
  expect(found.map(({ problem }) => problem.status)).toEqual([status]);
});

function yarn(scheme: string): string {
  return `# yarn lockfile v1\n\nms@^2.0.0:\n  version "2.0.0"\n  resolved "${scheme}://registry.yarnpkg.com/ms/-/ms-2.0.0.tgz"\n`;
}
