import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runIn } from '../support/command.js';
import { open, template } from '../support/templates.js';

const command = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'postern-outputs-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const run = (...args: readonly string[]) => runIn(folder, args);

beforeAll(() => {
  write('clean/template.yaml', template(''));
  write('open/template.yaml', template(open));
  write('open/nested/other.yaml', template(open));
});

describe('several outputs of one run', () => {
  test('go into their files, and one is printed', async () => {
    const args = ['--format', 'sarif:out.sarif', '--format', 'pretty', '--format', 'junit:out.xml'];
    const { stdout, status } = await run('scan', 'open', ...args);
    expect([status, stdout]).toEqual([1, expect.stringContaining('(exit 1)')]);
    const { runs } = JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8'));
    expect(runs[0].results[0].fixes).toHaveLength(1);
    expect(readFileSync(join(folder, 'out.xml'), 'utf8')).toContain('<failure type="high"');
  });

  test.each([
    [
      'two are printed',
      ['--format', 'json', '--format', 'pretty'],
      '--format json and pretty cannot both be printed: give each but one a file, as in sarif:out.sarif.',
    ],
    ['a file is not named', ['--format', 'json:'], '--format json: names no file after the colon.'],
    [
      'a file is named twice',
      ['--format', 'json:x', '--format', 'sarif', '--output', 'x'],
      'Two formats cannot be written to the one file x.',
    ],
    [
      'no format is left for --output',
      ['--format', 'json:x', '--output', 'y'],
      '--output is for the one format without a file, and there is none.',
    ],
    [
      'one of them cannot be written',
      ['--format', 'json:new.json', '--format', 'sarif:nowhere/x'],
      'nowhere/x cannot be written: there is no such file or folder; check --output and --format.',
    ],
    [
      'one of them is a folder',
      ['--format', 'json:new.json', '--format', 'sarif:open'],
      'open cannot be written: it is a folder; check --output and --format.',
    ],
  ])('are refused whole if %s', async (_, args, sentence) => {
    const files = readdirSync(folder);
    expect(await run('scan', 'open', ...args)).toEqual({ status: 2, stdout: '', stderr: `postern: ${sentence}\n` });
    expect(readdirSync(folder)).toEqual(files);
  });

  test('a report that was there is replaced whole, and what is no file is written into', async () => {
    write('old.json', 'x'.repeat(1_000_000));
    await run('scan', 'clean', '--format', 'json:old.json', '--format', 'junit:/dev/null');
    expect(JSON.parse(readFileSync(join(folder, 'old.json'), 'utf8')).schemaVersion).toBe(1);
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test('a reader that closes the pipe is told from a run without problems', async () => {
    const child = spawn(process.execPath, [command, 'policies', '--format', 'json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    const told: string[] = [];
    child.stderr.on('data', (text) => told.push(String(text)));
    const [status] = await once(child, 'close');
    expect([status, told.join('')]).toEqual([2, 'postern: The output was cut short: its reader closed the pipe.\n']);
  });

  test('github prints annotations and adds the page of the step', async () => {
    write('summary.md', 'before\n');
    process.env.GITHUB_STEP_SUMMARY = join(folder, 'summary.md');
    try {
      const { stdout } = await run('scan', 'open', '--format', 'github');
      expect(stdout).toMatch(/^::error file=nested\/other\.yaml,line=14,/);
      expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toMatch(/^before\n## Postern: \d+ problems\n/);
      process.env.GITHUB_STEP_SUMMARY = join(folder, 'nowhere/summary.md');
      expect((await run('scan', 'open', '--format', 'github')).stderr).toContain('check GITHUB_STEP_SUMMARY.\n');
    } finally {
      delete process.env.GITHUB_STEP_SUMMARY;
    }
  });
});

describe('what is told', () => {
  const policiesOf = async (...args: readonly string[]) => {
    const { stdout } = await run('scan', 'open', '--format', 'json', ...args);
    const { findings } = JSON.parse(stdout) as { readonly findings: readonly { readonly policy: string }[] };
    return [...new Set(findings.map(({ policy }) => policy))];
  };

  test('is chosen by policy and severity, and so is the exit code', async () => {
    expect(await policiesOf('--policy', 'function-url-open')).toEqual(['function-url-open']);
    expect(await policiesOf('--severity', 'high')).toEqual(['function-url-open']);
    expect((await run('scan', 'open', '--severity', 'critical')).status).toBe(0);
  });

  test('is only what fails, quietly', async () => {
    expect((await run('scan', 'clean', '--quiet')).stdout).toBe('');
    const { stdout } = await run('scan', 'open', '--quiet');
    expect(stdout).toContain('function-url-open');
    expect(stdout).not.toContain('\nlow ');
  });

  test.each([
    [
      '--policy',
      'function-url-opne',
      'There is no policy "function-url-opne", but function-url-open; postern policies lists them.',
    ],
    ['--severity', 'hihg', '--severity is low, medium, high or critical, not "hihg".'],
  ])('%s is checked', async (option, value, sentence) => {
    expect(await run('scan', 'open', option, value)).toEqual({
      status: 2,
      stdout: '',
      stderr: `postern: ${sentence}\n`,
    });
  });
});
