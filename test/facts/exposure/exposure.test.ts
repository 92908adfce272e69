import { describe, expect, test } from '@jest/globals';
import { exposuresOf } from '../../../src/facts/exposure/exposure.js';
import type { Auth } from '../../../src/model/api.js';
import type { Model } from '../../../src/model/model.js';
import { resourcePolicy, term, trigger, url } from '../../support/grants.js';
import { api, fn, model, oneOf, route, span, store, unresolved, unset, value } from '../../support/model.js';

const open = value<Auth>({ kind: 'none' });
const keyed = value<Auth>({ kind: 'api-key' });
const queue = store({ id: 'Store' });

function exposureIn(fields: Partial<Model>) {
  return exposuresOf(model({ functions: [fn()], apis: [api()], ...fields })).get('Orders');
}

describe('exposure of a function', () => {
  test.each([
    ['nothing starts it', {}, 'internal'],
    ['nothing read starts it, but parts of the stack were not read', { open: true }, 'unknown'],
    ['a route asks for nothing', { routes: [route({ auth: open })] }, 'open'],
    ['a route asks for a key', { routes: [route({ auth: keyed })] }, 'keyed'],
    ['a route asks for a signature', { routes: [route()] }, 'authenticated'],
    ['what a route asks for is not known', { routes: [route({ auth: unresolved() })] }, 'unknown'],
    ['a route is open in one branch', { routes: [route({ auth: oneOf(open, value({ kind: 'iam' })) })] }, 'open'],
    ['only the preflight is open', { routes: [route({ auth: open, method: 'OPTIONS' })] }, 'internal'],
    ['one of two routes is open', { routes: [route(), route({ id: 'b', auth: open })] }, 'open'],
    [
      'one route is keyed, another unread',
      { routes: [route({ auth: unresolved() }), route({ id: 'b', auth: keyed })] },
      'keyed',
    ],
    [
      'the open route is of a private API',
      { apis: [api({ visibility: value('private') })], routes: [route({ auth: open })] },
      'authenticated',
    ],
    [
      'the visibility of its API is not known',
      { apis: [api({ visibility: unresolved() })], routes: [route({ auth: open })] },
      'unknown',
    ],
    ['the open route is of an API elsewhere', { routes: [route({ api: undefined, auth: open })] }, 'unknown'],
    ['its address asks for nothing', { urls: [url()] }, 'open'],
    ['its address asks for a signature', { urls: [url({ auth: value('iam') })] }, 'authenticated'],
    ['a queue of the stack starts it', { stores: [queue], triggers: [trigger()] }, 'internal'],
    [
      'everyone may send to its queue',
      { stores: [queue], triggers: [trigger()], resourcePolicies: [resourcePolicy()] },
      'open',
    ],
    [
      'everyone may read from its queue',
      {
        stores: [queue],
        triggers: [trigger()],
        resourcePolicies: [
          resourcePolicy({ actions: { ...resourcePolicy().actions, terms: [term('sqs:ReceiveMessage')] } }),
        ],
      },
      'internal',
    ],
    [
      'a topic of the stack may send to its queue',
      {
        stores: [queue],
        triggers: [trigger()],
        resourcePolicies: [resourcePolicy({ sourceArn: value(term('${Topic}')) })],
      },
      'internal',
    ],
    [
      'everyone may send to the topic before its queue',
      {
        stores: [queue, store({ id: 'Topic', store: 'topic', leadsTo: ['Store'] })],
        triggers: [trigger()],
        resourcePolicies: [
          resourcePolicy({ target: 'Topic', actions: { ...resourcePolicy().actions, terms: [term('sns:*')] } }),
        ],
      },
      'open',
    ],
    [
      'an open route hands requests to its queue',
      {
        stores: [queue],
        triggers: [trigger()],
        routes: [route({ auth: open, function: undefined, integration: 'service', store: 'Store' })],
      },
      'open',
    ],
    [
      'a switched-off mapping from a public queue',
      { stores: [queue], triggers: [trigger({ enabled: value(false) })], resourcePolicies: [resourcePolicy()] },
      'internal',
    ],
    [
      'everyone may invoke it',
      { resourcePolicies: [resourcePolicy({ target: 'Orders', targetKind: 'function' })] },
      'open',
    ],
    [
      'an API that is not in the stack may invoke it',
      {
        resourcePolicies: [
          resourcePolicy({
            target: 'Orders',
            targetKind: 'function',
            principals: [{ kind: 'service', term: term('apigateway.amazonaws.com') }],
          }),
        ],
      },
      'unknown',
    ],
    ['it is itself an authorizer', { functions: [fn({ purpose: 'authorizer' })], urls: [url()] }, 'internal'],
  ] satisfies readonly (readonly [string, Partial<Model>, string])[])('%s', (_, fields, expected) =>
    expect(exposureIn(fields)).toBe(expected),
  );

  test.each([
    ['the way around the domain is closed', value(false), 'authenticated'],
    ['the way around the domain is open', unset<boolean>(), 'open'],
  ])('client certificates when %s', (_, defaultEndpoint, expected) => {
    const domain = { at: span(), mutualTls: value(true) };
    const exposure = exposureIn({ apis: [api({ domain, defaultEndpoint })], routes: [route({ auth: open })] });
    expect(exposure).toBe(expected);
  });

  test.each([
    [
      'the route that connects is open',
      [route({ path: '$connect', auth: open }), route({ id: 'b', path: 'send' })],
      'open',
    ],
    [
      'the route that connects asks',
      [route({ path: '$connect' }), route({ id: 'b', path: 'send', auth: open })],
      'authenticated',
    ],
    ['no route connects', [route({ path: 'send' })], 'open'],
  ])('of WebSocket routes, when %s', (_, routes, expected) =>
    expect(exposureIn({ apis: [api({ api: 'websocket' })], routes })).toBe(expected),
  );
});
