import { expect, test } from '@jest/globals';
import { isAnybodys } from '../../../src/facts/iam/federated.js';

test.each([
  '*',
  'repo:*',
  'repo:*/*',
  'repo:*/orders:ref:refs/heads/main',
  'organization:*:project:*',
  'project_path:*',
  '?*',
])('%s is the subject of anybody', (subject) => expect(isAnybodys(subject)).toBe(true));

test.each(['repo:example/*', 'repo:example/orders:*', 'organization:example:*', 'sts.amazonaws.com'])(
  '%s names somebody',
  (subject) => expect(isAnybodys(subject)).toBe(false),
);
