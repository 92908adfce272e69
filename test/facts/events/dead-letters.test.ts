import { describe, expect, test } from '@jest/globals';
import { deadLetterQueue, deadLetterTargets } from '../../../src/facts/events/dead-letters.js';
import type { Store } from '../../../src/model/store.js';
import { trigger } from '../../support/grants.js';
import { fn, model, store, value } from '../../support/model.js';

function chosen(stores: readonly Store[], wanted: Parameters<typeof deadLetterQueue>[1] = { fifo: false }) {
  return deadLetterQueue(model({ stores }), wanted)?.id;
}

describe('the queue for dead letters of a stack', () => {
  test.each<readonly [string, readonly Store[], string | undefined]>([
    ['called so by its id', [store({ id: 'Orders' }), store({ id: 'OrdersDLQ' })], 'OrdersDLQ'],
    ['called so by its name', [store({ id: 'Failed', name: value('orders-dead-letters') })], 'Failed'],
    ['one of two', [store({ id: 'ADlq' }), store({ id: 'BDlq' })], undefined],
    ['a topic', [store({ id: 'OrdersDlq', store: 'topic' })], undefined],
    ['first in, first out', [store({ id: 'OrdersDlq', name: value('orders-dlq.fifo') })], undefined],
    ['none', [store({ id: 'Orders' })], undefined],
  ])('%s', (_, stores, expected) => expect(chosen(stores)).toBe(expected));

  test('is first in, first out for such queues, and never the queue itself', () => {
    const stores = [store({ id: 'ADlq' }), store({ id: 'BDlq', name: value('b-dlq.fifo') })];
    expect(chosen(stores, { fifo: true })).toBe('BDlq');
    expect(chosen(stores, { fifo: false, except: 'ADlq' })).toBeUndefined();
  });
});

test('dead letters go where queues, functions and triggers send them', () => {
  const targets = deadLetterTargets(
    model({
      stores: [store({ redrive: value({ target: 'A', maximumReceives: 3 }) })],
      functions: [fn({ onFailure: value('B') })],
      triggers: [trigger({ onFailure: value('C') })],
    }),
  );
  expect([...targets].sort()).toEqual(['A', 'B', 'C']);
});
