// A burst: 1,000 webhooks of 300 pull requests of 10 installations within ten seconds, and what becomes of them.
// Build first: npm run build && node bench/burst.mjs [--workers N]; with DATABASE_URL the store is served.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readManifest } from '../dist-sandbox/app.js';
import { startApp } from '../dist-sandbox/demo/app-process.js';
import { startSandbox } from '../dist-sandbox/sandbox.js';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({ options: { workers: { type: 'string', default: '2' } } });
const counts = { installations: 10, pulls: 300, webhooks: 1000, pushed: 200 };
const spread = 10_000;
const patience = 600_000;

const template = (number, auth) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Hello:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src
      Handler: index.handler
      Runtime: nodejs24.x
      MemorySize: ${128 + number}
      FunctionUrlConfig: { AuthType: ${auth} }
`;

/** Megabytes of a process and its children. */
function memoryOf(pid) {
  const own = Number(/VmRSS:\s+(\d+)/.exec(statusOf(pid))?.[1] ?? 0) / 1024;
  const children = readdirSync('/proc').filter(
    (one) => /^\d+$/.test(one) && new RegExp(`PPid:\\s+${pid}\\n`).test(statusOf(one)),
  );
  return children.reduce((sum, child) => sum + memoryOf(child), own);
}

function statusOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}

const sandbox = await startSandbox({ app: readManifest(path.join(root, 'app.yml')) });
const owners = ['acme', ...Array.from({ length: counts.installations - 1 }, (_, index) => `org-${index + 1}`)];
for (const owner of owners.slice(1)) sandbox.install(owner);
const pulls = [];
for (let number = 0; number < counts.pulls; number += 1) {
  const owner = owners[number % owners.length];
  const known = sandbox.world.repositories.get(`${owner}/shop`);
  const repository =
    known ??
    (await sandbox.createRepository({ owner, name: 'shop', files: { 'template.yaml': template(0, 'AWS_IAM') } }));
  pulls.push(await sandbox.openPullRequest(repository, { files: { 'template.yaml': template(number, 'NONE') } }));
}
for (const [number, pull] of pulls.slice(0, counts.pushed).entries())
  await sandbox.pushTo(pull, { 'template.yaml': template(number + 1000, 'NONE') });
const events = sandbox.deliveries().filter(({ event }) => event === 'pull_request');
const others = Array.from({ length: counts.webhooks - events.length }, (_, index) => {
  const { payload } = events[index % events.length];
  return { event: 'pull_request', action: 'labeled', payload: { ...payload, action: 'labeled' } };
});
const messages = [...events, ...others].map(({ event, action, payload }) => ({ event, action, payload }));
sandbox.deliveries().length = 0;

const app = await startApp(sandbox, {
  entry: path.join(root, 'dist/server.js'),
  environment: {
    WORKERS: values.workers,
    ...(process.env.DATABASE_URL && { DATABASE_URL: process.env.DATABASE_URL }),
  },
});
const begun = Date.now();
let most = 0;
const watch = setInterval(() => {
  most = Math.max(most, memoryOf(app.pid));
}, 500);
await Promise.all(
  messages.map(async (message, index) => {
    await sleep((index * spread) / messages.length);
    await sandbox.deliver(message);
  }),
);
const open = () => pulls.filter((pull) => !sandbox.checkRuns(pull).some(({ status }) => status === 'completed')).length;
while (open() > 0 && Date.now() - begun < patience) await sleep(250);
const seconds = (Date.now() - begun) / 1000;
clearInterval(watch);
const times = sandbox
  .deliveries()
  .map(({ milliseconds }) => milliseconds)
  .sort((one, other) => one - other);
const failed = sandbox.deliveries().filter(({ status }) => status !== 202).length;
const breaches = sandbox.violations().length;
console.log(
  `${values.workers} workers: answers median ${times[Math.floor(times.length / 2)]} ms, p99 ${times[Math.floor(times.length * 0.99)]} ms, ${failed} not accepted; ` +
    `${open()} of ${pulls.length} heads open after ${seconds.toFixed(0)} s, ${((pulls.length / seconds) * 60).toFixed(0)} reviews a minute; ` +
    `${most.toFixed(0)} MB at most; ${breaches} breaches of GitHub's rules`,
);
await app.stop();
await sandbox.stop();
process.exit(open() === 0 ? 0 : 1);
