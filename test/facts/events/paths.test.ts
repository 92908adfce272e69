import { describe, expect, test } from '@jest/globals';
import { isHealthCheck, isSignInPath, saysPublic } from '../../../src/facts/events/paths.js';

describe('isHealthCheck', () => {
  test.each([
    ['/health', true],
    ['/v1/Healthz', true],
    ['/.well-known/openid-configuration', true],
    ['/robots.txt', true],
    ['/health_check', true],
    ['/_health', true],
    ['/api/live', true],
    ['/version', true],
    ['/health/records', false],
    ['/healthy', false],
    ['/', false],
  ])('%s', (path, expected) => expect(isHealthCheck({ method: 'GET', path })).toBe(expected));
});

test('nobody asks for health by writing', () => {
  expect(isHealthCheck({ method: 'POST', path: '/status' })).toBe(false);
});

describe('isSignInPath', () => {
  test.each([
    ['/login', true],
    ['/auth/oauth2/callback', true],
    ['/users/sign-up', true],
    ['/tokens', false],
    ['/orders', false],
  ])('%s', (path, expected) => expect(isSignInPath(path)).toBe(expected));
});

test.each([
  ['/api/public', true],
  ['/public/news', true],
  ['/publications', false],
])('%s says of itself that it is for everyone: %s', (path, expected) => expect(saysPublic(path)).toBe(expected));
