import { describe, expect, test } from '@jest/globals';
import { narrowToOnlyStore } from '../../../src/facts/permissions/narrowing.js';
import { grant } from '../../support/grants.js';
import { store } from '../../support/model.js';

const orders = store({
  id: 'Orders',
  store: 'table',
  service: 'dynamodb',
  arn: { self: 'orders', inside: 'orders/index' },
});
const reports = store({ id: 'Reports', store: 'bucket', service: 's3', arn: { self: 'reports', inside: 'reports/*' } });
const jobs = store({ id: 'Jobs', store: 'queue', service: 'sqs', arn: { self: 'jobs' } });

function narrowed(actions: readonly string[], stores = [orders, reports, jobs]): string | undefined {
  const statement = grant(actions, ['*']);
  const service = actions[0]?.split(':')[0] ?? '';
  return narrowToOnlyStore(statement, service, stores)?.[0]?.text;
}

describe('binding a statement to the only store', () => {
  test.each<[string, readonly string[], string]>([
    ['an item of a table', ['dynamodb:PutItem'], '["orders"]'],
    ['a query, which may use an index', ['dynamodb:Query'], '["orders","orders/index"]'],
    ['objects of a bucket', ['s3:GetObject', 's3:PutObject'], '["reports/*"]'],
    ['a bucket', ['s3:ListBucket'], '["reports"]'],
    ['a bucket and its objects', ['s3:ListBucket', 's3:GetObject'], '["reports","reports/*"]'],
    ['a queue', ['sqs:SendMessage'], '["jobs"]'],
  ])('%s', (_, actions, expected) => expect(narrowed(actions)).toBe(expected));

  test.each<[string, readonly string[]]>([
    ['an action that accepts only a star', ['dynamodb:PutItem', 'dynamodb:ListTables']],
    ['an action on another type of thing', ['dynamodb:DescribeStream']],
    ['actions of two services', ['dynamodb:PutItem', 'sqs:SendMessage']],
    ['an action nobody knows', ['dynamodb:PutAnything']],
    ['an action known at deployment', ['dynamodb:PutItem', '${Action}']],
    ['a service without a store', ['sns:Publish']],
  ])('not with %s', (_, actions) => expect(narrowed(actions)).toBeUndefined());

  test('not with two stores of the service', () => {
    expect(narrowed(['dynamodb:PutItem'], [orders, { ...orders, id: 'Archive' }])).toBeUndefined();
  });

  test('not with other resources beside the star', () => {
    const statement = grant(['dynamodb:PutItem'], ['*', 'orders']);
    expect(narrowToOnlyStore(statement, 'dynamodb', [orders])).toBeUndefined();
  });
});
