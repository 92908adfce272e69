import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Call } from './call.js';
import type { Answer } from './exchange.js';
import type { Request } from './request.js';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer | undefined;
}

const json = {
  'content-type': 'application/json; charset=utf-8',
  'x-github-media-type': 'github.v3; format=json',
  'x-github-api-version-selected': '2022-11-28',
};

export function jsonReply(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers: { ...json, ...headers }, bytes: Buffer.from(JSON.stringify(body)) };
}

export function replyOf(answer: Answer, headers: Readonly<Record<string, string>>): Reply {
  const status = answer.status ?? 200;
  if (answer.bytes !== undefined) {
    const type = answer.type ?? 'text/plain; charset=utf-8';
    return { status, headers: { ...json, ...headers, 'content-type': type }, bytes: answer.bytes };
  }
  return answer.body === undefined ? { status, headers, bytes: undefined } : jsonReply(status, answer.body, headers);
}

function sameTag(header: string | undefined, tag: string): boolean {
  return (header ?? '').split(/,\s*/).some((each) => each.replace(/^W\//, '') === tag.replace(/^W\//, ''));
}

/** Tags a successful reading, and answers 304 without a body to a caller who has it already. */
export function conditional(request: Request, reply: Reply): Reply {
  if (request.method !== 'GET' || reply.status !== 200 || reply.bytes === undefined) return reply;
  const tag = `W/"${createHash('sha256').update(reply.bytes).digest('hex')}"`;
  const headers = { ...reply.headers, etag: tag, 'cache-control': 'private, max-age=60, s-maxage=60' };
  if (sameTag(request.header('if-none-match'), tag)) return { status: 304, headers, bytes: undefined };
  return { ...reply, headers };
}

/** Sends a reply and closes the call's record; `cut` breaks the connection in the middle of the body. */
export function send(response: ServerResponse, call: Call, reply: Reply, cut: boolean): void {
  call.status = reply.status;
  call.answerBytes = reply.bytes?.length ?? 0;
  call.finishedAt = Date.now();
  const identity = { server: 'github.com', 'x-github-request-id': `SANDBOX:${call.sequence}` };
  const length = reply.bytes === undefined ? {} : { 'content-length': String(reply.bytes.length) };
  response.writeHead(reply.status, { ...identity, ...length, ...reply.headers });
  if (!cut || reply.bytes === undefined) {
    response.end(reply.bytes);
    return;
  }
  response.write(reply.bytes.subarray(0, Math.floor(reply.bytes.length / 2)));
  setTimeout(() => response.destroy(), 20);
}
