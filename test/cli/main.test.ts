import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { runIn } from '../support/command.js';
import { open, template } from '../support/templates.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const command = join(root, 'dist/cli/main.js');
const folder = mkdtempSync(join(tmpdir(), 'postern-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const run = (...args: readonly string[]) => runIn(folder, args);

function git(...args: readonly string[]): void {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...identity, ...args], { cwd: join(folder, 'repo'), stdio: 'ignore' });
}

const validate = new Ajv().compile(JSON.parse(readFileSync(join(root, 'schemas/output.schema.json'), 'utf8')));

beforeAll(() => {
  write('clean/template.yaml', template(''));
  write('open/template.yaml', template(open));
  write('open/nested/other.yaml', template(open));
  write('repo/template.yaml', template(''));
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-qm', 'closed');
  write('repo/template.yaml', template(open));
  git('commit', '-qam', 'open');
  git('checkout', '-q', '--orphan', 'other');
  git('commit', '-qm', 'a history of its own');
  git('checkout', '-q', 'main');
});

test('the built program ends with the code of its command', () => {
  const end = (...args: readonly string[]) => spawnSync(process.execPath, [command, ...args], { cwd: folder }).status;
  expect([end('scan', 'open'), end('--version'), end('scan', 'nowhere')]).toEqual([1, 0, 2]);
});

describe('exit codes', () => {
  test.each([
    ['nothing is wrong', ['scan', 'clean'], 0],
    ['something fails', ['scan', 'open'], 1],
    ['nothing fails under this profile', ['scan', 'open', '--profile', 'advisory'], 0],
    ['everything fails from low on', ['scan', 'clean', '--fail-on', 'low'], 0],
    ['the change opens something', ['review', '--repo', 'repo', '--base', 'HEAD~1'], 1],
    ['the change is the other way round', ['review', '--repo', 'repo', '--base', 'HEAD', '--head', 'HEAD'], 0],
  ])('%s', async (_, args, status) => expect((await run(...args)).status).toBe(status));
});

describe('what could not run is said in one sentence, with code 2', () => {
  const lists = 'postern --help lists what there is.';
  test.each([
    ['the path is not there', ['scan', 'nowhere'], 'There is no nowhere; give a folder or file that exists.'],
    ['the option is not there', ['scan', '--nonsense'], `Unknown option '--nonsense'; ${lists}`],
    [
      'the format is not there',
      ['scan', 'clean', '--format', 'xml'],
      '--format is pretty, json, markdown, sarif, code-scanning, sonarqube, gitlab, junit, github or summary, not "xml".',
    ],
    [
      'the severity is not there',
      ['scan', 'clean', '--fail-on', 'awful'],
      '--fail-on is low, medium, high or critical, not "awful".',
    ],
    ['the date is none', ['scan', 'clean', '--date', '2026-13-45'], '--date must be YYYY-MM-DD, not "2026-13-45".'],
    [
      'the policy is not there',
      ['policies', 'tracing-of'],
      'There is no policy "tracing-of", but tracing-off; postern policies lists them.',
    ],
    [
      'the output cannot be written',
      ['policies', '--output', 'nowhere/x'],
      'nowhere/x cannot be written: there is no such file or folder; check --output and --format.',
    ],
    [
      'the checkout is none',
      ['review', '--repo', 'nowhere', '--base', 'HEAD'],
      "nowhere cannot be used as a git checkout: cannot change to 'nowhere': No such file or directory; check --repo.",
    ],
    [
      'the commit is not there',
      ['review', '--repo', 'repo', '--base', 'nowhere'],
      'There is no commit nowhere in repo; check --base, or fetch it first.',
    ],
    [
      'the commits have no history in common, as in a shallow clone',
      ['review', '--repo', 'repo', '--base', 'other'],
      'other and HEAD have no commit in common in repo; in a shallow clone fetch its history first (git fetch --unshallow).',
    ],
    [
      'the checkout of the settings is not there',
      ['settings', 'check', 'nowhere'],
      'There is no folder nowhere; give the root of a checkout.',
    ],
  ])('%s', async (_, args, sentence) => {
    expect(await run(...args)).toEqual({ status: 2, stdout: '', stderr: `postern: ${sentence}\n` });
  });
});

describe('scan', () => {
  test('json follows its schema and treats each stack by itself', async () => {
    const { stdout } = await run('scan', 'open', '--format', 'json', '--date', '2026-11-25');
    const report = JSON.parse(stdout);
    expect(validate(report) ? [] : validate.errors).toEqual([]);
    expect(report.stats.stacks).toBe(2);
    const found = report.findings.filter((finding: { policy: string }) => finding.policy === 'function-url-open');
    expect(found.map(({ path }: { path: string }) => path)).toEqual(['nested/other.yaml', 'template.yaml']);
    expect(found[0]).toMatchObject({ start: { line: 14, column: 19 }, fix: { verified: true } });
    expect(found[0]).not.toHaveProperty('status');
  });

  test('--stats says beside the report how much only the deployment knows', async () => {
    const { stdout, stderr } = await run('scan', 'open', '--format', 'json', '--stats');
    expect(JSON.parse(stdout).stats.stacks).toBe(2);
    expect(stderr).toMatch(/^sam: \d+ of \d+ settings are known to the deployment only \(\d+\.\d %\)$/m);
  });

  test('pretty underlines the place and ends with a tally', async () => {
    const { stdout } = await run('scan', 'open/template.yaml');
    expect(stdout).toMatch(/^template\.yaml\n {3}14 {2}high .* function-url-open {2}OrderFunction\n/m);
    expect(stdout).toMatch(/14 \| {9}AuthType: NONE\n {10}\| {19}\^{4}\n {7}fix: AuthType: AWS_IAM /);
    expect(stdout).toMatch(/^✗ \d+ problems: 1 high, .* in 1 stack; 1 fails under the profile standard \(exit 1\)$/m);
  });

  test('--output writes the report to a file', async () => {
    const { stdout } = await run('scan', 'open', '--format', 'json', '--output', 'report.json');
    expect(stdout).toBe('');
    expect(validate(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')))).toBe(true);
  });

  test('settings of the folder count, and a mistake in them is told', async () => {
    write('set/template.yaml', template(open));
    write('set/.github/postern.yml', 'profile: advisory\nnonsense: 1\n');
    const { stdout } = await run('scan', 'set');
    expect(stdout).toContain('notice .github/postern.yml:2 Settings at the top level have no `nonsense`.');
  });
});

test('review tells status, place and side', async () => {
  const { stdout } = await run('review', '--repo', 'repo', '--base', 'HEAD~1', '--format', 'json');
  const report = JSON.parse(stdout);
  expect(validate(report) ? [] : validate.errors).toEqual([]);
  expect(report.findings).toContainEqual(
    expect.objectContaining({ policy: 'function-url-open', status: 'introduced', place: 'comment', side: 'right' }),
  );
});

test('review tells the comments that it would post, as data and as they are posted', async () => {
  const asData = await run('review', '--repo', 'repo', '--base', 'HEAD~1', '--format', 'json');
  const { comments } = JSON.parse(asData.stdout);
  expect(comments).toEqual([
    expect.objectContaining({ path: 'template.yaml', start: 14, end: 14, side: 'right', body: expect.any(String) }),
  ]);
  const { stdout, status } = await run('review', '--repo', 'repo', '--base', 'HEAD~1', '--format', 'markdown');
  expect(status).toBe(1);
  expect(stdout).toMatch(/^# Postern: failure\n/);
  expect(stdout).toContain(`## Comment on \`template.yaml\`, line 14\n\n${comments[0].body}`);
});

test('scan posts nothing: its Markdown is a table', async () => {
  const { stdout, status } = await run('scan', 'open', '--format', 'markdown');
  expect([status, stdout]).toEqual([1, expect.stringContaining('| severity | policy | what | where | resource |')]);
});

test('fix writes what --policy and --severity choose, and nothing else', async () => {
  write('chosen/template.yaml', template(open));
  const only = async (...options: readonly string[]) => (await run('fix', 'chosen', '--dry-run', ...options)).stdout;
  expect(await only('--policy', 'tracing-off')).not.toContain('AWS_IAM');
  expect(await only('--policy', 'function-url-open')).toMatch(/AuthType: AWS_IAM[\s\S]*\n1 problem would be fixed\n$/);
  expect(await only('--severity', 'critical')).toBe('0 problems would be fixed\n');
});

test('fix shows its diff, then writes it, and what it fixed is gone', async () => {
  write('fix/template.yaml', template(open));
  const before = readFileSync(join(folder, 'fix/template.yaml'), 'utf8');
  expect((await run('fix', 'fix', '--dry-run')).stdout).toContain('+        AuthType: AWS_IAM');
  expect(readFileSync(join(folder, 'fix/template.yaml'), 'utf8')).toBe(before);
  expect((await run('fix', 'fix')).stdout).toMatch(/^\d+ problems? fixed\n$/);
  expect(readFileSync(join(folder, 'fix/template.yaml'), 'utf8')).toBe(before.replace('NONE', 'AWS_IAM'));
  expect((await run('fix', 'fix')).stdout).toBe('0 problems fixed\n');
});

test('policies as data', async () => {
  const { policies } = JSON.parse((await run('policies', '--format', 'json')).stdout);
  expect(policies).toContainEqual(
    expect.objectContaining({
      id: 'tracing-off',
      threat: 'insufficient-logging',
      severity: 'low',
      remedy: expect.any(String),
    }),
  );
  expect(JSON.parse((await run('policies', 'tracing-off', '--format', 'json')).stdout).policies).toHaveLength(1);
});

test('policies lists and explains', async () => {
  expect((await run('policies')).stdout).toContain('tracing-off');
  expect((await run('policies', 'tracing-off')).stdout).toContain('# postern-ignore: tracing-off -- <reason>');
});

test('settings are checked and shown', async () => {
  expect(await run('settings', 'check', 'clean')).toMatchObject({
    status: 0,
    stdout: 'no settings file: the defaults hold\n',
  });
  expect((await run('settings', 'check', 'set')).status).toBe(1);
  expect((await run('settings', 'show', 'clean')).stdout).toContain('profile: standard');
});

test('settings are shown with the places where they are written', async () => {
  write('shown/.github/postern.yml', 'profile: strict\npolicies:\n  tracing-off: high\nexclude: [docs]\n');
  const { stdout, status } = await run('settings', 'show', 'shown');
  expect(status).toBe(0);
  expect(stdout).toContain('profile: strict # .github/postern.yml:1:1\n');
  expect(stdout).toContain('    severity: high # .github/postern.yml:3:3\n');
  expect(stdout).toContain('  - docs # .github/postern.yml:4:11\n');
  expect(stdout).toContain('  logRetentionDays: 90 # default\n');
  write('shown/.github/postern.yml', 'profile: hard\nexclude: 3\n');
  const broken = await run('settings', 'show', 'shown');
  expect(broken.stdout).toMatch(/^\.github\/postern\.yml:1:1 .*\n\.github\/postern\.yml:2:1 /);
  expect(broken.stdout).toContain('profile: standard # default\n');
});

describe('what is scanned', () => {
  const pathsOf = async (...args: readonly string[]) => {
    const { stdout } = await run('scan', ...args, '--format', 'json');
    const { findings } = JSON.parse(stdout) as { readonly findings: readonly { readonly path: string }[] };
    return [...new Set(findings.map(({ path }) => path))].sort();
  };

  test.each([
    ['everything under a folder', ['open'], ['nested/other.yaml', 'template.yaml']],
    ['of several folders all', ['open/nested', 'set'], ['open/nested/other.yaml', 'set/template.yaml']],
    [
      'of files only these',
      ['open/nested/other.yaml', 'set/template.yaml'],
      ['open/nested/other.yaml', 'set/template.yaml'],
    ],
    ['of a folder and what is in it each file once', ['open', 'open/nested'], ['nested/other.yaml', 'template.yaml']],
    ['nothing that an option leaves out', ['open', '--exclude', 'nested'], ['template.yaml']],
    ['nothing that several options leave out', ['open', '--exclude', 'nested/**', '--exclude', '*.yaml'], []],
    ['nothing that the settings leave out', ['excluding'], ['template.yaml']],
  ] as const)('%s', async (_, args, expected) => {
    write('set/template.yaml', template(open));
    write('excluding/template.yaml', template(open));
    write('excluding/legacy/template.yaml', template(open));
    write('excluding/.github/postern.yml', "exclude: ['legacy/**']\n");
    expect(await pathsOf(...args)).toEqual(expected);
  });

  test('a path that is not there is an error, whatever else is given', async () => {
    expect(await run('scan', 'open', 'nowhere')).toMatchObject({ status: 2 });
  });
});
