import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { osvApi } from '../../src/dependencies/advisories/osv-api.js';
import { advisoriesFor } from '../../src/dependencies/advisories/source.js';
import { type Advisor, openAdvisories } from '../../src/jobs/advisories.js';
import { type Scenario, soundFiles, startScenario } from '../support/scenario.js';

type Versions = Readonly<Record<string, string>>;

/** The files of a function's package: what it asks for and what is locked. */
function packageOf(versions: Versions) {
  const dependencies = Object.fromEntries(Object.entries(versions).map(([name, version]) => [name, `^${version}`]));
  const locked = Object.entries(versions).map(([name, version]) => [
    `node_modules/${name}`,
    {
      version,
      resolved: `https://registry.npmjs.org/${name}/-/${name}-${version}.tgz`,
      integrity: `sha512-${'A'.repeat(86)}==`,
    },
  ]);
  const packages = { '': { name: 'hello', dependencies }, ...Object.fromEntries(locked) };
  return {
    'src/package.json': `${JSON.stringify({ name: 'hello', dependencies }, null, 2)}\n`,
    'src/package-lock.json': `${JSON.stringify({ name: 'hello', lockfileVersion: 3, packages }, null, 2)}\n`,
  };
}

/** The handler imports what the packages of these changes bring. */
const handler = `import ms from 'ms';\nimport qs from 'qs';\n\n${soundFiles['src/index.mjs'] ?? ''}`;
const before = { ...soundFiles, 'src/index.mjs': handler, ...packageOf({ ms: '2.1.3' }) };
const vulnerable = packageOf({ ms: '2.1.3', qs: '6.5.2' });

function advisory(id: string, fixed: string) {
  return {
    id,
    modified: '2026-10-01T00:00:00Z',
    summary: 'Prototype pollution',
    database_specific: { severity: 'HIGH' },
    affected: [
      {
        package: { ecosystem: 'npm', name: 'qs' },
        ranges: [{ type: 'SEMVER', events: [{ introduced: '6.0.0' }, { fixed }] }],
      },
    ],
  };
}

async function open(scenario: Scenario, files: Versions) {
  const pull = await scenario.sandbox.openPullRequest(await scenario.repository(before), { files });
  return { pull, run: await scenario.conclude(pull) };
}

describe('with advisories at hand', () => {
  const forgetfulCache = { get: async () => undefined, set: async () => undefined };
  const records = mkdtempSync(join(tmpdir(), 'advisories-'));
  let scenario: Scenario;
  beforeAll(async () => {
    writeFileSync(join(records, 'one.json'), JSON.stringify(advisory('GHSA-qqqq-0000-0001', '6.5.3')));
    writeFileSync(join(records, 'two.json'), JSON.stringify(advisory('GHSA-qqqq-0000-0002', '6.5.5')));
    scenario = await startScenario({}, await openAdvisories(records, forgetfulCache));
  });
  afterEach(() => {
    expect(scenario.sandbox.violations()).toEqual([]);
  });
  afterAll(async () => {
    await scenario.stop();
    rmSync(records, { recursive: true, force: true });
  });

  test('a vulnerable package is told once, on the line of the manifest, with the version to take', async () => {
    const { pull, run } = await open(scenario, vulnerable);
    expect(run).toMatchObject({ conclusion: 'failure' });
    expect(scenario.written()).toEqual([
      'new check | in_progress',
      'review',
      'comment src/package.json:5 RIGHT: vulnerable-dependency, suggestion',
      'check | failure | 1 new problem, 1 fails this check',
    ]);
    const [comment] = scenario.sandbox.comments(pull);
    expect(comment?.body).toContain('```suggestion\n    "qs": "^6.5.5"\n```');
    expect(comment?.body).toContain('npm install');
    expect(comment?.body).toContain('GHSA-qqqq-0000-0001');
    expect(comment?.body).toContain('GHSA-qqqq-0000-0002');
  });

  test('the check run names the component, what is known, the way out and who ships it', async () => {
    const { run } = await open(scenario, vulnerable);
    const row = (run.summary ?? '').split('\n').find((line) => line.includes('`qs@6.5.2`') && line.includes('`6.5.5`'));
    expect(row).toContain('GHSA-qqqq-0000-0001');
    expect(row).toContain('`Hello`');
    scenario.written();
  });

  test('a sound package says nothing', async () => {
    await open(scenario, packageOf({ ms: '2.1.3', qs: '6.5.5' }));
    expect(scenario.written()).toEqual(['new check | in_progress', 'check | success | No new problems']);
  });

  test('a package that no code imports is told in the check alone', async () => {
    const { run } = await open(scenario, packageOf({ ms: '2.1.3', nanoid: '5.1.6' }));
    expect(scenario.written()).toEqual(['new check | in_progress', 'check | success | 1 new problem']);
    expect(run.summary).toContain('nanoid is a dependency of Hello, whose code never imports it');
  });
});

describe('without an answer from the source', () => {
  const unreachable: Advisor = async (_, date) => (packages) =>
    advisoriesFor(packages, [osvApi('http://127.0.0.1:9', { date, retries: 0 })]);
  let scenario: Scenario;
  beforeAll(async () => {
    scenario = await startScenario({}, unreachable);
  });
  afterAll(() => scenario.stop());

  test('a changed dependency is never green, and the check says why', async () => {
    const { run } = await open(scenario, vulnerable);
    expect(run.conclusion).toBe('neutral');
    expect(run.summary).toContain('Components were not checked against all advisories.');
  });

  test('a change that touches no dependency is', async () => {
    const { run } = await open(scenario, {
      'src/index.mjs': 'export const handler = async () => ({ statusCode: 201 });\n',
    });
    expect(run.conclusion).toBe('success');
  });
});
