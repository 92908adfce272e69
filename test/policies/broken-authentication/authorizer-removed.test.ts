import { describe, expect, test } from '@jest/globals';
import { deriveFacts } from '../../../src/facts/stack.js';
import type { Auth, Authorizer, Route } from '../../../src/model/api.js';
import type { Model } from '../../../src/model/model.js';
import policy from '../../../src/policies/broken-authentication/authorizer-removed/policy.js';
import { url } from '../../support/grants.js';
import { api, model, route, span, unresolved, value } from '../../support/model.js';

const people: Authorizer = { name: 'People', kind: 'jwt', at: span() };

function stackOf(fields: Partial<Model>) {
  return deriveFacts(model({ apis: [api({ authorizers: [people] })], ...fields }));
}

function problemsBetween(base: Partial<Model>, head: Partial<Model>) {
  return [...policy.compare(stackOf(base), stackOf(head))];
}

function asks(auth: Auth, fields: Partial<Route> = {}): Partial<Model> {
  return { routes: [route({ auth: value(auth, span(7)), ...fields })] };
}

const jwt: Auth = { kind: 'jwt', authorizer: 'People' };
const scoped: Auth = { ...jwt, scopes: ['orders/write'] };
const key: Auth = { kind: 'api-key' };
const nothing: Auth = { kind: 'none' };

describe('a route whose callers had to prove more before', () => {
  test.each<readonly [string, Partial<Model>, Partial<Model>, readonly string[]]>([
    ['from an identity to nothing', asks(jwt), asks(nothing), ['critical']],
    ['from an identity to a key', asks(jwt), asks(key), ['high']],
    ['from a key to nothing', asks(key), asks(nothing), ['critical']],
    ['from scopes to none', asks(scoped), asks(jwt), ['high']],
    ['from one kind of identity to another', asks(scoped), asks({ kind: 'iam' }), []],
    ['from nothing to an identity', asks(nothing), asks(jwt), []],
    ['as before', asks(jwt), asks(jwt), []],
    ['from something unread', { routes: [route({ auth: unresolved() })] }, asks(nothing), []],
    ['to something unread', asks(jwt), { routes: [route({ auth: unresolved() })] }, []],
    ['under another id', asks(jwt, { id: 'Former' }), asks(nothing), ['critical']],
    ['at another path', asks(jwt, { id: 'Former', path: '/former' }), asks(nothing), []],
    [
      'of an API that is private now',
      asks(jwt),
      { ...asks(nothing), apis: [api({ visibility: value('private') })] },
      [],
    ],
    ['of an address of a function', { urls: [url({ auth: value('iam') })] }, { urls: [url()] }, ['critical']],
  ])('%s', (_, base, head, expected) =>
    expect(problemsBetween(base, head).map(({ severity = policy.severity }) => severity)).toEqual(expected),
  );
});

describe('a route whose value only a default decides', () => {
  const byDefault = { ...value<Auth>(nothing, span(9)), confidence: 'medium' as const };
  const named = { ...value<Auth>(nothing, span(9)), origin: span(3) };
  const iam = { kind: 'iam' } as const;
  test.each([
    ['written as such is told for sure, with a fix', value<Auth>(nothing, span(9)), 'high', true],
    ['of a parameter is told with less confidence, and no literal is written over it', byDefault, 'medium', false],
    ['of a local is told for sure, and no literal is written over its name', named, 'high', false],
  ])('%s', (_, auth, confidence, isFixed) => {
    const [found] = problemsBetween(asks(iam), { routes: [route({ auth })] });
    expect([found?.confidence, found?.fix !== undefined]).toEqual([confidence, isFixed]);
  });

  test('before the change is no surer', () => {
    const before = { ...value<Auth>(iam, span(7)), confidence: 'low' as const };
    const [found] = problemsBetween({ routes: [route({ auth: before })] }, asks(nothing));
    expect(found?.confidence).toBe('low');
  });
});

describe('a route that was opened', () => {
  test('is told on the deleted line when nothing is said any more', () => {
    const [found] = problemsBetween(asks(jwt), { routes: [route({ auth: value<Auth>(nothing, span(0)) })] });
    expect(found).toMatchObject({ side: 'base', at: span(7) });
  });

  test('is told on the line that opens it', () => {
    const [found] = problemsBetween(asks(jwt), { routes: [route({ auth: value<Auth>(nothing, span(9)) })] });
    expect(found?.side).toBeUndefined();
    expect(found?.at).toEqual(span(9));
  });

  test('gets back what it had, unless that is gone too', () => {
    const fixes = (head: Partial<Model>) => problemsBetween(asks(jwt), head).map(({ fix }) => fix?.edits[0]?.text);
    expect(fixes(asks(nothing))).toEqual(['{"kind":"jwt","authorizer":"People"}']);
    expect(fixes({ ...asks(nothing), apis: [api()] })).toEqual([undefined]);
  });

  test('takes the place of the finding about the open route', () => {
    const [found] = problemsBetween(asks(jwt), asks(nothing));
    expect(found?.absorbs).toEqual([{ policy: 'route-without-authorizer', about: 'PostOrders' }]);
  });
});
