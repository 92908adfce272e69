// A whole review of a change of 20 templates, GitHub's own time aside. Build first: npm run build && node bench/review.mjs
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import { startPool } from '../dist/contained/pool.js';
import { adviseNothing } from '../dist/judgement/judge.js';
import { catalogue } from '../dist/policies/catalogue.js';
import { review } from '../dist/review.js';
import { defaultSettings } from '../dist/settings/defaults.js';
import { readManifest } from '../dist-sandbox/app.js';
import { startApp } from '../dist-sandbox/demo/app-process.js';
import { startSandbox } from '../dist-sandbox/sandbox.js';
import { makeTemplates } from './templates.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const runs = 20;
const request = { settings: defaultSettings(), date: '2026-11-25', advise: adviseNothing };

const before = makeTemplates(20);
/** Each template changes; every fifth loses what protects it. */
const after = new Map(
  [...before].map(([name, text], index) => [
    name,
    index % 5 === 0
      ? text.replace('        DefaultAuthorizer: AWS_IAM\n', '        ApiKeyRequired: false\n')
      : text.replace('Timeout: 10', 'Timeout: 15'),
  ]),
);
const sides = { base: before, head: after };
const pull = {
  changedFiles: [...after.keys()].map((name) => ({ path: name, status: 'modified' })),
  truncated: false,
  list: async (side) => [...sides[side].keys()],
  read: async (side, paths) => new Map(paths.map((name) => [name, sides[side].get(name)])),
  unread: () => [],
};

function parseBoth() {
  for (const text of [...before.values(), ...after.values()])
    parseDocument(text, { keepSourceTokens: true, uniqueKeys: false, logLevel: 'silent' });
}

/** Milliseconds of each run, sorted; a few are made first to be warm. */
async function times(run) {
  for (let round = 0; round < 5; round += 1) await run(round);
  const measured = [];
  for (let round = 0; round < runs; round += 1) {
    const started = performance.now();
    const told = await run(round + 5);
    measured.push(told ?? performance.now() - started);
  }
  return measured.sort((left, right) => left - right);
}

const median = (sorted) => sorted[Math.floor(sorted.length / 2)];
const megabytes = (bytes) => Math.round(bytes / 1024 / 1024);

/** Milliseconds in which at least one of the calls was with GitHub. */
function timeIn(calls) {
  let total = 0;
  let until = 0;
  for (const { at, finishedAt = at } of [...calls].sort((left, right) => left.at - right.at)) {
    total += Math.max(0, finishedAt - Math.max(at, until));
    until = Math.max(until, finishedAt);
  }
  return total;
}

const bare = median(await times(async () => parseBoth()));
const print = (what, sorted, more = '') => {
  const [middle, worst] = [median(sorted), sorted.at(-1)];
  const ratio = (middle / bare).toFixed(1);
  console.log(`${what}: median ${middle.toFixed(0)} ms (ratio ${ratio}), slowest ${worst.toFixed(0)} ms${more}`);
};
console.log(`20 templates before and after, ${runs} runs each: bare parse ${bare.toFixed(0)} ms`);

let findings = 0;
const inProcess = await times(async () => {
  const said = await review(pull, { policies: catalogue, ...request });
  findings = said.findings.filter(({ status }) => status === 'introduced').length;
});
print('in this process', inProcess, `, ${findings} new problems, ${megabytes(process.memoryUsage().rss)} MB`);

const pool = startPool(1);
const contained = await times(async () => {
  await pool.analyse(pull, request);
});
pool.close();
print('in a contained child', contained);

const sandbox = await startSandbox({ app: readManifest(path.join(root, 'app.yml')) });
const app = await startApp(sandbox, { entry: path.join(root, 'dist/server.js') });
const { announce } = sandbox.world;
let calls = 0;
let announced = 0;
sandbox.world.announce = (announcement) => {
  if (announcement.subject.event === 'pull_request') announced = Date.now();
  return announce(announcement);
};
try {
  const whole = await times(async (round) => {
    const repository = await sandbox.createRepository({ files: Object.fromEntries(before), name: `shop-${round}` });
    await sleep(1000);
    const mark = sandbox.mark();
    const opened = await sandbox.openPullRequest(repository, { files: Object.fromEntries(after) });
    await sandbox.waitForCheck(opened);
    const made = sandbox.world.calls.slice(mark);
    calls = made.length;
    return Math.max(...made.map(({ finishedAt = 0 }) => finishedAt)) - announced - timeIn(made);
  });
  const pauses = 'the pauses of a second between writes included';
  print('by the app in the sandbox, from webhook to check', whole, `, ${calls} calls to GitHub, ${pauses}`);
} finally {
  await app.stop();
  await sandbox.stop();
}
