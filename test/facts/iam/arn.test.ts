import { expect, test } from '@jest/globals';
import { reachOf, resourceWords } from '../../../src/facts/iam/arn.js';

test.each([
  ['a star', '*', '*'],
  ['an ARN of stars', 'arn:*:*:*:*:*', '*'],
  ['every table of an account', 'arn:aws:dynamodb:eu-west-1:111122223333:table/*', 'dynamodb'],
  [
    'every table of the own account',
    'arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/*',
    'dynamodb',
  ],
  ['every index of every table', 'arn:aws:dynamodb:*:*:table/*/index/*', 'dynamodb'],
  ['every bucket', 'arn:aws:s3:::*', 's3'],
  ['everything in every bucket', 'arn:aws:s3:::*/*', 's3'],
  ['everything in one bucket', 'arn:aws:s3:::reports/*', undefined],
  ['buckets with a prefix', 'arn:aws:s3:::reports-*', undefined],
  ['every queue', 'arn:aws:sqs:eu-west-1:111122223333:*', 'sqs'],
  ['every parameter', 'arn:aws:ssm:*:*:parameter/*', 'ssm'],
  ['parameters of one application', 'arn:aws:ssm:*:*:parameter/app/*', undefined],
  ['parameters of an unknown application', 'arn:aws:ssm:*:*:parameter/${App}/*', undefined],
  ['every function', 'arn:aws:lambda:*:*:function:*', 'lambda'],
  ['every connection of one API', 'arn:aws:execute-api:eu-west-1:111122223333:${Api}/*', undefined],
  ['a resource of the stack', '${Orders.Arn}', undefined],
  ['what is inside a resource of the stack', '${Orders.Arn}/*', undefined],
  ['a service known at deployment', 'arn:aws:${Service}:*:*:*', '${service}'],
  ['no ARN', 'orders', undefined],
])('%s', (_, resource, expected) => expect(reachOf(resource)).toBe(expected));

test.each([
  ['a resource of the stack', '${Orders.Arn}', 'Orders'],
  ['what is inside it', '${Orders.Arn}/index/*', 'Orders/index/*'],
  ['an ARN', 'arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/*', 'ssm parameter/*'],
  ['a star', '*', '*'],
  ['a resource whose name has dots', '${aws_s3_bucket.uploads.Arn}/*', 'aws_s3_bucket.uploads/*'],
])('says %s', (_, resource, expected) => expect(resourceWords(resource)).toBe(expected));
