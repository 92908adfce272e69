import { expect, test } from '@jest/globals';
import { cleartextAddress, encryptedHost, withTls } from '../../../src/facts/addresses/cleartext.js';

test.each([
  ['a host of the internet', 'http://rates.example.com/v1', 'rates.example.com'],
  ['a protocol of messages', 'amqp://broker.partner.io:5672', 'broker.partner.io'],
  ['a public number', 'http://93.184.216.34/', '93.184.216.34'],
  ['a name with a user', 'ftp://me:secret@files.partner.net/', 'files.partner.net'],
])('%s is called without TLS', (_, text, host) => expect(cleartextAddress(text)?.host).toBe(host));

test.each([
  ['HTTPS', 'https://rates.example.com'],
  ['this machine', 'http://localhost:3000'],
  ['a name without a dot', 'http://rates/v1'],
  ['a service of the cluster', 'http://rates.shop:8080'],
  ['a full name of the cluster', 'http://rates.shop.svc.cluster.local'],
  ['a private number', 'http://10.1.2.3/'],
  ['the metadata service', 'http://169.254.169.254/latest'],
  ['a namespace', 'http://www.w3.org/2000/svg'],
  ['a website of a bucket', 'http://shop.s3-website-eu-west-1.amazonaws.com'],
  ['a placeholder', 'http://example.com'],
  ['no address', 'see http://rates.example.com'],
  ['a very long text', `http://${'a.'.repeat(100_000)}com`],
])('%s is left alone', (_, text) => expect(cleartextAddress(text)).toBeUndefined());

test.each([
  ['a password', 'redis://:pw@cache.partner.com', true],
  ['a token in the query', 'http://api.partner.com/?access_token=abc', true],
  ['a user alone', 'http://me@api.partner.com', false],
])('%s in an address', (_, text, has) => expect(cleartextAddress(text)?.hasCredentials).toBe(has));

test('what is known to answer HTTPS is written so, and nothing else', () => {
  const write = (text: string, others: readonly string[] = []) => {
    const found = cleartextAddress(text);
    return found && withTls(text, found, new Set(others));
  };
  expect(write('http://api.github.com/repos')).toBe('https://api.github.com/repos');
  expect(write('http://rates.example.com/v1', ['rates.example.com'])).toBe('https://rates.example.com/v1');
  expect(write('http://rates.example.com/v1')).toBeUndefined();
  expect(write('http://api.github.com:8080/repos')).toBeUndefined();
  expect(encryptedHost('https://Rates.example.com/v1')).toBe('rates.example.com');
});
