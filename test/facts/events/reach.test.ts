import { describe, expect, test } from '@jest/globals';
import { areDisjoint, keysIn, resourceNameIn } from '../../../src/facts/events/reach.js';

describe('resourceNameIn', () => {
  test.each([
    ['arn:aws:sqs:eu-west-1:1:orders', 'orders'],
    ['arn:aws:dynamodb:eu-west-1:1:table/orders/index/by-date', 'orders'],
    ['arn:aws:s3:::orders/incoming/*', 'orders'],
    ['arn:aws:sqs:*:*:orders-*', 'orders-*'],
    ['arn:aws:sqs:*:*:*', undefined],
    ['*', undefined],
    ['arn:aws:sqs:*:*:${Name}', undefined],
  ])('%s', (arn, expected) => expect(resourceNameIn(arn)).toBe(expected));
});

describe('keysIn', () => {
  test.each([
    ['${Bucket.Arn}/*', { prefix: '', suffix: '' }],
    ['${Bucket.Arn}/done/*', { prefix: 'done/', suffix: '' }],
    ['arn:${AWS::Partition}:s3:::${Bucket}/done/*.jpg', { prefix: 'done/', suffix: '.jpg' }],
    ['arn:aws:s3:::pictures/done/*', { prefix: 'done/', suffix: '' }],
    ['${Bucket.Arn}/one.txt', { prefix: 'one.txt', suffix: 'one.txt' }],
    ['${Bucket.Arn}/${Prefix}/*', { prefix: '', suffix: '' }],
    ['${Bucket.Arn}', undefined],
  ])('%s', (text, expected) => expect(keysIn(text)).toEqual(expected));
});

describe('areDisjoint', () => {
  test.each([
    ['different folders', ['in/', ''], ['out/', ''], true],
    ['a folder in the other', ['in/', ''], ['in/new/', ''], false],
    ['different endings', ['', '.jpg'], ['', '.png'], true],
    ['one ending is part of the other', ['', '.gz'], ['', '.tar.gz'], false],
    ['everything', ['', ''], ['in/', '.jpg'], false],
  ] as const)('%s', (_, [prefix, suffix], [otherPrefix, otherSuffix], expected) =>
    expect(areDisjoint({ prefix, suffix }, { prefix: otherPrefix, suffix: otherSuffix })).toBe(expected),
  );
});
