import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createBodyReader } from '../../src/webhooks/body.js';
import { receiveWebhook } from '../../src/webhooks/receiver.js';

const secret = 'a secret';
let server: Server;
let received: unknown[] = [];
let isBroken = false;

beforeAll(async () => {
  const bodies = createBodyReader(secret);
  server = createServer((request, response) => {
    void receiveWebhook(request, response, {
      bodies,
      jobsOf: async (event) => {
        if (event.name === 'odd') throw new TypeError('No pull request is there.');
        received.push(event);
        return [];
      },
      accept: async (delivery) => {
        if (isBroken) throw new Error('The disk is full.');
        return delivery !== 'known';
      },
      onReceived: () => undefined,
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  received = [];
  isBroken = false;
});

const sign = (body: string, key = secret) => `sha256=${createHmac('sha256', key).update(body).digest('hex')}`;

async function send(body: string, headers: Readonly<Record<string, string | undefined>> = {}): Promise<number> {
  const all = {
    'content-type': 'application/json',
    'x-github-event': 'ping',
    'x-github-delivery': 'd1',
    'x-hub-signature-256': sign(body),
    ...headers,
  };
  const sent = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body, headers: Object.fromEntries(sent) });
  return answer.status;
}

test('a signed webhook is taken in', async () => {
  expect(await send('{"zen":"é"}')).toBe(202);
  expect(received).toEqual([{ id: 'd1', name: 'ping', payload: { zen: 'é' } }]);
});

describe('nothing happens', () => {
  test.each([
    ['when the signature is wrong', '{}', { 'x-hub-signature-256': sign('{}', 'other') }, 401],
    ['when the signature is of another body', '{}', { 'x-hub-signature-256': sign('{ }') }, 401],
    ['when the signature is missing', '{}', { 'x-hub-signature-256': undefined }, 401],
    ['when the signature is no signature', '{}', { 'x-hub-signature-256': 'sha256=x' }, 401],
    [
      'when only the old signature is there',
      '{}',
      { 'x-hub-signature-256': undefined, 'x-hub-signature': 'sha1=x' },
      401,
    ],
    ['when the event is missing', '{}', { 'x-github-event': undefined }, 400],
    ['when the delivery is missing', '{}', { 'x-github-delivery': undefined }, 400],
    ['when it is a form', '{}', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['when it is no JSON', 'x', {}, 400],
    ['when it is no object', '1', {}, 400],
    ['when it is empty', '', {}, 401],
    ['when it is too large', 'x'.repeat(25 * 1024 * 1024 + 1), { 'x-hub-signature-256': sign('') }, 413],
  ])('%s', async (_, body, headers, status) => {
    expect(await send(body, headers)).toBe(status);
    expect(received).toEqual([]);
  });
});

describe('before anyone vouches for it', () => {
  /** Sends the beginning of a request by hand, and answers what comes back until the connection ends. */
  function converse(head: string, body = ''): Promise<string> {
    const { port } = server.address() as AddressInfo;
    return new Promise((resolve) => {
      let answer = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(`${head}\r\n\r\n${body}`));
      socket.on('data', (chunk) => {
        answer += chunk.toString();
      });
      socket.on('error', () => undefined).on('close', () => resolve(answer));
    });
  }
  const start =
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nX-GitHub-Event: ping\r\nX-GitHub-Delivery: d';
  const signed = `${start}\r\nX-Hub-Signature-256: ${sign('{}')}`;

  test.each([
    ['a body that is announced as too large is not waited for', `${signed}\r\nContent-Length: 999999999`, '413'],
    ['a body without a signature is not waited for', `${start}\r\nContent-Length: 1000`, '401'],
    [
      'a body with half a signature is not waited for',
      `${start}\r\nX-Hub-Signature-256: sha256=\r\nContent-Length: 9`,
      '401',
    ],
  ])('%s', async (_, head, status) => expect(await converse(head)).toMatch(new RegExp(`^HTTP/1.1 ${status} `)));

  test('a body without an end is cut', async () => {
    const chunk = `100000\r\n${'x'.repeat(0x100000)}\r\n`;
    expect(await converse(`${signed}\r\nTransfer-Encoding: chunked`, chunk.repeat(30))).toMatch(/^HTTP\/1.1 413 /);
  });

  test('more than a bounded number of bytes is not held for all together', async () => {
    const reader = createBodyReader(secret, 10);
    const request = (size: number) => Object.assign(Readable.from([Buffer.alloc(size)]), { headers: {} });
    expect(await reader.read(request(11) as never, sign(''))).toBe('too busy');
    expect(await reader.read(request(10) as never, sign(''))).toBe('wrong signature');
  });
});

test('an event that cannot be kept is an error that GitHub shows', async () => {
  isBroken = true;
  expect(await send('{}')).toBe(503);
});

test.each([
  ['a signed event of a form that is not known asks for nothing', { 'x-github-event': 'odd' }],
  ['a delivery that was accepted before is accepted once', { 'x-github-delivery': 'known' }],
])('%s', async (_, headers) => expect(await send('{}', headers)).toBe(202));
