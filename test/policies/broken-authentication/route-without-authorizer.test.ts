import { describe, expect, test } from '@jest/globals';
import { deriveFacts } from '../../../src/facts/stack.js';
import type { Auth, Authorizer, Route } from '../../../src/model/api.js';
import type { Model } from '../../../src/model/model.js';
import policy from '../../../src/policies/broken-authentication/route-without-authorizer/policy.js';
import { api, fn, model, oneOf, role, route, span, unresolved, unset, value } from '../../support/model.js';

function problemsIn(fields: Partial<Model>) {
  return [...policy.check(deriveFacts(model({ functions: [fn()], apis: [api()], ...fields })))];
}

const open = value<Auth>({ kind: 'none' });

function routed(fields: Partial<Route>): Partial<Model> {
  return { routes: [route({ auth: open, ...fields })] };
}

describe('a route that asks for nothing', () => {
  test.each<readonly [string, Partial<Model>, readonly string[]]>([
    ['to write', routed({}), ['high']],
    ['to read, by a function that may do nothing', readBy([]), ['medium']],
    ['for signing in', routed({ path: '/login' }), ['low']],
    ['for health checks', routed({ path: '/health', method: 'GET' }), []],
    ['for preflights', routed({ method: 'OPTIONS' }), []],
    ['that gives a fixed answer', routed({ integration: 'mock' }), ['low']],
    ['of an API elsewhere', routed({ api: undefined }), []],
    ['of an API elsewhere, as it says itself', routed({ api: undefined, at: span(50) }), ['high']],
    ['of a private API', { ...routed({}), apis: [api({ visibility: value('private') })] }, []],
    ['of an API that may be private', { ...routed({}), apis: [api({ visibility: unresolved() })] }, []],
    ['or so it may be', routed({ auth: unresolved() }), []],
    ['after connecting', { ...routed({ path: 'send' }), apis: [api({ api: 'websocket' })] }, []],
    ['to connect', { ...routed({ path: '$connect' }), apis: [api({ api: 'websocket' })] }, ['high']],
  ])('%s', (_, fields, expected) => expect(problemsIn(fields).map(({ severity }) => severity)).toEqual(expected));

  function readBy(grants: readonly never[]): Partial<Model> {
    return {
      ...routed({ method: 'GET' }),
      functions: [fn({ role: value('OrdersRole') })],
      roles: [role({ users: ['Orders'], grants })],
    };
  }

  test('in one branch says which, less surely', () => {
    const [found] = problemsIn(routed({ auth: oneOf(open, value<Auth>({ kind: 'iam' })) }));
    expect(found).toMatchObject({
      message: 'POST /orders of Api accepts unauthenticated requests in branch Is0.',
      confidence: 'medium',
    });
  });
});

describe('the fix of an open route', () => {
  const jwt: Authorizer = { name: 'People', kind: 'jwt', at: span() };

  test.each<readonly [string, Partial<Parameters<typeof api>[0]>, unknown]>([
    ['the only authorizer', { authorizers: [jwt] }, ['exact', '{"kind":"jwt","authorizer":"People"}']],
    ['signed requests without any', {}, ['breaking', '{"kind":"iam"}']],
    ['none of two', { authorizers: [jwt, { ...jwt, name: 'Staff' }] }, undefined],
    ['none that was not read', { authorizers: [{ ...jwt, kind: 'unknown' }] }, undefined],
    ['none that a load balancer cannot check', { api: 'alb' }, undefined],
  ])('%s', (_, fields, expected) => {
    const [found] = problemsIn({ ...routed({}), apis: [api(fields)] });
    expect(found?.fix && [found.fix.class, found.fix.edits[0]?.text]).toEqual(expected);
  });

  test('is left out when the framework cannot write it', () => {
    const fixed = {
      ...unset<Auth>(),
      kind: 'known' as const,
      value: { kind: 'none' as const },
      confidence: 'high' as const,
    };
    const [found] = problemsIn(routed({ auth: { ...fixed, write: () => undefined } }));
    expect(found?.fix).toBeUndefined();
  });
});
