import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { type Pool, startPool } from '../../src/contained/pool.js';
import { readableFolders } from '../../src/contained/readable-folders.js';
import { quotableText } from '../../src/findings/sources.js';
import { isPassing } from '../../src/jobs/failure.js';
import { adviseNothing } from '../../src/judgement/judge.js';
import { settingsSchema } from '../../src/settings/schema.js';
import { pullRequest, testDate } from '../support/judging.js';

const builtChild = fileURLToPath(new URL('../../dist/contained/child.js', import.meta.url));
const request = { settings: settingsSchema.parse({}), date: testDate, advise: adviseNothing };
const template = (extra: string) => `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Resources:
  OrderFunction:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs24.x
${extra}`;
const before = new Map([['template.yaml', template('      Tracing: Active\n')]]);
const after = new Map([['template.yaml', template('')]]);

/** Beside the built program: the child may read nothing else. */
const folder = mkdtempSync(fileURLToPath(new URL('../../dist/test-child-', import.meta.url)));
afterAll(() => rmSync(folder, { recursive: true }));

let pool: Pool | undefined;
afterEach(() => pool?.close());

/** A child that behaves badly, as hostile input would make it. */
function badChild(name: string, body: string, readiness = "process.send({ kind: 'ready' });"): string {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, `${readiness}\n${body}`);
  return file;
}

/** Other systems do not tell who is whose child, and how long it has worked. */
const onLinux = process.platform === 'linux' ? test : test.skip;

function childrenOf(pid: number): readonly string[] {
  return readdirSync('/proc').filter((one) => {
    try {
      return /^\d+$/.test(one) && new RegExp(`\\) [A-Z] ${pid} `).test(readFileSync(`/proc/${one}/stat`, 'utf8'));
    } catch {
      return false;
    }
  });
}

describe('the pool', () => {
  test('reviews in a child process', async () => {
    pool = startPool(1, {}, builtChild);
    const review = await pool.analyse(pullRequest(before, after), request);
    expect(review.stats.stacks).toBe(1);
    expect(review.findings.map(({ policy }) => policy)).toContain('monitoring-removed');
  });

  test('looks at a commit in a child process, and has the lines that its findings stand on', async () => {
    pool = startPool(1, {}, builtChild);
    const unread = [{ path: 'b.tf', message: 'Too large.', kind: 'unread' as const }];
    const tree = {
      list: async () => [...after.keys()],
      read: async (paths: readonly string[]) => new Map([...after].filter(([path]) => paths.includes(path))),
      unread: () => unread,
    };
    const { findings, notices, texts } = await pool.scan(tree, request);
    const [first] = findings;
    expect(findings.map(({ policy }) => policy)).toContain('tracing-off');
    expect(notices).toEqual(expect.arrayContaining(unread));
    expect(first && quotableText(first, texts)).toBe(after.get('template.yaml'));
  });

  test('a change that asks for nothing is answered by the same child many times', async () => {
    pool = startPool(1, {}, builtChild);
    const readme = pullRequest(new Map(), new Map([['README.md', 'x']]));
    const reviews = [await pool.analyse(readme, request), await pool.analyse(readme, request)];
    expect(reviews.map(({ findings }) => findings)).toEqual([[], []]);
  });

  test('leaves processors to whoever answers webhooks', async () => {
    const telling = badChild(
      'telling',
      `import { getPriority } from 'node:os';
       process.on('message', () => process.send({ kind: 'failed', because: 'nice ' + getPriority() }));`,
    );
    pool = startPool(1, {}, telling);
    const nicer = Math.min(19, getPriority() + 5);
    await expect(pool.analyse(pullRequest(before, after), request)).rejects.toThrow(`nice ${nicer}.`);
  });

  test('a failure of GitHub passes untouched', async () => {
    pool = startPool(1, {}, builtChild);
    const failing = { ...pullRequest(before, after), list: () => Promise.reject(new Error('503 from GitHub')) };
    await expect(pool.analyse(failing, request)).rejects.toThrow('503 from GitHub');
    const review = await pool.analyse(pullRequest(before, after), request);
    expect(review.stats.stacks).toBe(1);
  });

  test.each([
    ['ends', {}, "process.on('message', () => process.exit(1))", 'ran out of memory or ended'],
    ['hangs', { milliseconds: 300 }, "process.on('message', () => { for (;;); })", 'took longer than 0.3 s'],
    [
      'fills its heap',
      { milliseconds: 3000, heapMegabytes: 50 },
      "process.on('message', () => { const held = []; for (;;) held.push(new Array(1e6).fill(1)) })",
      'could not be analysed',
    ],
  ])('a child that %s is killed, tried once more, and then told', async (name, limits, body, message) => {
    pool = startPool(1, limits, badChild(name.replace(/\W/g, '-'), body));
    await expect(pool.analyse(pullRequest(before, after), request)).rejects.toThrow(message);
  });

  test('a child that cannot even start tells why, and not of the change', async () => {
    pool = startPool(1, {}, badChild('unable', '', "throw new Error('No room on the host.');"));
    const failure = await pool.analyse(pullRequest(before, after), request).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      message: 'The analysis could not be started.',
      cause: { message: expect.stringContaining('No room on the host.') },
    });
    expect(isPassing(failure)).toBe(true);
  });

  onLinux('a child beyond those kept warm is used again, and ends when it was not needed for a while', async () => {
    const others = new Set(childrenOf(process.pid));
    const ours = () => childrenOf(process.pid).filter((one) => !others.has(one));
    const one = async () => pool?.analyse(pullRequest(before, after), request);
    const both = () => Promise.all([one(), one()]);
    pool = startPool(1, { most: 2, lingering: 60_000 }, builtChild);
    await both();
    const first = ours();
    await both();
    expect([ours(), first.length]).toEqual([first, 2]);
    pool.close();
    while (ours().length > 0) await new Promise((resolve) => setTimeout(resolve, 50));
    pool = startPool(1, { most: 2, lingering: 100 }, builtChild);
    await both();
    while (ours().length > 1) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(ours()).toHaveLength(1);
  });

  test('the time that a child needs to load is not the time of the analysis', async () => {
    const readiness = `await new Promise((resolve) => setTimeout(resolve, 1000)); process.send({ kind: 'ready' });`;
    const body = `process.on('message', () => process.send({ kind: 'failed', because: 'it was asked' }));`;
    pool = startPool(1, { milliseconds: 500 }, badChild('slow-start', body, readiness));
    await expect(pool.analyse(pullRequest(before, after), request)).rejects.toThrow('it was asked');
  });

  onLinux('what counts is the time that a child works, as long as it ends some day', async () => {
    const idle = (milliseconds: number) =>
      `process.on('message', () =>
        setTimeout(() => process.send({ kind: 'failed', because: 'it was asked' }), ${milliseconds}));`;
    const limits = { milliseconds: 500 };
    pool = startPool(1, limits, badChild('starved', idle(800)));
    await expect(pool.analyse(pullRequest(before, after), request)).rejects.toThrow('it was asked');
    pool.close();
    pool = startPool(1, limits, badChild('asleep', idle(60_000)));
    await expect(pool.analyse(pullRequest(before, after), request)).rejects.toThrow('took longer than 0.5 s');
  });

  test('a child that asks again and again has no more time than one that does not', async () => {
    const asking = `
      const wait = (milliseconds) => { for (const end = Date.now() + milliseconds; Date.now() < end; ); };
      const ask = (question) => { wait(100); process.send({ kind: 'list', question, side: 'head' }); };
      process.on('message', ({ question = 0 }) => ask(question + 1));`;
    pool = startPool(1, { milliseconds: 500 }, badChild('asking', asking));
    await expect(pool.analyse(pullRequest(before, after), request)).rejects.toThrow('took longer than 0.5 s');
  });

  test('a child that still loads when its parent is killed ends at once', async () => {
    const place = join(folder, 'orphan');
    mkdirSync(place);
    copyFileSync(builtChild, join(place, 'child.js'));
    const loaded = join(place, 'loaded');
    writeFileSync(
      join(place, 'inside.js'),
      `import { writeFileSync } from 'node:fs';
       process.send('begun');
       await new Promise((resolve) => setTimeout(resolve, 1000));
       writeFileSync(${JSON.stringify(loaded)}, '');`,
    );
    const parent = `import { fork } from 'node:child_process';
      const options = { execArgv: [], stdio: ['ignore', 'inherit', 'ignore', 'ipc'] };
      const child = fork(${JSON.stringify(join(place, 'child.js'))}, options);
      child.once('message', () => process.kill(process.pid, 'SIGKILL'));`;
    // The output ends when the last one who holds it has ended.
    const { signal } = spawnSync(process.execPath, ['--input-type=module', '-e', parent]);
    expect([signal, existsSync(loaded)]).toEqual(['SIGKILL', false]);
  });

  test('the child has no network', async () => {
    const probe = `
      import dgram from 'node:dgram';
      import dns, { lookup } from 'node:dns';
      import http, { get } from 'node:http';
      import http2 from 'node:http2';
      import https from 'node:https';
      import inspector from 'node:inspector';
      import net, { connect, Server, Socket } from 'node:net';
      import tls from 'node:tls';
      await import('../contained/child.js');
      const tries = {
        connect: () => connect(9), socket: () => new Socket().connect(9), listen: () => new Server().listen(0),
        server: () => net.createServer(), tls: () => tls.connect(9), get: () => get('http://127.0.0.1:9'),
        request: () => http.request('http://127.0.0.1:9'), https: () => https.get('https://127.0.0.1:9'),
        client: () => new http.ClientRequest('http://127.0.0.1:9'), web: () => http.createServer(),
        listening: () => new http.Server().listen(0), secure: () => new tls.Server().listen(0),
        http2: () => http2.connect('http://127.0.0.1:9'), udp: () => dgram.createSocket('udp4'),
        bind: () => new dgram.Socket('udp4').bind(), lookup: () => lookup('localhost', () => undefined),
        resolve: () => dns.promises.resolve('localhost'), resolver: () => new dns.Resolver().resolve4('a', () => 1),
        resolvers: () => new dns.promises.Resolver().resolve4('a'), binding: () => process.binding('tcp_wrap'),
        fetch: () => fetch('http://127.0.0.1:9'), inspector: () => inspector.open(0), again: () => net.connect(9),
        back: () => { net.connect = Socket; if (net.connect === Socket) return; throw new Error('not put back'); },
      };
      const open = Object.entries(tries).flatMap(([name, act]) => {
        try { act()?.on?.('error', () => undefined); return [name]; } catch { return []; }
      });
      process.send({ kind: 'failed', because: '[' + open.join() + ']' });`;
    pool = startPool(1, {}, badChild('network', probe));
    // The child's own review waits for ever: only the probe answers.
    const silent = { ...pullRequest(before, after), list: () => new Promise<never>(() => undefined) };
    const failure = pool.analyse(silent, request);
    await expect(failure).rejects.toThrow('analysed: [].');
  });

  test('the child has no environment and cannot write or start anything', async () => {
    const probe = `
      import { writeFileSync } from 'node:fs';
      import { spawnSync } from 'node:child_process';
      const tried = (act) => { try { act(); return 'allowed'; } catch (error) { return error.code; } };
      process.on('message', () => process.send({ kind: 'failed', because: [
        Object.keys(process.env).filter((name) => !name.startsWith('NODE_CHANNEL')).join(),
        tried(() => writeFileSync('/tmp/postern-probe', 'x')), tried(() => spawnSync('true')) ].join('|') }));`;
    pool = startPool(1, {}, badChild('probe', probe));
    const failure = pool.analyse(pullRequest(before, after), request);
    await expect(failure).rejects.toThrow('|ERR_ACCESS_DENIED|ERR_ACCESS_DENIED');
  });
});

test('packages may be a link to a folder elsewhere', () => {
  const place = realpathSync(mkdtempSync(join(tmpdir(), 'links-')));
  const [app, packages] = [join(place, 'app'), join(place, 'packages')];
  for (const one of [app, packages]) mkdirSync(one);
  symlinkSync(packages, join(app, 'node_modules'));
  const folders = readableFolders(join(app, 'dist'));
  rmSync(place, { recursive: true });
  expect(folders.filter((one) => one.startsWith(place))).toEqual([
    join(app, 'node_modules'),
    packages,
    join(app, 'dist'),
  ]);
});
