import { describe, expect, test } from '@jest/globals';
import { deriveFacts } from '../../../src/facts/stack.js';
import type { Model } from '../../../src/model/model.js';
import type { Trigger } from '../../../src/model/trigger.js';
import policy from '../../../src/policies/budget-exhaustion/trigger-loop/policy.js';
import { grant, term, trigger } from '../../support/grants.js';
import { fn, model, role, store, unresolved, value, workflow } from '../../support/model.js';

function problemsIn(fields: Partial<Model>) {
  return [...policy.check(deriveFacts(model(fields)))];
}

/** `Orders` may do these things, and this starts it. */
function loop(
  given: ReturnType<typeof grant>,
  starts: Partial<Trigger>,
  kind: Parameters<typeof store>[0] = {},
): Partial<Model> {
  return {
    functions: [fn({ role: value('OrdersRole') })],
    roles: [role({ grants: [given], users: ['Orders'] })],
    stores: [store({ id: 'Store', ...kind })],
    triggers: [trigger({ source: 'Store', ...starts })],
  };
}

const sends = grant(['sqs:SendMessage'], ['${Store.Arn}']);
const puts = grant(['s3:PutObject'], ['${Store.Arn}/*']);
const putsDone = grant(['s3:PutObject'], ['${Store.Arn}/done/*']);
const bucket = { store: 'bucket', service: 's3' } as const;
const bus = { store: 'bus', service: 'events' } as const;
const emits = grant(['events:PutEvents'], ['${Store.Arn}']);
const emitsOrders = {
  ...emits,
  conditions: [{ operator: 'StringEquals', key: 'events:source', values: [term('orders')], open: false }],
};
const anyKey = { prefixes: [], suffixes: [] };

describe('a function that writes to what starts it', () => {
  test.each<readonly [string, Partial<Model>, readonly string[]]>([
    ['its queue', loop(sends, {}), ['medium low']],
    ['its queue, but the mapping is off', loop(sends, { enabled: value(false) }), []],
    ['its queue, which hands on some messages only', loop(sends, { filtered: value(true) }), []],
    ['its queue, which may be filtered', loop(sends, { filtered: unresolved() }), []],
    ['its bucket', loop(puts, { trigger: 'bucket', objectFilter: anyKey }, bucket), ['medium low']],
    [
      'another folder of its bucket',
      loop(putsDone, { trigger: 'bucket', objectFilter: { prefixes: ['in/'], suffixes: [] } }, bucket),
      [],
    ],
    [
      'some folder of its bucket',
      loop(puts, { trigger: 'bucket', objectFilter: { prefixes: ['in/'], suffixes: [] } }, bucket),
      ['medium low'],
    ],
    ['its bucket, of which the filter is not known', loop(puts, { trigger: 'bucket' }, bucket), []],
    [
      'its bucket, by removing objects',
      loop(grant(['s3:DeleteObject'], ['${Store.Arn}/*']), { trigger: 'bucket', objectFilter: anyKey }, bucket),
      [],
    ],
    [
      'its table, where no guard watches',
      loop(
        grant(['dynamodb:PutItem'], ['${Store.Arn}']),
        { trigger: 'stream' },
        { store: 'table', service: 'dynamodb' },
      ),
      ['medium low'],
    ],
    [
      'its bus, with a rule for all events',
      loop(emits, { trigger: 'bus', pattern: { account: ['1'] } }, bus),
      ['medium low'],
    ],
    ['its bus, with a rule for one source', loop(emits, { trigger: 'bus', pattern: { source: ['orders'] } }, bus), []],
    [
      'its bus, as the source of the rule',
      loop(emitsOrders, { trigger: 'bus', pattern: { source: ['orders'] } }, bus),
      ['medium low'],
    ],
    ['its bus, as another source', loop(emitsOrders, { trigger: 'bus', pattern: { source: ['payments'] } }, bus), []],
    ['its bus, with a rule that was not read', loop(emits, { trigger: 'bus' }, bus), []],
    ['everything', loop(grant(['sqs:*'], ['*']), {}), []],
  ])('%s', (_, fields, expected) =>
    expect(problemsIn(fields).map(({ severity, confidence }) => `${severity} ${confidence}`)).toEqual(expected),
  );
});

describe('a loop over several resources', () => {
  const both = [fn({ role: value('OrdersRole') }), fn({ id: 'Other', role: value('OtherRole') })];

  test('of two functions is told once', () => {
    const found = problemsIn({
      functions: both,
      roles: [
        role({ grants: [grant(['sns:Publish'], ['${Topic.Arn}'])], users: ['Orders'] }),
        role({ id: 'OtherRole', grants: [grant(['sqs:SendMessage'], ['${Queue.Arn}'])], users: ['Other'] }),
      ],
      stores: [store({ id: 'Queue' }), store({ id: 'Topic', store: 'topic', service: 'sns' })],
      triggers: [
        trigger({ source: 'Queue' }),
        trigger({ id: 'b', trigger: 'topic', source: 'Topic', function: 'Other' }),
      ],
    });
    expect(found.map(({ message }) => message)).toEqual([
      'Orders can trigger itself: Orders → Topic → Other → Queue → Orders.',
    ]);
  });

  test('through a role that both share says nothing about either', () => {
    const shared = role({ grants: [sends], users: ['Orders', 'Other'] });
    const functions = both.map((each) => ({ ...each, role: value<string>('OrdersRole') }));
    expect(problemsIn({ functions, roles: [shared], stores: [store()], triggers: [trigger()] })).toEqual([]);
  });

  test('through a topic before the queue', () => {
    const fields = loop(grant(['sns:Publish'], ['${Topic.Arn}']), {});
    const stores = [store({ id: 'Store' }), store({ id: 'Topic', store: 'topic', service: 'sns', leadsTo: ['Store'] })];
    expect(problemsIn({ ...fields, stores }).map(({ severity }) => severity)).toEqual(['medium']);
  });

  test('through a topic that hands on some messages only says nothing', () => {
    const fields = loop(grant(['sns:Publish'], ['${Topic.Arn}']), {});
    const topic = store({ id: 'Topic', store: 'topic', service: 'sns', leadsTo: ['Store'], narrowedTo: ['Store'] });
    expect(problemsIn({ ...fields, stores: [store({ id: 'Store' }), topic] })).toEqual([]);
  });

  test('through a failure destination', () => {
    const functions = [fn({ onFailure: value('Store') })];
    expect(problemsIn({ functions, stores: [store()], triggers: [trigger()] })).toHaveLength(1);
  });

  test('through a workflow, where no guard watches', () => {
    const fields = loop(grant(['states:StartExecution'], ['${Flow}']), { source: undefined });
    const found = problemsIn({ ...fields, workflows: [workflow({ invokes: ['Orders'] })] });
    expect(found.map(({ severity }) => severity)).toEqual(['medium']);
  });

  test('with the guard switched off is medium while only grants allow it, and the guard itself is told', () => {
    const fields = loop(sends, {});
    const functions = [fn({ role: value('OrdersRole'), recursiveLoop: value('allow') })];
    const found = problemsIn({ ...fields, functions });
    expect(found.map(({ severity, discriminator }) => `${severity} ${discriminator}`)).toEqual([
      'medium Orders Store',
      'medium guard-off',
    ]);
  });

  test('of many functions names the beginning and the end', () => {
    const ids = Array.from({ length: 30 }, (_, index) => `F${index}`);
    const invokes = (index: number) => grant(['lambda:InvokeFunction'], [`\${F${(index + 1) % 30}.Arn}`]);
    const [found] = problemsIn({
      functions: ids.map((id) => fn({ id, role: value(`${id}Role`) })),
      roles: ids.map((id, index) => role({ id: `${id}Role`, users: [id], grants: [invokes(index)] })),
    });
    expect(found?.message).toContain('F0 → F1 → F2 → F3 → 23 more → F27 → F28 → F29 → F0.');
  });

  test('of a thousand functions in a tangle is found', () => {
    const ids = Array.from({ length: 1000 }, (_, index) => `F${index}`);
    const found = problemsIn({
      functions: ids.map((id) => fn({ id, role: value(`${id}Role`) })),
      roles: ids.map((id) => role({ id: `${id}Role`, users: [id], grants: [sends] })),
      stores: [store()],
      triggers: ids.map((id) => trigger({ id: `${id}Trigger`, function: id })),
    });
    expect(found.length).toBe(20);
  });
});
