import { describe, expect, test } from '@jest/globals';
import { matchesWildcard } from '../../../src/facts/permissions/wildcard.js';

describe('matchesWildcard', () => {
  test.each([
    ['a star alone stands for everything', '*', 'sqs:SendMessage', true],
    ['a service wildcard stands for its actions', 'sqs:*', 'sqs:SendMessage', true],
    ['a service wildcard does not reach another service', 'sqs:*', 'sns:Publish', false],
    ['a star in the middle', 'dynamodb:*Item', 'dynamodb:PutItem', true],
    ['stars need not take anything', 's3:PutObject*', 's3:PutObject', true],
    ['case does not matter', 'SQS:sendmessage', 'sqs:SendMessage', true],
    ['a question mark is exactly one character', 's3:?utObject', 's3:PutObject', true],
    ['a question mark is not nothing', 's3:PutObject?', 's3:PutObject', false],
    ['the text goes on after the pattern', 's3:Put', 's3:PutObject', false],
    ['a later star is tried again', '*a*b', 'xaab', true],
    ['an empty pattern is the empty text', '', '', true],
  ])('%s', (_, pattern, text, expected) => expect(matchesWildcard(pattern, text)).toBe(expected));

  test('many stars on a long text come to an end', () =>
    expect(matchesWildcard('*a'.repeat(50), `${'a'.repeat(20_000)}b`)).toBe(false));
});
