import { expect, test } from '@jest/globals';
import { isPinned } from '../../../src/facts/exposure/pinning.js';
import type { ResourcePolicy } from '../../../src/model/identity.js';
import type { Literal } from '../../../src/model/literal.js';
import type { Term } from '../../../src/model/resource.js';
import { resourcePolicy, term, terms } from '../../support/grants.js';
import { unresolved, value } from '../../support/model.js';

function given(operator: string, key: string, ...values: readonly string[]): Partial<ResourcePolicy> {
  return { conditions: [{ operator, key, values: terms(...values).terms, open: false }] };
}

const arn = (text: string) => value<Term, Literal>(term(text));

test.each<[string, Partial<ResourcePolicy>, boolean]>([
  ['no condition', {}, false],
  ['an account', given('StringEquals', 'aws:SourceAccount', '111122223333'), true],
  ['the own account', given('StringEquals', 'AWS:SourceOwner', '${AWS::AccountId}'), true],
  ['one topic', given('ArnEquals', 'aws:SourceArn', '${Topic}'), true],
  ['every topic of one account', given('ArnLike', 'aws:SourceArn', 'arn:aws:sns:*:111122223333:*'), true],
  ['every topic of every account', given('ArnLike', 'aws:SourceArn', 'arn:aws:sns:*:*:*'), false],
  ['every bucket', given('ArnLike', 'aws:SourceArn', 'arn:aws:s3:::*'), false],
  ['one bucket', given('ArnLike', 'aws:SourceArn', 'arn:aws:s3:::uploads'), true],
  ['any organisation', given('StringLike', 'aws:PrincipalOrgID', '*'), false],
  ['one organisation or any', given('StringLike', 'aws:PrincipalOrgID', 'o-1234567890', '*'), false],
  ['every address', given('IpAddress', 'aws:SourceIp', '0.0.0.0/0'), false],
  ['identities of whatever account', given('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*'), false],
  ['one identity', given('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::111122223333:role/sender'), true],
  ['a name that users of any account may have', given('StringEquals', 'aws:username', 'sender'), false],
  ['some addresses', given('IpAddress', 'aws:SourceIp', '192.0.2.0/24'), true],
  ['everyone but an account', given('StringNotEquals', 'aws:SourceAccount', '111122223333'), false],
  ['a second factor', given('Bool', 'aws:MultiFactorAuthPresent', 'true'), true],
  ['no second factor', given('Bool', 'aws:MultiFactorAuthPresent', 'false'), false],
  ['an encrypted connection', given('Bool', 'aws:SecureTransport', 'true'), false],
  ['conditions that could not be read', { conditionsOpen: true }, true],
  ['a source known at deployment', { sourceArn: unresolved() }, true],
  ['a source of stars', { sourceArn: arn('*') }, false],
  ['a source', { sourceArn: arn('arn:aws:sns:eu-west-1:111122223333:placed') }, true],
])('%s', (_, fields, expected) => expect(isPinned(resourcePolicy(fields))).toBe(expected));
