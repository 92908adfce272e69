import { expect, test } from '@jest/globals';
import { needsAuthentication } from '../../../src/facts/exposure/routes.js';
import { route } from '../../support/model.js';

test.each([
  ['GET', '/orders', true],
  ['ANY', '/orders', true],
  ['OPTIONS', '/orders', false],
  ['OPTION', '/orders', false],
  ['WS', '$connect', true],
  ['WS', 'send', false],
])('%s %s asks for a caller: %s', (method, path, expected) => {
  expect(needsAuthentication(route({ method, path }), undefined)).toBe(expected);
});
