import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Webhooks } from '@octokit/webhooks';
import { receiveWebhook } from '../../src/webhooks/receiver.js';

const secret = 'a secret';
const webhooks = new Webhooks({ secret });
let server: Server;
let received: unknown[] = [];
let isBroken = false;

beforeAll(async () => {
  server = createServer((request, response) => {
    void receiveWebhook(request, response, {
      verify: webhooks.verify,
      receive: async (event) => {
        if (isBroken) throw new Error('The disk is full.');
        received.push(event);
      },
      onError: () => undefined,
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

test('an event that cannot be kept is an error that GitHub shows', async () => {
  isBroken = true;
  expect(await send('{}')).toBe(500);
});
