import { describe, expect, test } from '@jest/globals';
import { eventGraph } from '../../../src/facts/events/graph.js';
import type { Grant } from '../../../src/model/identity.js';
import type { Model } from '../../../src/model/model.js';
import { grant, trigger } from '../../support/grants.js';
import { fn, model, role, store, value, workflow } from '../../support/model.js';

function edgesIn(fields: Partial<Model>): readonly string[] {
  return eventGraph(model(fields)).edges.map(({ from, kind, to }) => `${from} ${kind} ${to}`);
}

describe('what triggers, notifications and failures lead to', () => {
  test.each<readonly [string, Partial<Model>, readonly string[]]>([
    ['a trigger', { triggers: [trigger()] }, ['Store trigger Orders']],
    ['a trigger that is switched off', { triggers: [trigger({ enabled: value(false) })] }, []],
    ['a trigger from elsewhere', { triggers: [trigger({ source: undefined })] }, []],
    [
      'a trigger with a failure target',
      { triggers: [trigger({ onFailure: value('Dead') })] },
      ['Store trigger Orders', 'Orders failure Dead'],
    ],
    ['a subscription', { stores: [store({ id: 'Topic', leadsTo: ['Queue'] })] }, ['Topic plumbing Queue']],
    [
      'a redrive',
      { stores: [store({ redrive: value({ target: 'Dead', maximumReceives: 5 }) })] },
      ['Store failure Dead'],
    ],
    ['a workflow step', { workflows: [workflow({ invokes: ['Orders'] })] }, ['Flow invoke Orders']],
    ['a failure target', { functions: [fn({ onFailure: value('Dead') })] }, ['Orders failure Dead']],
  ])('%s', (_, fields, expected) => expect(edgesIn(fields)).toEqual(expected));
});

describe('what grants lead to', () => {
  const stores = [
    store({ id: 'Queue', name: value('orders') }),
    store({ id: 'Table', store: 'table', service: 'dynamodb', name: value('orders-table') }),
  ];
  const functions = [fn({ role: value('OrdersRole') })];

  test.each<readonly [string, Grant, readonly string[]]>([
    ['a reference', grant(['sqs:SendMessage'], ['${Queue.Arn}']), ['Orders write Queue']],
    ['a service wildcard', grant(['sqs:*'], ['${Queue.Arn}']), ['Orders write Queue']],
    ['a literal name', grant(['sqs:Send*'], ['arn:aws:sqs:eu-west-1:1:orders']), ['Orders write Queue']],
    [
      'a name with a wildcard',
      grant(['dynamodb:PutItem'], ['arn:aws:dynamodb:*:*:table/orders-*']),
      ['Orders write Table'],
    ],
    ['reading only', grant(['sqs:ReceiveMessage'], ['${Queue.Arn}']), []],
    ['another service', grant(['dynamodb:PutItem'], ['${Queue.Arn}']), []],
    ['everything', grant(['sqs:SendMessage'], ['*']), []],
    ['a name of which a part is not known', grant(['sqs:SendMessage'], ['arn:aws:sqs:eu-west-1:1:${Name}']), []],
    ['a denial', grant(['sqs:SendMessage'], ['${Queue.Arn}'], { effect: 'deny' }), []],
    ['itself', grant(['lambda:InvokeFunction'], ['${Orders.Arn}']), ['Orders invoke Orders']],
  ])('%s', (_, given, expected) => {
    const roles = [role({ grants: [given], users: ['Orders'] })];
    expect(edgesIn({ functions, stores, roles })).toEqual(expected);
  });

  test('of a role that several functions share are marked', () => {
    const roles = [role({ grants: [grant(['sqs:*'], ['${Queue.Arn}'])], users: ['Orders', 'Other'] })];
    expect(eventGraph(model({ functions, stores, roles })).edges.map(({ shared }) => shared)).toEqual([true]);
  });
});
