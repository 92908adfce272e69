import { describe, expect, test } from '@jest/globals';
import { deriveFacts } from '../../../src/facts/stack.js';
import type { Auth } from '../../../src/model/api.js';
import type { Model } from '../../../src/model/model.js';
import policy from '../../../src/policies/budget-exhaustion/concurrency-unbounded/policy.js';
import { grant, url } from '../../support/grants.js';
import { api, context, fn, model, role, route, unresolved, value } from '../../support/model.js';

function severitiesIn(fields: Partial<Model>) {
  return [...policy.check(deriveFacts(model(fields)), context())].map(({ severity }) => severity);
}

const open = value<Auth>({ kind: 'none' });

function throttled(rate: number, timeout = value(5)): Partial<Model> {
  return {
    functions: [fn({ timeout })],
    apis: [api({ throttle: value({ rate, burst: rate }) })],
    routes: [route({ auth: open })],
  };
}

describe('a function that anyone can start', () => {
  test.each<readonly [string, Partial<Model>, readonly string[]]>([
    ['without a limit', { functions: [fn()], urls: [url()] }, ['medium']],
    ['with a limit', { functions: [fn({ concurrency: value(5) })], urls: [url()] }, []],
    ['with a limit that says none', { functions: [fn({ concurrency: value(-1) })], urls: [url()] }, ['medium']],
    ['with a limit that is not known', { functions: [fn({ concurrency: unresolved() })], urls: [url()] }, []],
    [
      'with large memory for long',
      { functions: [fn({ memory: value(2048), timeout: value(60) })], urls: [url()] },
      ['medium'],
    ],
    [
      'that pays for each call of a model',
      {
        functions: [fn({ role: value('OrdersRole') })],
        roles: [role({ users: ['Orders'], grants: [grant(['bedrock:InvokeModel*'], ['*'])] })],
        urls: [url()],
      },
      ['medium'],
    ],
    ['on a platform with a bound of its own', { functions: [fn({ provider: 'openfaas' })], urls: [url()] }, []],
    ['on a platform with a high bound', { functions: [fn({ provider: 'google' })], urls: [url()] }, ['low']],
    ['behind a route that lets few through', throttled(20), []],
    ['behind a route that lets many through', throttled(21), ['medium']],
    ['behind a throttled route, and by its URL', { ...throttled(1), urls: [url()] }, ['medium']],
    [
      'behind a throttled route, for an unknown time',
      { ...throttled(1), functions: [fn({ timeout: unresolved() })] },
      ['medium'],
    ],
  ])('%s', (_, fields, expected) => expect(severitiesIn(fields)).toEqual(expected));

  test('is not judged when only callers with an identity can start it', () => {
    expect(severitiesIn({ functions: [fn()], apis: [api()], routes: [route()] })).toEqual([]);
  });

  test('gets the configured limit as a fix, and no number otherwise', () => {
    const stack = deriveFacts(model({ functions: [fn()], urls: [url()] }));
    const defaults = { ...context().defaults, reservedConcurrency: 40 };
    const fixes = (given = context()) => [...policy.check(stack, given)].map(({ fix }) => fix?.edits[0]?.text);
    expect(fixes()).toEqual([undefined]);
    expect(fixes(context({ defaults }))).toEqual(['40']);
  });
});
