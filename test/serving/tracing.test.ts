import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { createFigures } from '../../src/serving/figures.js';
import { startTracing } from '../../src/serving/tracing.js';

afterEach(() => {
  delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
});

test('a job and its stages are sent by OTLP, with names and without the words of errors', async () => {
  let received = '';
  const collector = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => {
      received += chunk.toString('latin1');
    });
    request.on('end', () => response.writeHead(200).end());
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = address;
  const end = await startTracing(process.env);
  const figures = createFigures(async () => ({ waiting: 0, running: 0, oldest: 0 }));
  await figures.attempt({ repository: 'acme/app' }, async () => {
    await figures.stage('analyse', async () => undefined);
    const failing = figures.stage('publish', () => Promise.reject(new TypeError('token ghs_secret')));
    await failing.catch(() => undefined);
  });
  await end();
  await new Promise((resolve) => collector.close(resolve));
  for (const name of ['job', 'acme/app', 'analyse', 'publish', 'TypeError']) expect(received).toContain(name);
  expect(received).not.toContain('ghs_secret');
});

test('without an address nothing is sent, and the library is not loaded', async () => {
  await expect((await startTracing({}))()).resolves.toBeUndefined();
});
