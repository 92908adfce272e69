import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { readEnvironment } from '../src/environment.js';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
const registered = { APP_ID: '1', WEBHOOK_SECRET: 's', PRIVATE_KEY: key };

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

test.each([
  ['as it is', key],
  ['on one line', key.replaceAll('\n', '\\n')],
  ['in base64', Buffer.from(key).toString('base64')],
])('the key may be written %s', (_, written) => {
  expect(readEnvironment({ ...registered, PRIVATE_KEY: written })).toBeDefined();
});

describe('a mistake says what to do', () => {
  test.each([
    ['no secret', { WEBHOOK_SECRET: '' }, 'WEBHOOK_SECRET is not set'],
    ['an app id that is no number', { APP_ID: 'Iv1' }, 'APP_ID is "Iv1"; write the number'],
    ['no key', { PRIVATE_KEY: undefined }, 'PRIVATE_KEY is not set'],
    ['a key that is none', { PRIVATE_KEY: 'garbage' }, 'PRIVATE_KEY does not contain a private key.'],
    ['a key that was cut', { PRIVATE_KEY: key.slice(0, 100) }, 'PRIVATE_KEY does not contain a private key.'],
    [
      'a key file that is not there',
      { PRIVATE_KEY: undefined, PRIVATE_KEY_PATH: '/nowhere.pem' },
      'PRIVATE_KEY_PATH names /nowhere.pem, which does not exist.',
    ],
    ['a port that is no number', { PORT: 'http' }, 'PORT is "http"; write a whole number from 1 to 65535.'],
    ['no workers', { WORKERS: '0' }, 'WORKERS is "0"; write a whole number from 1 to 64.'],
  ])('%s', (_, changed, expected) => {
    expect(() => readEnvironment({ ...registered, ...changed })).toThrow(expected);
  });
});
