import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormatsModule from 'ajv-formats';
import { parse } from 'yaml';
import { readGenericIssues } from '../support/sonarqube-reader.js';
import { open, template } from '../support/templates.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'postern-integrations-'));
const repository = join(folder, 'repository');
afterAll(() => rmSync(folder, { recursive: true }));

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const addFormats = addFormatsModule as unknown as (ajv: Ajv) => void;

function mistakesIn(schema: string, path: string): unknown {
  const ajv = new Ajv({ strict: false });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(read(`test/integrations/fixtures/${schema}.json`)));
  return validate(parse(read(path))) ? [] : validate.errors;
}

const git = (...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false', ...args], {
    cwd: repository,
    encoding: 'utf8',
  }).trim();

/** A repository with a change, and `postern` and `npx` that run what was built here. */
beforeAll(() => {
  mkdirSync(join(folder, 'bin'));
  mkdirSync(repository);
  const command = `exec "${process.execPath}" "${join(root, 'dist/cli/main.js')}" "$@"`;
  writeFileSync(join(folder, 'bin/postern'), `#!/bin/sh\n${command}\n`);
  writeFileSync(
    join(folder, 'bin/npx'),
    `#!/bin/sh\ncase "$1 $2" in "--yes postern@"[0-9]*) ;; *) echo "npx $*" >&2; exit 9 ;; esac\nshift 2\n${command}\n`,
  );
  for (const name of ['postern', 'npx']) chmodSync(join(folder, 'bin', name), 0o755);
  git('init', '-q', '-b', 'main');
  writeFileSync(join(repository, 'template.yaml'), template(''));
  git('add', '-A');
  git('commit', '-qm', 'closed');
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  writeFileSync(join(repository, 'template.yaml'), template(open));
  git('commit', '-qam', 'open');
});

function shell(script: string, variables: Readonly<Record<string, string>> = {}) {
  const env = { ...variables, HOME: folder, PATH: `${join(folder, 'bin')}:${process.env.PATH}` };
  return spawnSync('sh', ['-ec', script], { cwd: repository, env, encoding: 'utf8' });
}

test('the hook of pre-commit tells what the commit would open', () => {
  const [hook] = parse(read('.pre-commit-hooks.yaml'));
  expect(hook).toMatchObject({ id: 'postern', language: 'system', pass_filenames: false });
  expect(shell(hook.entry).status).toBe(0);
  writeFileSync(join(repository, 'other.yaml'), template(open));
  git('add', 'other.yaml');
  const { status, stdout } = shell(hook.entry);
  expect([status, stdout]).toEqual([1, expect.stringContaining('other.yaml')]);
  git('rm', '-qf', 'other.yaml');
});

describe('the template of GitLab', () => {
  test('is what GitLab takes', () => expect(mistakesIn('gitlab-ci', 'integrations/gitlab-ci.yml')).toEqual([]));

  test('writes the reports that it declares', () => {
    const { postern } = parse(read('integrations/gitlab-ci.yml'));
    const variables = {
      CI_MERGE_REQUEST_DIFF_BASE_SHA: git('rev-parse', 'HEAD~1'),
      CI_COMMIT_SHA: git('rev-parse', 'HEAD'),
    };
    const { status, stderr } = shell(postern.script.join('\n'), { ...postern.variables, ...variables });
    expect([status, stderr]).toEqual([1, '']);
    const { codequality, junit } = postern.artifacts.reports;
    expect(JSON.parse(readFileSync(join(repository, codequality), 'utf8')).length).toBeGreaterThan(0);
    expect(readFileSync(join(repository, junit), 'utf8')).toContain('failures="1"');
  });
});

test('the steps of Azure Pipelines write what they publish', () => {
  const { parameters, steps } = parse(read('integrations/azure-pipelines.yml'));
  const staging = join(folder, 'staging');
  mkdirSync(staging);
  const filled = (text: string) =>
    text
      .replaceAll('${{ parameters.version }}', parameters[0].default)
      .replaceAll('$(System.PullRequest.TargetBranchName)', 'main')
      .replaceAll('$(Build.ArtifactStagingDirectory)', staging);
  const [script] = steps.flatMap((step: { script?: string }) => step.script ?? []);
  expect(shell(filled(script)).status).toBe(1);
  const [results] = steps.flatMap(
    (step: { inputs?: { testResultsFiles?: string } }) => step.inputs?.testResultsFiles ?? [],
  );
  expect(existsSync(filled(results))).toBe(true);
  expect(readdirSync(staging).sort()).toEqual(['postern.sarif', 'postern.xml']);
});

test('the properties of the SonarQube scanner name the report that the command above them writes', () => {
  const properties = read('integrations/sonar-project.properties');
  const [, command = ''] = /^# Before the scanner: (.*)$/m.exec(properties) ?? [];
  const [, report = ''] = /^sonar\.externalIssuesReportPaths=(.*)$/m.exec(properties) ?? [];
  expect(shell(command).status).toBe(1);
  const texts = new Map([['template.yaml', template(open)]]);
  const issues = readGenericIssues(readFileSync(join(repository, report), 'utf8'), texts);
  expect(issues).toContainEqual({ ruleId: 'function-url-open', impact: 'HIGH', marked: 'NONE' });
});

const workflows = [
  'integrations/github-workflow.yml',
  ...readdirSync(join(root, '.github/workflows')).map((name) => `.github/workflows/${name}`),
];

describe.each(workflows)('%s', (path) => {
  test('is what GitHub takes', () => expect(mistakesIn('github-workflows', path)).toEqual([]));

  test('pins its actions to commits, gives no job more than it says, and never takes input into a script', () => {
    const { permissions, jobs } = parse(read(path));
    expect(permissions).toEqual({ contents: 'read' });
    const steps = Object.values<{ steps: { uses?: string; run?: string }[] }>(jobs).flatMap((job) => job.steps);
    const used = steps.flatMap(({ uses }) => uses ?? []).filter((name) => !name.includes('/postern@action-v'));
    expect(used.filter((name) => !/^[\w./-]+@[0-9a-f]{40}$/.test(name))).toEqual([]);
    expect(steps.filter(({ run = '' }) => run.includes('${{'))).toEqual([]);
  });
});

test('the action is what GitHub takes', () => expect(mistakesIn('github-actions', 'action.yml')).toEqual([]));

test('Postern itself finds nothing in its workflows, its image and its manifests', () => {
  const paths = ['.github', 'Dockerfile', 'package.json', 'package-lock.json', 'server', 'tools'];
  const args = ['scan', ...paths.map((path) => join(root, path)), '--format', 'json'];
  const { stdout } = spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), ...args], { encoding: 'utf8' });
  const { findings } = JSON.parse(stdout) as {
    readonly findings: readonly { readonly policy: string; readonly path: string }[];
  };
  expect(findings.map(({ policy, path }) => `${policy} ${path}`)).toEqual([]);
});

test('what is installed by its version is of this version', () => {
  const { version } = JSON.parse(read('package.json'));
  const named = ['.pre-commit-hooks.yaml', 'integrations/gitlab-ci.yml', 'integrations/azure-pipelines.yml'].map(
    (path) => /(?:postern@|POSTERN_VERSION: '|default: ')(\d+\.\d+\.\d+)/.exec(read(path))?.[1],
  );
  expect(named).toEqual([version, version, version]);
});

test('a release says on the page of the package where it comes from', () => {
  const release = read('.github/workflows/release.yml');
  expect(release).toContain('node scripts/home.mjs "$GITHUB_REPOSITORY"');
  expect(release).toContain('npm publish --provenance');
});

describe('the repository that it is released from', () => {
  const tracked = (folder: string) =>
    execFileSync('git', ['ls-files'], { cwd: folder, encoding: 'utf8' }).trim().split('\n');
  const ours = tracked(root).filter((file) =>
    /^(?:docs\/[^/]*\.md|integrations\/|[^/]*\.(?:json|md|ya?ml)$)/.test(file),
  );

  test('is said by package.json in all its fields', () => {
    const { repository: own, homepage, bugs } = JSON.parse(read('package.json'));
    const [, home = ''] = /^git\+https:\/\/github\.com\/([\w.-]+\/[\w.-]+)\.git$/.exec(own.url) ?? [];
    const address = `https://github.com/${home}`;
    expect([homepage, bugs.url]).toEqual([`${address}#readme`, `${address}/issues`]);
    expect(read('app.yml')).toContain(`url: ${address}\n`);
    expect(read('integrations/github-workflow.yml')).toContain(`uses: ${home}@action-v`);
    expect(read('integrations/pre-commit-config.yaml')).toContain(`repo: ${address} `);
  });

  test('is written wherever it is named by one command', () => {
    const copy = join(folder, 'home');
    const named = ours.filter((file) => file !== 'docs/releasing.md' && read(file).includes('OWNER/postern'));
    for (const file of named) cpSync(join(root, file), join(copy, file));
    for (const args of [
      ['init', '-q'],
      ['add', '.'],
    ])
      execFileSync('git', args, { cwd: copy });
    execFileSync(process.execPath, [join(root, 'scripts/home.mjs'), 'acme/guard', copy]);
    expect(named.length).toBeGreaterThan(5);
    expect(tracked(copy).filter((file) => readFileSync(join(copy, file), 'utf8').includes('OWNER/'))).toEqual([]);
    expect(readFileSync(join(copy, 'integrations/github-workflow.yml'), 'utf8')).toContain('uses: acme/guard@action-v');
  });
});
