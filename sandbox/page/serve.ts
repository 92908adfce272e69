import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rerequestRun } from '../scenes/checks.js';
import { applySuggestion } from '../scenes/suggestions.js';
import type { Pull, World } from '../world.js';
import { pageOf, versionOf } from './pull-view.js';

const safety = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
};

interface Shown {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly location?: string;
}

function asset(name: string, type: string): Shown {
  return { status: 200, type, body: readFileSync(new URL(name, import.meta.url), 'utf8') };
}

function plain(status: number, body: string): Shown {
  return { status, type: 'text/plain; charset=utf-8', body };
}

function back(anchor: string): Shown {
  return { status: 303, type: 'text/plain', body: '', location: `/${anchor}` };
}

async function commitSuggestion(world: World, pull: Pull, id: number): Promise<Shown> {
  const comments = world.threads.filter((thread) => thread.pull === pull).flatMap((thread) => thread.comments);
  const comment = comments.find((each) => each.id === id);
  if (comment === undefined) return plain(404, 'There is no such comment.');
  const applied = await applySuggestion(world, comment);
  return 'refused' in applied ? plain(422, applied.refused) : back('');
}

async function rerun(world: World, id: number): Promise<Shown> {
  const run = world.checkRuns.find((each) => each.id === id);
  if (run === undefined) return plain(404, 'There is no such check run.');
  await rerequestRun(world, run);
  return back('');
}

/** A page of another site must not press our buttons. */
function isOwn(request: IncomingMessage): boolean {
  const host = request.headers.host ?? '';
  const { origin } = request.headers;
  return /^(localhost|127\.0\.0\.1):\d+$/.test(host) && (origin === undefined || origin === `http://${host}`);
}

async function answer(world: World, pull: Pull, request: IncomingMessage): Promise<Shown> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (!isOwn(request)) return plain(403, 'Not from here.');
  const [, suggestion, check] = /^\/(?:suggestions\/(\d+)|checks\/(\d+)\/rerun)$/.exec(pathname) ?? [];
  if (request.method === 'POST') {
    if (suggestion !== undefined) return commitSuggestion(world, pull, Number(suggestion));
    return check === undefined ? plain(404, 'There is no such button.') : rerun(world, Number(check));
  }
  switch (pathname) {
    case '/':
      return { status: 200, type: 'text/html; charset=utf-8', body: await pageOf(world, pull) };
    case '/version':
      return plain(200, versionOf(world, pull));
    case '/page.css':
      return asset('page.css', 'text/css; charset=utf-8');
    case '/page.js':
      return asset('page.js', 'text/javascript; charset=utf-8');
    default:
      return plain(404, 'There is only one page: /');
  }
}

function send(response: ServerResponse, { status, type, body, location }: Shown): void {
  response.writeHead(status, { ...safety, 'content-type': type, ...(location === undefined ? {} : { location }) });
  response.end(body);
}

export interface PageServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Serves a pull request as a page on a free port of this machine. */
export async function servePage(world: World, pull: Pull, port = 0): Promise<PageServer> {
  const server: Server = createServer((request, response) => {
    answer(world, pull, request)
      .then((shown) => send(response, shown))
      .catch((error: unknown) => send(response, plain(500, String(error))));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
