import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { against } from '../../src/cli/baseline.js';
import { runWatching } from '../../src/cli/watch.js';
import { runIn } from '../support/command.js';
import { finding } from '../support/finding.js';
import { open, template } from '../support/templates.js';

const folder = mkdtempSync(join(tmpdir(), 'postern-choosing-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const run = (...args: readonly string[]) => runIn(folder, args);

interface Told {
  readonly path: string;
  readonly policy: string;
  readonly status?: string;
}

async function told(...args: readonly string[]): Promise<readonly Told[]> {
  return JSON.parse((await run('scan', ...args, '--format', 'json', '--policy', 'function-url-open')).stdout).findings;
}

beforeEach(() => {
  rmSync(join(folder, 'a'), { recursive: true, force: true });
  write('a/template.yaml', template(open));
  write('a/b/template.yaml', template(open));
});

describe('--files-from', () => {
  test.each([
    ['a line each', 'a/template.yaml\nnowhere.yaml\n', ['template.yaml']],
    ['ended by NUL, as git diff -z lists them', './a/b/template.yaml\0', ['b/template.yaml']],
    ['none', '', []],
  ])('tells what the listed files decide: %s', async (_, list, expected) => {
    write('list', list);
    expect((await told('a', '--files-from', 'list')).map(({ path }) => path)).toEqual(expected);
  });

  test('- is the standard input', async () => {
    const input = Readable.from(['a/template.yaml\n']) as typeof process.stdin;
    const stdin = jest.spyOn(process, 'stdin', 'get').mockReturnValue(input);
    expect((await told('--files-from', '-')).map(({ path }) => path)).toEqual(['a/template.yaml']);
    stdin.mockRestore();
  });

  test('of a list that is not there is one sentence', async () => {
    const stderr = 'postern: The list nowhere cannot be read: there is no such file or folder; check --files-from.\n';
    expect(await run('scan', 'a', '--files-from', 'nowhere')).toEqual({ status: 2, stdout: '', stderr });
  });
});

describe('--baseline', () => {
  test('knows what an earlier scan found, wherever it moved, and fails for what is new', async () => {
    await run('scan', 'a', '--format', 'json:known.json');
    expect((await run('scan', 'a', '--baseline', 'known.json')).status).toBe(0);
    rmSync(join(folder, 'a/b'), { recursive: true });
    write('a/moved/template.yaml', template(open));
    expect((await run('scan', 'a', '--baseline', 'known.json')).status).toBe(0);
    write('a/third/template.yaml', template(open));
    const statuses = (await told('a', '--baseline', 'known.json')).map(({ path, status }) => [path, status]);
    expect(statuses).toEqual(
      expect.arrayContaining([
        ['template.yaml', 'existing'],
        ['moved/template.yaml', 'existing'],
        ['third/template.yaml', 'introduced'],
      ]),
    );
    expect((await run('scan', 'a', '--baseline', 'known.json')).status).toBe(1);
  });

  test('what weighs more than it did is no longer known', () => {
    const [now] = against([finding()], [{ fingerprint: 'f1', path: 'x', severity: 'medium', suppressed: null }]);
    expect(now?.status).toBe('worsened');
  });

  test.each([
    ['another version', '{"schemaVersion":2,"tool":{"name":"postern"},"findings":[]}'],
    ['another tool', '{"schemaVersion":1,"tool":{"name":"checkov"},"findings":[]}'],
    ['no JSON', 'x'],
  ])('of %s is refused', async (_, text) => {
    write('known.json', text);
    const stderr =
      'postern: known.json is no baseline of this version: it is not the JSON of a scan; write a new one with postern scan --format json:FILE.\n';
    expect(await run('scan', 'a', '--baseline', 'known.json')).toEqual({ status: 2, stdout: '', stderr });
  });
});

test('--watch runs again at a change, not at what the run writes itself, and ends with the last code', async () => {
  const stop = new AbortController();
  const codes = [1, 2, 0];
  let runs = 0;
  let changed: () => void = () => undefined;
  const second = new Promise<void>((resolve) => {
    changed = resolve;
  });
  const watching = runWatching({
    paths: [join(folder, 'a')],
    own: [join(folder, 'a/out.json')],
    run: async () => {
      write('a/out.json', String(runs));
      runs += 1;
      if (runs === 2) changed();
      return codes[runs - 1] ?? 9;
    },
    stop: stop.signal,
  });
  const writing = setInterval(() => write('a/b/template.yaml', template('')), 400);
  await second;
  clearInterval(writing);
  await new Promise((resolve) => setTimeout(resolve, 600));
  stop.abort();
  expect([await watching, runs]).toEqual([2, 2]);
});

describe('review --staged', () => {
  const git = (...args: readonly string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false', ...args],
      {
        cwd: join(folder, 'repo'),
        encoding: 'utf8',
      },
    );

  test('tells what the next commit would introduce, and moves nothing', async () => {
    write('repo/template.yaml', template(''));
    git('init', '-q', '-b', 'main');
    const unborn = await run('review', '--repo', 'repo', '--staged');
    expect([unborn.status, unborn.stderr]).toEqual([2, expect.stringContaining('has no commit yet')]);
    git('add', '-A');
    git('commit', '-qm', 'closed');
    const head = git('rev-parse', 'HEAD');
    write('repo/template.yaml', template(open));
    expect((await run('review', '--repo', 'repo', '--staged')).status).toBe(0);
    git('add', '-A');
    const { status, stdout } = await run('review', '--repo', 'repo', '--staged');
    expect([status, stdout]).toEqual([1, expect.stringContaining('function-url-open')]);
    expect([git('rev-parse', 'HEAD'), git('status', '--short')]).toEqual([head, 'M  template.yaml\n']);
    expect(readFileSync(join(folder, 'repo/template.yaml'), 'utf8')).toBe(template(open));
  });
});
