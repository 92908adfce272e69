import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { endServer, listen, serveRoutes } from '../../src/serving/http.js';
import { createBodyReader } from '../../src/webhooks/body.js';
import { receiveWebhook } from '../../src/webhooks/receiver.js';

let server: Server;
afterEach(() => new Promise((resolve) => server.close(resolve)));

const short = { request: 300, headers: 200, check: 20, idle: 100 };
const megabyte = 1024 * 1024;

/** A server of webhooks that holds so many bytes before somebody vouches for them. */
async function serve(patience = short, most = 2 * megabyte): Promise<number> {
  const receiver = {
    bodies: createBodyReader('secret', most),
    jobsOf: async () => [],
    accept: async () => true,
    onReceived: () => undefined,
  };
  server = serveRoutes(
    {
      'POST /': async (request, response) => {
        await receiveWebhook(request, response, receiver);
        return undefined;
      },
    },
    () => undefined,
    patience,
  );
  await listen(server, 0, '127.0.0.1');
  return (server.address() as AddressInfo).port;
}

/** What comes back until the connection ends, and after how many milliseconds that is. */
function converse(port: number, begin: string, more = Buffer.alloc(0)): Promise<{ answer: string; after: number }> {
  const begun = Date.now();
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(begin);
      socket.write(more);
    });
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.on('error', () => undefined).on('close', () => resolve({ answer, after: Date.now() - begun }));
  });
}

const start = 'POST / HTTP/1.1\r\nHost: x\r\n';
const head = `${start}Content-Type: application/json\r\nX-GitHub-Event: ping\r\nX-GitHub-Delivery: d\r\nX-Hub-Signature-256: sha256=${'0'.repeat(64)}\r\n`;

test.each([
  ['headers that do not end', start],
  ['a body that does not arrive', `${head}Content-Length: 1000\r\n\r\n`],
  ['a body in pieces that stops', `${head}Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n`],
])('%s: the connection is closed', async (_, begin) => {
  const { answer, after } = await converse(await serve(), begin);
  expect(answer).toMatch(/^(?:HTTP\/1\.1 (?:400|408) |$)/);
  expect(after).toBeLessThan(10_000);
});

test('who sends too slowly is cut within thirty seconds', async () => {
  server = serveRoutes({}, () => undefined);
  await listen(server, 0, '127.0.0.1');
  const check = 5000;
  expect(Math.max(server.headersTimeout, server.requestTimeout) + check).toBeLessThanOrEqual(30_000);
});

test('of sixty unsigned bodies at once no more is held than is allowed together, and then the next one is read', async () => {
  const port = await serve({ ...short, request: 20_000, headers: 20_000 });
  const body = Buffer.alloc(megabyte, 0x20);
  const sent = Array.from({ length: 60 }, () => converse(port, `${head}Content-Length: ${body.length}\r\n\r\n`, body));
  const statuses = (await Promise.all(sent)).map(({ answer }) => /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
  // Refused for its signature, refused since too much is held, or cut while it was still sending.
  expect(statuses.filter((status) => status !== '401' && status !== '503' && status !== undefined)).toEqual([]);
  expect(statuses).toContain('503');
  const last = await converse(port, `${head}Connection: close\r\nContent-Length: ${body.length}\r\n\r\n`, body);
  expect(last.answer).toMatch(/^HTTP\/1\.1 401 /);
});

test('a server that ends answers what is under way, and waits for no connection that is only kept', async () => {
  let begun: () => void = () => undefined;
  const isUnderWay = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const slow = async () => {
    begun();
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { status: 200, text: 'done' };
  };
  server = serveRoutes({ 'GET /': slow }, () => undefined);
  await listen(server, 0, '127.0.0.1');
  const { port } = server.address() as AddressInfo;
  const conversation = converse(port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await isUnderWay;
  await endServer(server);
  const { answer, after } = await conversation;
  expect(answer).toMatch(/^HTTP\/1\.1 200 [\s\S]*done/);
  expect(after).toBeLessThan(3000);
});
