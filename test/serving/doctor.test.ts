import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readManifest } from '../../sandbox/app.js';
import type { Sandbox } from '../../sandbox/sandbox.js';
import type { Diagnosis } from '../../src/serving/doctor/diagnosis.js';
import { examine } from '../../src/serving/doctor/doctor.js';
import { runIn } from '../support/command.js';
import { startTestSandbox } from '../support/sandbox.js';
import { freshDirectory } from '../support/store.js';

const manifest = readManifest('app.yml');
let sandbox: Sandbox;
let server: Server;
/** What the server at the webhook's address answers. */
let answer = 202;
const data = freshDirectory();

beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(answer).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  answer = 202;
});
afterEach(() => sandbox.stop());

const hook = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/github/webhooks`;

async function start(app = manifest): Promise<void> {
  sandbox = await startTestSandbox({ app });
  sandbox.sendWebhooksTo(hook());
}

/** All that is not well, by what it is about. */
async function trouble(changed: Readonly<Record<string, string | undefined>> = {}, now?: () => number) {
  const variables = { ...sandbox.environment, DATA_DIR: data, ADVISORIES: 'off', ...changed };
  const found = (await examine(variables, now)) ?? [];
  return found.filter(({ state }) => state !== 'well').map(summary);
}

const summary = ({ about, state, says }: Diagnosis) => `${state} ${about}: ${says}`;
/** Of a sandbox: it speaks http, nothing was delivered, and nobody is asked for advisories. */
const usual = [
  'doubtful webhook: Webhooks are sent in the clear.',
  'doubtful deliveries: GitHub has sent nothing for three days.',
  'doubtful advisories: Nobody is asked about known vulnerabilities.',
];
const beyondUsual = (found: readonly string[]) => found.filter((one) => !usual.includes(one));

test('a sound deployment needs nothing', async () => {
  await start();
  expect(await trouble()).toEqual(usual);
  expect(sandbox.violations()).toEqual([]);
});

describe('the app on GitHub', () => {
  test('is compared with app.yml', async () => {
    const { checks: _, ...permissions } = manifest.permissions;
    await start({ ...manifest, permissions: { ...permissions, actions: 'read' }, events: ['pull_request'] });
    expect(beyondUsual(await trouble())).toEqual([
      'wrong permissions: The app lacks checks: write.',
      'doubtful permissions: The app has more than it uses: actions: read.',
      'wrong events: The app is not subscribed to merge_group, push.',
      'wrong installations: acme has not granted checks: write, the event merge_group, the event push.',
    ]);
  });

  test('may have been accepted by its owners in an older form, suspended, or installed nowhere', async () => {
    await start();
    const old = sandbox.install('old');
    Object.assign(old, { permissions: { ...old.permissions, checks: 'read' } });
    sandbox.install('paused');
    sandbox.suspend('paused');
    expect(beyondUsual(await trouble())).toEqual([
      'wrong installations: old has not granted checks: write.',
      'doubtful installations: paused has suspended the app.',
    ]);
    for (const owner of ['acme', 'old', 'paused']) sandbox.uninstall(owner);
    expect(beyondUsual(await trouble())).toEqual(['doubtful installations: The app is installed nowhere.']);
  });

  test('is not the one of another key', async () => {
    await start();
    const other = await startTestSandbox();
    const found = await trouble({ PRIVATE_KEY: other.environment.PRIVATE_KEY });
    await other.stop();
    expect(found).toEqual([expect.stringContaining('wrong GitHub App: GitHub refuses the app')]);
  });

  test('cannot be seen while GitHub is away', async () => {
    await start();
    expect(await trouble({ GHE_HOST: '127.0.0.1:9' })).toEqual([
      expect.stringContaining('wrong GitHub App: GitHub cannot be reached'),
    ]);
  });
});

test.each([
  [-30_000, /^doubtful clock: The clock is (29|30|31) s behind GitHub's\.$/],
  [90_000, /^wrong clock: The clock is (89|90|91) s ahead of GitHub's\.$/],
])('a clock that is %i ms off is told', async (off, expected) => {
  await start();
  const found = beyondUsual(await trouble({}, () => Date.now() + off));
  expect(found).toEqual([expect.stringMatching(expected)]);
});

test('what is missing is to be added on the page of the app settings', async () => {
  await start({ ...manifest, events: [] });
  const found = await examine({ ...sandbox.environment, DATA_DIR: data, ADVISORIES: 'off' });
  const { change } = found?.find(({ about }) => about === 'events') ?? {};
  expect(change).toBe(
    `Subscribe to it at ${sandbox.world.address}/organizations/app-owner/settings/apps/postern/permissions.`,
  );
});

describe('the webhook', () => {
  test.each([
    [401, 'wrong webhook: The server at HOOK has another secret.'],
    [404, 'wrong webhook: What answers at HOOK (status 404) is not Postern.'],
    [503, 'wrong webhook: The server at HOOK cannot store webhooks.'],
  ])('that is answered with %i', async (status, expected) => {
    await start();
    answer = status;
    expect(beyondUsual(await trouble())).toEqual([expected.replace('HOOK', hook())]);
  });

  test('that has no address, another path, or nobody there', async () => {
    await start();
    sandbox.sendWebhooksTo(undefined);
    expect(await trouble()).toContain('wrong webhook: GitHub sends no webhooks: the app has no address.');
    sandbox.sendWebhooksTo('http://127.0.0.1:9/hooks');
    expect(await trouble()).toEqual(
      expect.arrayContaining([
        'doubtful webhook: Webhooks are sent to /hooks, and this server takes them at /api/github/webhooks.',
        expect.stringContaining('doubtful webhook: Nobody answers at http://127.0.0.1:9/hooks'),
      ]),
    );
  });

  test('whose latest deliveries failed, and failed before the latest', async () => {
    await start();
    const ping = { event: 'ping', action: undefined, payload: { zen: 'z' } };
    answer = 502;
    await sandbox.deliver(ping);
    expect(await trouble()).toContain("wrong deliveries: 1 of GitHub's latest 1 webhooks failed (502).");
    answer = 202;
    await sandbox.deliver(ping);
    expect(await trouble()).toContain("doubtful deliveries: 1 of GitHub's latest 2 webhooks failed (502).");
  });
});

describe('the rest', () => {
  test.each([
    ['a store in memory', { DATA_DIR: 'none' }, 'wrong store: The store is in memory only.'],
    ['a server that is not there', { DATABASE_URL: 'postgres://127.0.0.1:9/x' }, 'wrong store: DATABASE_URL cannot'],
    ['advisories that are not there', { ADVISORIES: '/nowhere' }, 'wrong advisories: ADVISORIES (/nowhere) cannot'],
    ['a setting that cannot be read', { WORKERS: 'many' }, 'wrong settings: WORKERS is "many"'],
  ])('%s', async (_, changed, expected) => {
    await start();
    expect(await trouble(changed)).toContainEqual(expect.stringContaining(expected));
  });

  test('advisories that know what is known for years are well', async () => {
    await start();
    const records = mkdtempSync(path.join(tmpdir(), 'osv-'));
    const affected = [{ package: { ecosystem: 'npm', name: 'lodash' }, versions: ['4.17.15'] }];
    const record = { id: 'GHSA-1', modified: '2024-01-01T00:00:00Z', affected };
    writeFileSync(path.join(records, 'GHSA-1.json'), JSON.stringify(record));
    expect(await trouble({ ADVISORIES: records })).toEqual(usual.slice(0, 2));
    writeFileSync(path.join(records, 'GHSA-1.json'), JSON.stringify({ ...record, affected: [] }));
    expect(await trouble({ ADVISORIES: records })).toContainEqual(expect.stringContaining('knows nothing of lodash'));
    rmSync(records, { recursive: true });
  });
});

describe('the command', () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  test('says what to change, and exits 1 only when something has to', async () => {
    await start();
    Object.assign(process.env, sandbox.environment, { DATA_DIR: data, ADVISORIES: 'off' });
    const sound = await runIn(data, ['doctor']);
    expect([sound.status, sound.stderr]).toEqual([0, '']);
    expect(sound.stdout).toContain('0 to change, 3 to look at.');
    answer = 401;
    const broken = await runIn(data, ['doctor', '--format', 'json']);
    expect(broken.status).toBe(1);
    expect(JSON.parse(broken.stdout).diagnoses).toContainEqual(
      expect.objectContaining({ about: 'webhook', state: 'wrong', change: expect.stringContaining('WEBHOOK_SECRET') }),
    );
  });

  test('has nothing to look at before the app is registered', async () => {
    await start();
    const { status, stderr } = await runIn(data, ['doctor']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('APP_ID is not set')]);
  });
});
