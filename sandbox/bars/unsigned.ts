import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type AppProcess, startApp } from '../demo/app-process.js';
import { startSandbox } from '../sandbox.js';
import { atMost, type Bar, environmentOf, type Figure, none, told } from './bar.js';
import { template } from './material.js';
import { memoryOf } from './memory.js';

const bodyBytes = 24 * 1024 * 1024;
const chunk = Buffer.alloc(64 * 1024, 0x20);
const mostMegabytes = 150;

/** Sixty bodies of 24 MB that nobody signed rightly, one without an end, slow ones and headers that do not come: what it costs, and who is cut. */
export const unsigned: Bar = async (options) => {
  const sandbox = await startSandbox({ app: options.app });
  const app = await startApp(sandbox, { entry: options.entry, environment: environmentOf(options) });
  let most = 0;
  try {
    const shop = await sandbox.createRepository({ name: 'shop', files: template(0, 'AWS_IAM') });
    const review = async (number: number) => {
      const pull = await sandbox.openPullRequest(shop, { files: template(number) });
      await sandbox.waitForCheck(pull, { milliseconds: 60_000 });
    };
    for (const number of [1, 2]) await review(number);
    const before = memoryOf(app.pid);
    const watch = setInterval(() => {
      most = Math.max(most, memoryOf(app.pid));
    }, 100);
    const count = options.isShort ? 20 : 60;
    const slow = Array.from({ length: 20 }, () => converse(app, { length: 1000, every: 1000, bytes: 1 }));
    const headless = [
      converse(app, { head: 'none', every: 1000, bytes: 1 }),
      converse(app, { head: 'slow', every: 1000, bytes: 1 }),
    ];
    const endless = converse(app, { every: 0, bytes: chunk.length });
    const large = await Promise.all(
      Array.from({ length: count }, () => converse(app, { length: bodyBytes, every: 0, bytes: chunk.length })),
    );
    await review(3);
    const cut = [await endless, ...(await Promise.all([...slow, ...headless]))];
    clearInterval(watch);
    return figuresOf(most - before, large, cut);
  } finally {
    await app.stop();
    await sandbox.stop();
  }
};

interface End {
  readonly status: string;
  readonly seconds: number;
}

function figuresOf(megabytes: number, large: readonly End[], cut: readonly End[]): readonly Figure[] {
  const taken = (ends: readonly End[]) => ends.filter(({ status }) => status === '202').map(({ status }) => status);
  const slowest = Math.max(...cut.map(({ seconds }) => seconds));
  return [
    atMost('more memory while they come', megabytes, mostMegabytes, 'MB'),
    none('large ones that were taken', taken(large)),
    told('answers to the large ones', [...new Set(large.map(({ status }) => status))].join(', ')),
    atMost('until an endless or slow one is cut', slowest, 30, 's'),
    none('endless or slow ones that were taken', taken(cut)),
  ];
}

interface Body {
  /** Nothing is sent at all, or its lines come a byte at a time and never end. */
  readonly head?: 'none' | 'slow';
  /** As it is announced; undefined: it has no end. */
  readonly length?: number;
  /** Milliseconds between two pieces. */
  readonly every: number;
  readonly bytes: number;
}

/** Sends a webhook with a wrong signature until the server has enough of it. */
function converse({ url }: AppProcess, body: Body): Promise<End> {
  const begun = Date.now();
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => {
      if (body.head === 'none') return;
      if (body.head !== 'slow') socket.write(headOf(body));
      void pour(socket, body);
    });
    socket.on('data', (data) => {
      answer += data.toString();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      const status = /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 'cut';
      resolve({ status, seconds: (Date.now() - begun) / 1000 });
    });
  });
}

function headOf({ length }: Body): string {
  const size = length === undefined ? 'Transfer-Encoding: chunked' : `Content-Length: ${length}`;
  const lines = [
    'POST /api/github/webhooks HTTP/1.1',
    'Host: postern',
    'Content-Type: application/json',
    'X-GitHub-Event: ping',
    'X-GitHub-Delivery: d',
    `X-Hub-Signature-256: sha256=${'0'.repeat(64)}`,
    size,
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}

/** At most this many bytes: an endless body that is not cut by then counts as taken. */
const enough = 200 * 1024 * 1024;

async function pour(socket: Socket, { length, head, every, bytes }: Body): Promise<void> {
  const piece = head === undefined ? chunk.subarray(0, bytes) : Buffer.from('X');
  const framed =
    head === undefined && length === undefined
      ? Buffer.concat([Buffer.from(`${bytes.toString(16)}\r\n`), piece, Buffer.from('\r\n')])
      : piece;
  for (let sent = 0; sent < (length ?? enough) && !socket.destroyed; sent += bytes) {
    if (!socket.write(framed)) await Promise.race([drained(socket), sleep(1000)]);
    if (every > 0) await sleep(every);
  }
}

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('drain', resolve));
}
