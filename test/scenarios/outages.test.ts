import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readManifest } from '../../sandbox/app.js';
import { outage } from '../../sandbox/bars/outage.js';
import { type AppProcess, startApp } from '../../sandbox/demo/app-process.js';
import type { Sandbox } from '../../sandbox/sandbox.js';
import { startTestSandbox } from '../support/sandbox.js';
import { openTemplate, soundFiles } from '../support/scenario.js';
import { freshServed, testServer } from '../support/served.js';
import { freshDirectory } from '../support/store.js';

/** The built server, as it is deployed: `npm test` builds it first. */
const entry = 'dist/server.js';
/** Processes are started: on a loaded machine that alone takes half a minute. */
const patience = { check: 90_000, test: 200_000 };
const files = { 'template.yaml': openTemplate };

let sandbox: Sandbox;
let app: AppProcess | undefined;
beforeEach(async () => {
  sandbox = await startTestSandbox();
});
afterEach(async () => {
  await app?.stop();
  await sandbox.stop();
});

/** Every Date of the process is off by so many seconds. */
function clockOff(seconds: number): string {
  const program = `const Real = Date; const off = ${seconds * 1000};
    globalThis.Date = class extends Real {
      constructor(...given) { if (given.length === 0) super(Real.now() + off); else super(...given); }
      static now() { return Real.now() + off; }
    };`;
  return `--import=data:text/javascript,${encodeURIComponent(program)}`;
}

test(
  'a clock that is ten minutes behind, and one an hour ahead: the review is concluded all the same',
  async () => {
    const other = await startTestSandbox();
    const conclusionAt = async (world: Sandbox, seconds: number) => {
      const environment = { NODE_OPTIONS: clockOff(seconds) };
      const started = await startApp(world, { entry, data: freshDirectory(), environment });
      const repository = await world.createRepository({ files: soundFiles });
      const pull = await world.openPullRequest(repository, { files });
      const { conclusion } = await world.waitForCheck(pull, { milliseconds: patience.check });
      await started.stop();
      return conclusion;
    };
    const conclusions = await Promise.all([conclusionAt(sandbox, -600), conclusionAt(other, 3600)]);
    await other.stop();
    expect(conclusions).toEqual(['failure', 'failure']);
  },
  patience.test,
);

/** A small disk of its own needs root. */
const smallDisk = process.getuid?.() === 0 && process.platform === 'linux' ? test : test.skip;

smallDisk(
  'a full disk: webhooks are refused and said so; when there is room they are asked for again',
  async () => {
    const mount = mkdtempSync(path.join(tmpdir(), 'disk-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=150m', 'tmpfs', mount]);
    try {
      cpSync(freshDirectory(), mount, { recursive: true });
      const environment = { RECOVERY_SECONDS: '1', NODE_OPTIONS: '' };
      app = await startApp(sandbox, { entry, data: mount, environment });
      const repository = await sandbox.createRepository({ files: soundFiles });
      const filler = path.join(mount, 'filler');
      execFileSync('sh', ['-c', `head -c 300m /dev/zero > ${filler} 2>/dev/null || true`]);
      const refused = await refusedPull();
      expect(app.output()).toContain('The webhook could not be stored');
      rmSync(filler);
      expect(await sandbox.waitForCheck(refused, { milliseconds: patience.check })).toMatchObject({
        conclusion: 'failure',
      });

      /** Pages that are there already take some more. */
      async function refusedPull() {
        for (let number = 1; number < 200; number += 1) {
          const pull = await sandbox.openPullRequest(repository, { files: { ...files, [`${number}.txt`]: 'x' } });
          if (sandbox.deliveries().some(({ status }) => status === 503)) return pull;
        }
        throw new Error('No webhook was refused.');
      }
    } finally {
      await app?.stop();
      app = undefined;
      execFileSync('umount', ['-l', mount]);
      rmSync(mount, { recursive: true });
    }
  },
  patience.test,
);

const onServer = testServer === undefined ? test.skip : test;

onServer(
  'a database that goes away and comes back: webhooks are refused meanwhile, and nothing is lost',
  async () => {
    const { url, drop } = await freshServed();
    const figures = await outage({
      app: readManifest('app.yml'),
      entry,
      databaseUrl: url,
      workers: 1,
      processes: 1,
      seed: 1,
      isShort: true,
      print: () => undefined,
    });
    await drop();
    expect(figures.filter(({ isMet }) => !isMet)).toEqual([]);
    expect(figures.find(({ name }) => name.startsWith('/readyz'))?.value).toBe('503');
  },
  patience.test,
);
