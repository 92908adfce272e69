import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { numberIn } from '../environment.js';
import { impatientFetch } from '../pull-request/client.js';
import { type Credentials, writeEnvironment } from './credentials.js';
import { type Handler, listen, type Page, serveRoutes } from './http.js';
import { readManifest } from './manifest.js';
import { donePage, refusedPage, registerPage, startPage } from './setup-pages.js';

type Variables = Readonly<Record<string, string | undefined>>;

/** The addresses of a GitHub. */
interface Site {
  readonly web: string;
  readonly api: string;
}

interface Desk {
  readonly variables: Variables;
  readonly site: Site;
  /** What the operator read in the log. */
  readonly token: string;
  /** What GitHub sends back. */
  readonly state: string;
  /** Set when the app is registered: the page has done its work. */
  isDone: boolean;
}

/** The page that registers the app from `app.yml`. On loopback unless HOST says otherwise, and for who can read the log. */
export async function serveSetup(variables: Variables): Promise<void> {
  const host = variables.HOST || '127.0.0.1';
  const port = numberIn(variables, 'PORT', { standard: 3000, most: 65_535 });
  const [token, state] = [secret(), secret()];
  const desk: Desk = { variables, site: siteOf(variables), token, state, isDone: false };
  const server = serveRoutes(setupRoutes(desk), (error) => console.error(error));
  await listen(server, port, host);
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  console.log(
    `Postern is not registered yet: APP_ID is not set. To register it, open\n  http://${shown}:${port}/setup?token=${desk.token}`,
  );
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0));
}

function secret(): string {
  return randomBytes(24).toString('hex');
}

function setupRoutes(desk: Desk): Readonly<Record<string, Handler>> {
  return {
    'GET /healthz': async () => ({ status: 200, text: 'ok\n' }),
    'GET /readyz': async () => ({ status: 503, text: 'The app is not registered yet.\n' }),
    'GET /metrics': async () => ({ status: 200, text: '' }),
    'GET /setup': async (request) => (mayEnter(desk, request, 'token') ? page(startPage(desk.token)) : refused()),
    'GET /setup/register': async (request) => register(desk, request),
    'GET /setup/done': async (request) => finish(desk, request),
  };
}

function siteOf({ GHE_HOST: host, GHE_PROTOCOL: protocol }: Variables): Site {
  if (!host) return { web: 'https://github.com', api: 'https://api.github.com' };
  const web = `${protocol || 'https'}://${host}`;
  return { web, api: `${web}/api/v3` };
}

function queryOf(request: IncomingMessage): URLSearchParams {
  return new URL(request.url ?? '/', 'http://localhost').searchParams;
}

function mayEnter(desk: Desk, request: IncomingMessage, name: 'token' | 'state'): boolean {
  const given = Buffer.from(queryOf(request).get(name) ?? '');
  const wanted = Buffer.from(desk[name]);
  return !desk.isDone && given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Nothing of it is kept by browsers or shown in frames; no script runs; forms go to GitHub and back only. */
function page(text: string, status = 200): Page {
  const policy =
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self' https: http:; frame-ancestors 'none'";
  const headers = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'content-security-policy': policy };
  return { status, text, type: 'text/html', headers };
}

function refused(): Page {
  return page(refusedPage(), 403);
}

const organisationShape = z.string().regex(/^[\w-]{0,39}$/);

/** The form that sends the manifest to GitHub, once it is known where webhooks are to go. */
function register(desk: Desk, request: IncomingMessage): Page {
  if (!mayEnter(desk, request, 'token')) return refused();
  const query = queryOf(request);
  const organisation = organisationShape.safeParse(query.get('organisation') ?? '');
  const address = addressIn(query.get('address') ?? '');
  if (address === undefined || !organisation.success) {
    return page(
      startPage(desk.token, 'Write an address that begins with https://, and the name of an organisation or nothing.'),
      400,
    );
  }
  const under = organisation.data === '' ? '' : `/organizations/${organisation.data}`;
  const action = `${desk.site.web}${under}/settings/apps/new?state=${desk.state}`;
  const back = `http://${request.headers.host ?? '127.0.0.1'}/setup/done`;
  return page(registerPage(action, JSON.stringify(manifestFor(desk, address, back))));
}

function addressIn(written: string): string | undefined {
  if (!URL.canParse(written)) return undefined;
  const { protocol, origin } = new URL(written);
  return protocol === 'https:' || protocol === 'http:' ? origin : undefined;
}

function manifestFor({ variables }: Desk, address: string, back: string): unknown {
  const hook = { url: `${address}${variables.WEBHOOK_PATH || '/api/github/webhooks'}`, active: true };
  return { ...readManifest(), hook_attributes: hook, redirect_url: back };
}

const registeredShape = z.object({
  id: z.int().positive(),
  pem: z.string().min(1),
  webhook_secret: z.string().min(1),
  html_url: z.string(),
});

/** GitHub sent the operator back with a code: it is exchanged for the credentials, once. */
async function finish(desk: Desk, request: IncomingMessage): Promise<Page> {
  const code = queryOf(request).get('code') ?? '';
  if (!mayEnter(desk, request, 'state') || !/^[\w-]{1,100}$/.test(code)) return refused();
  const answer = await impatientFetch(`${desk.site.api}/app-manifests/${code}/conversions`, {
    method: 'POST',
    headers: { accept: 'application/vnd.github+json', 'user-agent': 'postern' },
  });
  const registered = registeredShape.safeParse(await answer.json().catch(() => undefined));
  if (!answer.ok || !registered.success) {
    return page(startPage(desk.token, `GitHub did not register the app (status ${answer.status}). Begin anew.`), 502);
  }
  const { id, pem, webhook_secret: secret, html_url: url } = registered.data;
  const credentials: Credentials = { APP_ID: String(id), PRIVATE_KEY: pem, WEBHOOK_SECRET: secret };
  const file = writeEnvironment(desk.variables.DATA_DIR, credentials);
  desk.isDone = true;
  console.log(`The app is registered; its credentials are in ${file}. Restart Postern, then install the app: ${url}`);
  return page(donePage(file, url));
}
