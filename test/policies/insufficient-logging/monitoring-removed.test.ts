import { describe, expect, test } from '@jest/globals';
import { deriveFacts } from '../../../src/facts/stack.js';
import type { Model } from '../../../src/model/model.js';
import type { Alarm, Trail } from '../../../src/model/store.js';
import policy from '../../../src/policies/insufficient-logging/monitoring-removed/policy.js';
import {
  api,
  context,
  fn,
  logGroup,
  model,
  oneOf,
  span,
  unresolved,
  unset,
  value,
  workflow,
} from '../../support/model.js';

function compare(base: Partial<Model>, head: Partial<Model>) {
  return [...policy.compare(deriveFacts(model(base)), deriveFacts(model(head)), context())];
}

const named = (id: string) => ({ id, type: 'T', at: span(3), whole: span(3) });

function alarm(fields: Partial<Alarm> = {}): Alarm {
  const metric = { metric: 'Errors', namespace: 'AWS/Lambda' };
  return {
    ...named('Errors'),
    ...metric,
    kind: 'alarm',
    watches: ['Orders'],
    everything: false,
    actions: value(true),
    ...fields,
  };
}

function trail(fields: Partial<Trail> = {}): Trail {
  return {
    ...named('Trail'),
    kind: 'trail',
    logging: unset(),
    dataEvents: value(true),
    functionEvents: unset(),
    allRegions: unset(),
    validated: unset(),
    streamed: unset(),
    encrypted: unset(),
    ...fields,
  };
}

const traced = fn({ tracing: value('active', span(5)) });

describe('taken away', () => {
  test('a deleted line is shown on the old side, and can be restored', () => {
    const found = compare({ functions: [traced] }, { functions: [fn()] });
    expect(found).toMatchObject([{ side: 'base', at: span(5), fix: { edits: [{ text: '"active"' }] } }]);
  });

  test('a changed line is shown on the new side', () => {
    const found = compare({ functions: [traced] }, { functions: [fn({ tracing: value('off', span(9)) })] });
    expect(found).toMatchObject([{ side: 'head', at: span(9) }]);
  });

  test.each<[string, Partial<Model>, Partial<Model>]>([
    ['logs of a function', { functions: [fn()] }, { functions: [fn({ logging: value(false) })] }],
    ['an access log', { apis: [api({ accessLog: value('Logs') })] }, { apis: [api()] }],
    [
      'an execution log',
      { apis: [api({ executionLog: value('error') })] },
      { apis: [api({ executionLog: value('off') })] },
    ],
    ['traces of an API', { apis: [api({ tracing: value(true) })] }, { apis: [api()] }],
    ['the log of a workflow', { workflows: [workflow({ logging: value('all') })] }, { workflows: [workflow()] }],
    ['an alarm', { functions: [fn()], alarms: [alarm()] }, { functions: [fn()] }],
    ['the actions of an alarm', { alarms: [alarm()] }, { alarms: [alarm({ actions: value(false) })] }],
    ['a trail', { trails: [trail()] }, {}],
    ['the records of a trail', { trails: [trail()] }, { trails: [trail({ logging: value(false) })] }],
    ['data events of a trail', { trails: [trail()] }, { trails: [trail({ dataEvents: unset() })] }],
    ['a detector of threats', { guards: [named('Detector')] }, {}],
    [
      'a monitor',
      { functions: [fn()], monitors: [{ name: 'Lumigo', functions: ['Orders'] }] },
      { functions: [fn({ tracing: unset() })] },
    ],
    [
      'a log group',
      { functions: [fn({ logGroup: value('OrdersLogs') })], logGroups: [logGroup()] },
      { functions: [fn()] },
    ],
    [
      'days of retention',
      { logGroups: [logGroup({ retention: value(90) })] },
      { logGroups: [logGroup({ retention: value(3) })] },
    ],
  ])('%s', (_, base, head) => expect(compare(base, head)).toHaveLength(1));
});

describe('not taken away', () => {
  test.each<[string, Partial<Model>, Partial<Model>]>([
    ['what never was', { functions: [fn()] }, { functions: [fn()] }],
    ['what stays', { functions: [traced] }, { functions: [traced] }],
    ['with the function itself', { functions: [traced] }, {}],
    ['perhaps', { functions: [traced] }, { functions: [fn({ tracing: unresolved() })] }],
    [
      'what was there in one branch only',
      { functions: [fn({ tracing: oneOf(value('active'), value('off')) })] },
      { functions: [fn()] },
    ],
    [
      'what a monitor replaces',
      { functions: [traced] },
      { functions: [fn()], monitors: [{ name: 'Lumigo', functions: 'all' }] },
    ],
    [
      'an alarm that another replaces',
      { functions: [fn()], alarms: [alarm()] },
      { functions: [fn()], alarms: [alarm({ id: 'AllErrors', everything: true, watches: [] })] },
    ],
    ['an alarm on what is gone too', { functions: [fn()], alarms: [alarm()] }, {}],
    [
      'an alarm that may be where we cannot look',
      { functions: [fn()], alarms: [alarm()] },
      { functions: [fn()], open: true },
    ],
    ['a trail that another replaces', { trails: [trail()] }, { trails: [trail({ id: 'Other' })] }],
    [
      'retention that is still long enough',
      { logGroups: [logGroup({ retention: value(90) })] },
      { logGroups: [logGroup({ retention: value(30) })] },
    ],
    [
      'a log group whose function has another',
      { functions: [fn()], logGroups: [logGroup()] },
      { functions: [fn({ logGroup: value('Shared') })] },
    ],
  ])('%s', (_, base, head) => expect(compare(base, head)).toEqual([]));
});
