import { expect, test } from '@jest/globals';
import { deriveFacts } from '../../../src/facts/stack.js';
import type { Alarm } from '../../../src/model/store.js';
import policy from '../../../src/policies/insufficient-logging/failure-backlog-alarm-missing/policy.js';
import { trigger } from '../../support/grants.js';
import { context, fn, model, span, store, value } from '../../support/model.js';

type Fields = Parameters<typeof model>[0];

/** A queue that keeps its dead letters itself, and a function that reads it. */
const queue = store({ id: 'Orders', service: 'servicebus-queue', keepsDeadLetters: true });
const reading = trigger({ source: 'Orders', sourceName: 'orders' });

function alert(metric: string | undefined): Alarm {
  const declared = { id: 'Backlog', type: 'alert', at: span(), whole: span() };
  const shown = { namespace: undefined, watches: ['Bus'], everything: false, actions: value(true) };
  return { ...declared, ...shown, kind: 'alarm', metric };
}

const check = (fields: Fields) => {
  const stack = deriveFacts(model({ functions: [fn()], stores: [queue], triggers: [reading], ...fields }));
  return [...policy.check(stack, context())].map(({ about }) => about.id);
};

test.each<[string, Fields]>([
  ['no alert', {}],
  ['an alert on what waits', { alarms: [alert('ActiveMessages')] }],
  ['functions that say in their code what starts them', { triggers: [], functions: [fn({ provider: 'azure' })] }],
])('dead letters of a queue: %s', (_, fields) => expect(check(fields)).toEqual(['Orders']));

test.each<[string, Fields]>([
  ['an alert on dead letters', { alarms: [alert('DeadletteredMessages')] }],
  ['an alert on several metrics', { alarms: [alert('ActiveMessages DeadletteredMessages')] }],
  ['an alert on what is not known', { alarms: [alert(undefined)] }],
  ['a queue that nothing of the stack reads', { triggers: [] }],
  ['a queue that keeps nothing', { stores: [store({ id: 'Orders', service: 'storage-queue' })] }],
  [
    'a function that takes them out',
    { triggers: [reading, trigger({ id: 'Dead', source: 'Orders', sourceName: 'orders/$DeadLetterQueue' })] },
  ],
  ['a stack for tests', { environment: 'other' }],
])('dead letters of a queue, silent: %s', (_, fields) => expect(check(fields)).toEqual([]));
