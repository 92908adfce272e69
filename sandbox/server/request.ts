import type { IncomingMessage } from 'node:http';
import type { World } from '../world.js';
import type { Call } from './call.js';
import { refusal } from './refusal.js';

/** A request, read whole. */
export interface Request {
  readonly method: string;
  readonly url: string;
  /** Without the prefix of the API. */
  readonly path: string;
  readonly isGraphql: boolean;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  readonly raw: Buffer;
  readonly header: (name: string) => string | undefined;
}

function queryOf(url: URL): Readonly<Record<string, string | readonly string[]>> {
  const names = new Set(url.searchParams.keys());
  return Object.fromEntries(
    [...names].map((name) => {
      const values = url.searchParams.getAll(name);
      return [name.replace(/\[\]$/, ''), values.length > 1 ? values : (values[0] ?? '')];
    }),
  );
}

export async function readRequest(world: World, incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const url = new URL(incoming.url ?? '/', world.address);
  return {
    method: incoming.method ?? 'GET',
    url: url.href,
    path: url.pathname.replace(/^\/api\/v3(?=\/|$)/, '') || '/',
    isGraphql: url.pathname === '/api/graphql',
    query: queryOf(url),
    raw: Buffer.concat(chunks),
    header: (name) => incoming.headers[name]?.toString(),
  };
}

export function parseBody(request: Request): unknown {
  if (request.raw.length === 0) return undefined;
  try {
    return JSON.parse(request.raw.toString('utf8'));
  } catch {
    throw refusal(400, 'Problems parsing JSON', { violation: 'bad-json' });
  }
}

function ownerOf(world: World, { path, header }: Request): string | undefined {
  const secret = /^(?:bearer|token)\s+(.+)$/i.exec(header('authorization') ?? '')?.[1];
  const asked = Number(/^\/app\/installations\/(\d+)\/access_tokens$/.exec(path)?.[1]);
  const installation =
    world.tokens.get(secret ?? '')?.installation ?? world.installations.find(({ id }) => id === asked);
  return installation?.account.login;
}

/** The record of a call, kept from the moment it arrives. */
export function recordCall(world: World, request: Request): Call {
  const call: Call = {
    sequence: world.calls.length + 1,
    at: Date.now(),
    method: request.method,
    path: new URL(request.url).pathname,
    route: `${request.method} ${request.path}`,
    owner: ownerOf(world, request),
    status: 0,
    body: undefined,
    answerBytes: 0,
    writes: request.method !== 'GET',
    finishedAt: undefined,
  };
  world.calls.push(call);
  return call;
}
