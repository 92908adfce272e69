import { describe, expect, test } from '@jest/globals';
import { deriveFacts } from '../../../src/facts/stack.js';
import type { Auth } from '../../../src/model/api.js';
import type { Model } from '../../../src/model/model.js';
import policy from '../../../src/policies/shadow-apis/gateway-bypass/policy.js';
import { url } from '../../support/grants.js';
import { api, fn, model, route, span, unresolved, unset, value } from '../../support/model.js';

function severitiesIn(fields: Partial<Model>) {
  const found = [...policy.check(deriveFacts(model({ functions: [fn()], apis: [api()], ...fields })))];
  return found.map(({ severity = policy.severity }) => severity);
}

const open = value<Auth>({ kind: 'none' });
const front = route();
const other = api({ id: 'Other' });
const beside = route({ id: 'b', api: 'Other', auth: open });

describe('a function that a route protects', () => {
  test.each<readonly [string, Partial<Model>, readonly string[]]>([
    ['with an open URL', { routes: [front], urls: [url()] }, ['high']],
    ['with a URL for signed requests', { routes: [front], urls: [url({ auth: value('iam') })] }, []],
    ['with a URL that is not known', { routes: [front], urls: [url({ auth: unresolved() })] }, []],
    ['with an open URL of another function', { routes: [front], urls: [url({ function: 'Other' })] }, []],
    ['with an open route of another API', { apis: [api(), other], routes: [front, beside] }, ['high']],
    [
      'with a health check of another API',
      { apis: [api(), other], routes: [front, { ...beside, method: 'GET', path: '/health' }] },
      [],
    ],
    ['with an open route of the same API', { routes: [front, route({ id: 'b', auth: open })] }, []],
    ['not, with an open URL', { routes: [route({ auth: open })], urls: [url()] }, []],
  ])('%s', (_, fields, expected) => expect(severitiesIn(fields)).toEqual(expected));
});

describe('an API with a domain of its own', () => {
  const convenient = { at: span(), mutualTls: unset<boolean>() };
  const strict = { at: span(), mutualTls: value(true) };

  test.each<readonly [string, Parameters<typeof api>[0], readonly string[]]>([
    ['that asks for certificates', { domain: strict }, ['high']],
    ['behind a firewall', { domain: convenient, firewall: value(true) }, ['medium']],
    ['for convenience', { domain: convenient }, ['low']],
    ['and no other address', { domain: strict, defaultEndpoint: value(false) }, []],
    ['and perhaps another address', { domain: strict, defaultEndpoint: unresolved() }, []],
    ['inside a network', { domain: strict, visibility: value('private') }, []],
    ['that is missing', {}, []],
  ])('%s', (_, fields, expected) => expect(severitiesIn({ apis: [api(fields)] })).toEqual(expected));
});
