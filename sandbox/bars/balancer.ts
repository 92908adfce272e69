import { createServer, type IncomingMessage, type Server, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What stands before web processes: sends each webhook to one that is in it, in turn. */
export interface Balancer {
  readonly url: string;
  readonly add: (url: string) => Promise<void>;
  /** From now on nothing new goes there. */
  readonly remove: (url: string) => void;
  readonly close: () => Promise<void>;
}

export async function startBalancer(): Promise<Balancer> {
  const behind: string[] = [];
  let turn = 0;
  const server = createServer((incoming, response) => {
    turn += 1;
    forward(incoming, response, behind[turn % behind.length]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    add: async (url) => {
      await untilReady(url);
      behind.push(url);
    },
    remove: (url) => void behind.splice(behind.indexOf(url), 1),
    close: () => closed(server),
  };
}

function forward(incoming: IncomingMessage, response: ServerResponse, target: string | undefined): void {
  if (target === undefined) {
    response.writeHead(502).end();
    return;
  }
  const { method, headers, url = '/' } = incoming;
  const outgoing = send(new URL(url, target), { method, headers: { ...headers, connection: 'close' } }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  outgoing.on('error', () => {
    if (!response.headersSent) response.writeHead(502);
    response.end();
  });
  incoming.pipe(outgoing);
}

async function untilReady(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const isReady = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await sleep(100);
  }
  throw new Error(`${url} was not ready in 30 s.`);
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
