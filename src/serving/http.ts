import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** A page or an answer for machines. */
export interface Page {
  readonly status: number;
  readonly text: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is answered on a path; undefined: the handler answered itself. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<Page | undefined>;

/** By method and path: `GET /healthz`. */
export type Routes = Readonly<Record<string, Handler>>;

/** GitHub itself gives up after ten seconds. */
interface Patience {
  readonly request: number;
  readonly headers: number;
  /** How often is looked who takes too long. */
  readonly check: number;
  readonly idle: number;
}

const usualPatience: Patience = { request: 20_000, headers: 15_000, check: 5000, idle: 10_000 };
const mostConnections = 512;

/** An HTTP server that neither slow nor many callers hold up. */
export function serveRoutes(
  routes: Routes,
  onError: (error: unknown) => void,
  patience: Patience = usualPatience,
): Server {
  const server = createServer(
    {
      requestTimeout: patience.request,
      headersTimeout: patience.headers,
      connectionsCheckingInterval: patience.check,
      keepAliveTimeout: patience.idle,
      maxHeaderSize: 16_384,
    },
    (request, response) => {
      answer(routes, request, response).catch((error: unknown) => {
        onError(error);
        response.destroy();
      });
    },
  );
  server.maxConnections = mostConnections;
  return server;
}

async function answer(routes: Routes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url?.split('?')[0] ?? '';
  const handler = routes[`${request.method} ${path}`];
  const page = handler === undefined ? notFound : await handler(request, response);
  if (page === undefined) return;
  const { status, text, type = 'text/plain', headers = {} } = page;
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, ...headers }).end(text);
  // Whatever came with it is not read.
  if (!request.readableEnded) request.resume();
}

const notFound: Page = { status: 404, text: 'not found\n' };

/** Listens, or says why not. */
export function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
}

/** Milliseconds that senders have to end what they began to send, and between two looks who has. */
const lastWords = 5000;
const lookEvery = 50;

/** Takes nothing new in, and answers what is under way. A connection that is kept for a next request is not waited for. */
export async function endServer(server: Server): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), lastWords);
  const looking = setInterval(() => server.closeIdleConnections(), lookEvery);
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeIdleConnections();
  });
  clearTimeout(timer);
  clearInterval(looking);
}
