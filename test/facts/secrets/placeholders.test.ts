import { expect, test } from '@jest/globals';
import { isPlaceholder } from '../../../src/facts/secrets/placeholders.js';

test.each([
  'changeme',
  'CHANGE_ME',
  'your-token-here',
  'xxxxxxxx',
  '<token>',
  '${TOKEN}',
  '{{ token }}',
  '%TOKEN%',
  '$TOKEN',
  '__TOKEN__',
  'example-token',
  'dummy',
  'test-token-1',
  '********',
  '1234567890',
  'abcdefghijklmnop',
  'aaaaaaaaaaaa',
])('%s holds the place of a value', (text) => expect(isPlaceholder(text)).toBe(true));

test.each(['k7Qm-92xLw!pZ4', 'latestGreatest9', 'hunter2hunter', 'P@ssw0rd!'])('%s is a value', (text) =>
  expect(isPlaceholder(text)).toBe(false),
);
