import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

/** The built server, without an app id: `npm test` builds it first. */
let server: ChildProcess;
let github: Server;
let registered: Record<string, unknown>;
let page: URL;
const data = mkdtempSync(path.join(tmpdir(), 'setup-'));

beforeEach(async () => {
  registered = {
    id: 12,
    pem: '-----BEGIN-----\nabc\n-----END-----\n',
    webhook_secret: 's3cret',
    html_url: 'https://x.test/apps/p',
  };
  github = createServer((_, response) => {
    response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(registered));
  });
  await new Promise<void>((resolve) => github.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(github.address() as AddressInfo).port}`;
  const port = String(20_000 + Math.floor(process.pid % 10_000));
  server = spawn(process.execPath, ['dist/server.js'], {
    env: { PATH: process.env.PATH ?? '', PORT: port, DATA_DIR: data, GHE_HOST: host, GHE_PROTOCOL: 'http' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  page = await new Promise((resolve) => {
    let printed = '';
    server.stdout?.on('data', (chunk) => {
      printed += String(chunk);
      const address = /http:\S+token=\w+/.exec(printed)?.[0];
      if (address !== undefined) resolve(new URL(address));
    });
  });
});
afterEach(async () => {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
  await new Promise((resolve) => github.close(resolve));
  rmSync(data, { recursive: true, force: true });
});

const at = (pathname: string, query: Readonly<Record<string, string>>) => {
  const url = new URL(pathname, page.origin);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return fetch(url);
};

test('who has the token registers the app, once; what comes next is said, and probes are answered', async () => {
  const token = page.searchParams.get('token') ?? '';
  expect([(await at('/healthz', {})).status, (await at('/readyz', {})).status]).toEqual([200, 503]);
  expect((await at('/setup', { token: 'x'.repeat(token.length) })).status).toBe(403);
  expect(await (await fetch(page)).text()).toContain('Address under which GitHub reaches this server');
  const form = await (await at('/setup/register', { token, address: 'https://postern.example.com/x' })).text();
  expect(form).toContain('&quot;url&quot;:&quot;https://postern.example.com/api/github/webhooks&quot;');
  const state = /state=(\w+)/.exec(form)?.[1] ?? '';
  expect((await at('/setup/done', { state: 'wrong', code: 'c' })).status).toBe(403);
  const done = await at('/setup/done', { state, code: 'c' });
  expect(await done.text()).toContain('Restart Postern');
  const file = path.join(data, '.env');
  expect(readFileSync(file, 'utf8')).toBe(
    'APP_ID="12"\nPRIVATE_KEY="-----BEGIN-----\\nabc\\n-----END-----"\nWEBHOOK_SECRET="s3cret"\n',
  );
  expect([file, data].map((one) => (statSync(one).mode & 0o777).toString(8))).toEqual(['600', '700']);
  expect((await at('/setup/done', { state, code: 'c' })).status).toBe(403);
  expect((await fetch(page)).status).toBe(403);
});

test.each([
  ['a secret of two lines', { webhook_secret: 'a\nGHE_HOST=evil.test' }],
  ['a secret with a quote', { webhook_secret: 'a"\nGHE_HOST="evil.test' }],
  ['no key', { pem: undefined }],
])('%s is not written', async (_, changed) => {
  registered = { ...registered, ...changed };
  const token = page.searchParams.get('token') ?? '';
  const form = await (await at('/setup/register', { token, address: 'https://p.test' })).text();
  const state = /state=(\w+)/.exec(form)?.[1] ?? '';
  await at('/setup/done', { state, code: 'c' }).catch(() => undefined);
  expect(() => statSync(path.join(data, '.env'))).toThrow('ENOENT');
});

test('the import of a foreign app is no page: nothing that is sent there is written', async () => {
  const poison = new URLSearchParams({ appId: '1', pem: 'a', webhook_secret: 's\nGHE_HOST=evil.test' });
  const token = page.searchParams.get('token') ?? '';
  for (const target of ['/probot/import', '/setup', '/setup/done', `/setup?token=${token}`]) {
    const { status } = await fetch(new URL(target, page.origin), { method: 'POST', body: poison });
    expect([404, 405]).toContain(status);
  }
  expect(() => statSync(path.join(data, '.env'))).toThrow('ENOENT');
});
