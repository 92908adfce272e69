import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Probot } from 'probot';
import type { Sandbox } from '../../sandbox/sandbox.js';
import postern from '../../src/app.js';
import type { Pool } from '../../src/contained/pool.js';
import type { Advisor } from '../../src/jobs/advisories.js';
import { forgetfulJournal } from '../../src/jobs/journal.js';
import type { Queue } from '../../src/jobs/queue.js';
import { containedReviewer } from '../../src/jobs/reviewer.js';
import { adviseNothing } from '../../src/judgement/judge.js';
import { catalogue } from '../../src/policies/catalogue.js';
import { wordsOf } from '../../src/report/words.js';
import { review } from '../../src/review.js';
import { receiveWebhook } from '../../src/webhooks/receiver.js';
import { probotOptions } from './sandbox.js';

/** Analyses in this process: what a contained child would do, without its start. */
const openPool: Pool = {
  analyse: (pull, request) => review(pull, { policies: catalogue, ...request }),
  close: () => undefined,
};

export interface RunningPostern {
  /** Resolves when everything that was asked for is done. */
  readonly idle: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Nobody is asked about advisories, unless a test says who. */
const noAdvisor: Advisor = async () => adviseNothing;

function startQueue(probot: Probot, advisor: Advisor): Queue {
  const reviewer = containedReviewer(
    openPool,
    catalogue.map(({ id }) => id),
    advisor,
  );
  const words = wordsOf(catalogue, undefined);
  return postern(probot, { reviewer, words, journal: forgetfulJournal(), workers: 2, pauses: [50, 50] });
}

/** Runs the app in this process, unpaced, and has the sandbox's webhooks sent to it. */
export async function runPostern(sandbox: Sandbox, advisor = noAdvisor): Promise<RunningPostern> {
  const probot = new Probot(probotOptions(sandbox));
  const queue = startQueue(probot, advisor);
  const server = createServer((request, response) => {
    void receiveWebhook(request, response, {
      verify: (payload, signature) => probot.webhooks.verify(payload, signature),
      receive: (event) => probot.receive(event as Parameters<Probot['receive']>[0]),
      onError: () => undefined,
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  sandbox.sendWebhooksTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return {
    idle: () => queue.drain(),
    async stop() {
      await queue.drain();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
