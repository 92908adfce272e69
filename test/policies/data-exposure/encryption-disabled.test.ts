import { describe, expect, test } from '@jest/globals';
import { deriveFacts } from '../../../src/facts/stack.js';
import type { Store } from '../../../src/model/store.js';
import policy from '../../../src/policies/data-exposure/encryption-disabled/policy.js';
import { resourcePolicy } from '../../support/grants.js';
import { api, context, fn, model, span, store, unresolved, unset, value } from '../../support/model.js';

function check(fields: Parameters<typeof model>[0]) {
  return [...policy.check(deriveFacts(model(fields)), context())];
}

const topic = store({ id: 'Orders', store: 'topic', service: 'sns' });

describe('stores', () => {
  test.each<[string, Partial<Store>, string]>([
    ['a queue that switches it off', { store: 'queue', encrypted: value(false) }, 'medium'],
    ['a stream that says nothing', { store: 'stream', service: 'kinesis' }, 'medium'],
    ['a delivery stream that says nothing', { store: 'delivery-stream', service: 'firehose' }, 'medium'],
    ['a topic that says nothing', { store: 'topic', service: 'sns' }, 'low'],
    ['a key that is not rotated', { store: 'key', service: 'kms' }, 'low'],
    ['a database that switches it off', { store: 'database', service: 'rds', encrypted: value(false) }, 'medium'],
  ])('%s', (_, fields, severity) => expect(check({ stores: [store(fields)] })).toMatchObject([{ severity }]));

  test.each<[string, Partial<Store>]>([
    ['a queue that says nothing', { store: 'queue' }],
    ['a stream of another cloud', { store: 'stream', service: 'pubsub' }],
    ['a topic of another cloud', { store: 'topic', service: 'pubsub' }],
    ['a bucket', { store: 'bucket', service: 's3', encrypted: value(false) }],
    ['a table', { store: 'table', service: 'dynamodb', encrypted: value(false) }],
    ['an unknown setting', { store: 'queue', encrypted: unresolved() }],
    ['a rotated key', { store: 'key', service: 'kms', keyRotation: value(true) }],
    ['a database that no function is beside', { store: 'database', service: 'rds' }],
  ])('%s is silent', (_, fields) => expect(check({ stores: [store(fields)] })).toEqual([]));

  test.each([
    ['in a network', { insideVpc: value(true) }, 'medium'],
    ['in none, which cannot reach it', { insideVpc: unset(), environment: [] }, 'low'],
    [
      'that is told of it',
      { insideVpc: unset(), environment: [{ name: 'HOST', nameAt: span(), value: unresolved(), to: 'Db' }] },
      'medium',
    ],
  ])('a database beside a function %s is not encrypted by default', (_, fields, severity) => {
    const stores = [store({ id: 'Db', store: 'database', service: 'rds' })];
    expect(check({ stores, functions: [fn(fields)] })).toMatchObject([{ severity }]);
  });
});

describe('the key of a topic', () => {
  test('is offered where nothing but the stack publishes', () => {
    expect(check({ stores: [topic] })[0]?.fix).toMatchObject({ class: 'breaking' });
  });

  test.each([
    ['is fed by a bucket', [topic, store({ id: 'Files', store: 'bucket', service: 's3', leadsTo: ['Orders'] })], []],
    ['is open to a service', [topic], [resourcePolicy({ target: 'Orders', targetKind: 'topic' })]],
    ['is named after alarms', [{ ...topic, id: 'AlarmTopic' }], []],
  ])('is not offered where it %s', (_, stores, resourcePolicies) => {
    expect(check({ stores, resourcePolicies })[0]?.fix).toBeUndefined();
  });
});

describe('the cache of an API', () => {
  test.each([
    ['on and not encrypted', value(true), unset<boolean>(), 1],
    ['on and encrypted', value(true), value(true), 0],
    ['off', value(false), unset<boolean>(), 0],
    ['on or off, who knows', unresolved(), unset<boolean>(), 0],
  ])('%s', (_, enabled, encrypted, count) => {
    expect(check({ apis: [api({ caching: { enabled, encrypted } })] })).toHaveLength(count);
  });
});
