import { expect, test } from '@jest/globals';
import { isAnyone } from '../../../src/facts/exposure/outsiders.js';
import type { Principal } from '../../../src/model/identity.js';
import { term } from '../../support/grants.js';

test.each<[string, Principal['kind'], string, boolean]>([
  ['everyone', 'any', '*', true],
  ['every account', 'account', '*', true],
  ['a role in whatever account', 'account', 'arn:aws:iam::*:role/sender', true],
  ['the roots of all accounts', 'account', 'arn:${AWS::Partition}:iam::*:root', true],
  ['sessions in whatever account', 'account', 'arn:aws-cn:sts::*:assumed-role/a/b', true],
  ['one account', 'account', 'arn:aws:iam::111122223333:root', false],
  ['all roles of one account', 'account', 'arn:aws:iam::111122223333:role/*', false],
  ['an account known at deployment', 'account', 'arn:aws:iam::${Account}:root', false],
  ['a service', 'service', '*', false],
])('%s', (_, kind, text, expected) => {
  expect(isAnyone({ kind, term: term(text) })).toBe(expected);
});
