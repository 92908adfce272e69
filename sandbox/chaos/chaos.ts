import { setTimeout as sleep } from 'node:timers/promises';
import type { Manifest } from '../app.js';
import { type AppProcess, startApp } from '../demo/app-process.js';
import { type Sandbox, startSandbox } from '../sandbox.js';
import type { Pull, Repository } from '../world.js';
import { faultsOf } from './judge.js';
import { type Random, randomFrom } from './random.js';

export interface ChaosOptions {
  readonly app: Manifest;
  /** The built server: `dist/server.js`. */
  readonly entry: string;
  /** The same seed makes the same pushes and kills. */
  readonly seed: number;
  /** Heads that are pushed. */
  readonly reviews: number;
  /** Processes that share a served database; one when there is none. */
  readonly processes: number;
  /** Reviews at the same time in each. */
  readonly workers: number;
  readonly databaseUrl: string | undefined;
  /** Where an embedded store is kept. */
  readonly data: string;
  readonly print: (text: string) => void;
}

export interface ChaosResult {
  readonly heads: number;
  readonly kills: number;
  /** Webhooks that nobody answered. */
  readonly lost: number;
  readonly seconds: number;
  /** What should not be: empty when all went well. */
  readonly faults: readonly string[];
}

const organisations = ['acme', 'globex', 'initech', 'umbrella'];
/** Of a hundred steps so many kill a process, and so many push to a pull request that is open already. */
const chances = { kill: 20, push: 40 } as const;
/** Milliseconds without a concluded check after which what is missing counts as lost. */
const longestWait = 120_000;

interface Stage extends ChaosOptions {
  readonly sandbox: Sandbox;
  readonly random: Random;
  readonly repositories: readonly Repository[];
  readonly pulls: Pull[];
  /** By number; undefined while it is down. */
  readonly running: (AppProcess | undefined)[];
  kills: number;
}

/** Pushes and kills at random, then waits for calm and looks whether anything was lost or said twice. */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const begun = Date.now();
  const sandbox = await startSandbox({ app: options.app });
  for (const owner of organisations.slice(1)) sandbox.install(owner);
  const repositories: Repository[] = [];
  for (const owner of organisations) {
    repositories.push(await sandbox.createRepository({ owner, name: 'shop', files: { 'template.yaml': template(0) } }));
  }
  const random = randomFrom(options.seed);
  const stage: Stage = { ...options, sandbox, random, repositories, pulls: [], running: [], kills: 0 };
  try {
    for (let number = 0; number < options.processes; number += 1) await start(stage, number);
    for (let step = 0; step < options.reviews; step += 1) await act(stage, step);
    for (let number = 0; number < options.processes; number += 1) await start(stage, number);
    const faults = await untilCalm(stage);
    const lost = sandbox.deliveries().filter(({ status }) => status === 0).length;
    const seconds = Math.round((Date.now() - begun) / 1000);
    return { heads: options.reviews, kills: stage.kills, lost, seconds, faults };
  } finally {
    for (const process of stage.running) await process?.stop();
    await sandbox.stop();
  }
}

async function start(stage: Stage, number: number): Promise<void> {
  if (stage.running[number] !== undefined) return;
  const { sandbox, entry, data, databaseUrl, workers } = stage;
  const environment = {
    WORKERS: String(workers),
    RECOVERY_SECONDS: '2',
    LOG_LEVEL: 'info',
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
  };
  stage.running[number] = await startApp(sandbox, { entry, data, environment });
}

/** One step: something is pushed, perhaps after a process was killed, which then comes back or stays away for a while. */
async function act(stage: Stage, step: number): Promise<void> {
  const { random, running, pulls } = stage;
  if (random(100) < chances.kill) {
    const victim = random(running.length);
    stage.kills += running[victim] === undefined ? 0 : 1;
    await running[victim]?.kill();
    running[victim] = undefined;
  }
  for (const number of running.keys()) if (random(2) === 0) await start(stage, number);
  const pull = random(100) < chances.push ? pulls[random(pulls.length || 1)] : undefined;
  await (pull === undefined ? open(stage, step) : stage.sandbox.pushTo(pull, { 'template.yaml': template(step + 1) }));
  await sleep(random(600));
}

async function open({ sandbox, repositories, random, pulls }: Stage, step: number): Promise<void> {
  const repository = repositories[random(repositories.length)];
  if (repository === undefined) return;
  pulls.push(await sandbox.openPullRequest(repository, { files: { 'template.yaml': template(step + 1) } }));
}

/** Waits for as long as anything is still concluded: it is for others to say how fast. */
async function untilCalm(stage: Stage): Promise<readonly string[]> {
  const { sandbox, pulls, running, print } = stage;
  let [done, end] = [0, Date.now() + longestWait];
  for (;;) {
    const faults = faultsOf(sandbox, pulls);
    if (faults.length === 0) return faults;
    const now = sandbox.world.checkRuns.filter(({ status }) => status === 'completed').length;
    if (now > done) [done, end] = [now, Date.now() + longestWait];
    if (Date.now() > end) {
      printUnanswered(sandbox, print);
      for (const process of running) print(process?.output().slice(-20_000) ?? '');
      return faults;
    }
    await sleep(500);
  }
}

function printUnanswered(sandbox: Stage['sandbox'], print: Stage['print']): void {
  for (const { path, at, finishedAt } of sandbox.world.calls) {
    if (finishedAt === undefined) print(`without an answer since ${new Date(at).toISOString()}: ${path}`);
  }
}

/** A function URL that is open, and a number that differs. */
function template(number: number): string {
  return `Transform: AWS::Serverless-2016-10-31
Resources:
  Hello:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src
      Handler: index.handler
      Runtime: nodejs24.x
      MemorySize: ${128 + number}
      FunctionUrlConfig:
        AuthType: ${number === 0 ? 'AWS_IAM' : 'NONE'}
`;
}
