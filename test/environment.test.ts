import { describe, expect, test } from '@jest/globals';
import { readEnvironment } from '../src/environment.js';

const registered = { APP_ID: '1', WEBHOOK_SECRET: 's', PRIVATE_KEY: 'k' };

test('without an app id the app is not registered yet', () => expect(readEnvironment({})).toBeUndefined());

test('what is not set has a default', () => {
  expect(readEnvironment(registered)).toMatchObject({
    host: '0.0.0.0',
    port: 3000,
    webhookPath: '/api/github/webhooks',
    workers: 2,
    pages: undefined,
    dataDirectory: './data',
    probot: { LOG_LEVEL: 'info', LOG_FORMAT: 'pretty' },
  });
});

test('what is set counts', () => {
  const set = {
    HOST: '::1',
    PORT: '80',
    WEBHOOK_PATH: '/hooks',
    WORKERS: '8',
    POLICY_PAGES: 'https://x.test',
    DATA_DIR: 'none',
  };
  expect(readEnvironment({ ...registered, ...set, NODE_ENV: 'production' })).toMatchObject({
    host: '::1',
    port: 80,
    webhookPath: '/hooks',
    workers: 8,
    pages: 'https://x.test',
    dataDirectory: undefined,
    probot: { LOG_FORMAT: 'json' },
  });
});

describe('a mistake says what to do', () => {
  test.each([
    ['no secret', { WEBHOOK_SECRET: '' }, 'WEBHOOK_SECRET is not set'],
    ['no key', { PRIVATE_KEY: undefined }, 'PRIVATE_KEY is not set'],
    ['a port that is no number', { PORT: 'http' }, 'PORT is "http"; write a whole number from 1 to 65535.'],
    ['no workers', { WORKERS: '0' }, 'WORKERS is "0"; write a whole number from 1 to 64.'],
  ])('%s', (_, changed, expected) => {
    expect(() => readEnvironment({ ...registered, ...changed })).toThrow(expected);
  });
});
