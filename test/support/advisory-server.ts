import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the server answers one request; undefined: never. */
export interface Reply {
  readonly status?: number;
  readonly body?: unknown;
  /** Sent as it is instead of JSON. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

export interface AdvisoryServer {
  readonly address: string;
  readonly asked: readonly Asked[];
  readonly close: () => Promise<void>;
}

type Answer = (asked: Asked, count: number) => Reply | undefined;

/** A local advisory service that answers as it is told. `count` is how often that path was asked before. */
export async function startAdvisoryServer(answer: Answer): Promise<AdvisoryServer> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const one = { method: request.method ?? '', path: request.url ?? '', body };
      const before = asked.filter(({ path }) => path === one.path).length;
      asked.push(one);
      send(response, answer(one, before));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, asked, close: () => closed(server) };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
}

function send(response: ServerResponse, reply: Reply | undefined): void {
  if (reply === undefined) return;
  response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers });
  response.end(reply.text ?? JSON.stringify(reply.body ?? {}));
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
