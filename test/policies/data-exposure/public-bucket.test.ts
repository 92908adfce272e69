import { describe, expect, test } from '@jest/globals';
import { deriveFacts } from '../../../src/facts/stack.js';
import type { ResourcePolicy } from '../../../src/model/identity.js';
import type { PublicAccess } from '../../../src/model/store.js';
import policy from '../../../src/policies/data-exposure/public-bucket/policy.js';
import { resourcePolicy, terms } from '../../support/grants.js';
import { model, span, store, unresolved, unset, value } from '../../support/model.js';

function bucket(access: Partial<PublicAccess>) {
  const publicAccess: PublicAccess = { acl: unset(), blocked: unset(), website: unset(), ...access };
  return store({ id: 'Files', store: 'bucket', service: 's3', publicAccess });
}

function statement(fields: Partial<ResourcePolicy> = {}): ResourcePolicy {
  const target = { targetKind: 'bucket', target: 'Files' } as const;
  return resourcePolicy({ id: 'FilesPolicy/0', at: span(4), ...target, actions: terms('s3:GetObject'), ...fields });
}

function on(operator: string, key: string, text: string): Partial<ResourcePolicy> {
  return { conditions: [{ operator, key, values: terms(text).terms, open: false }] };
}

function check(access: Partial<PublicAccess>, resourcePolicies: readonly ResourcePolicy[] = []) {
  return [...policy.check(deriveFacts(model({ stores: [bucket(access)], resourcePolicies })))];
}

describe('settings of the bucket', () => {
  test.each<[string, Partial<PublicAccess>, string]>([
    ['written by anyone', { acl: value('write') }, 'critical'],
    ['read by anyone', { acl: value('read') }, 'high'],
    ['read by anyone as a website', { acl: value('read'), website: value(true) }, 'medium'],
    ['with guards switched off', { blocked: value<boolean, true>(false) }, 'medium'],
  ])('%s', (_, access, severity) => expect(check(access)).toMatchObject([{ severity, fix: { class: 'breaking' } }]));

  test('one fix closes the ACL and the guards', () => {
    const [problem] = check({ acl: value('read'), blocked: value<boolean, true>(false) });
    expect(problem?.fix?.edits).toHaveLength(2);
  });

  test('without a way to write one of both there is no fix', () => {
    const blocked = { ...unset<true>(), write: () => undefined };
    expect(check({ acl: value('read'), blocked })[0]?.fix).toBeUndefined();
  });

  test.each<[string, Partial<PublicAccess>]>([
    ['that says nothing', {}],
    ['that is guarded', { acl: value('read'), blocked: value<boolean, true>(true) }],
    ['with an unknown ACL', { acl: unresolved() }],
    ['with unknown guards', { blocked: unresolved() }],
  ])('a bucket %s is silent', (_, access) => expect(check(access)).toEqual([]));
});

describe('statements', () => {
  test.each<[string, Partial<PublicAccess>]>([
    ['statements', { acl: value('private') }],
    ['ACLs', { acl: value('read') }],
  ])('and %s that a single guard keeps from working are silent', (_, access) => {
    const ignores = { acls: true, statements: true };
    expect(check({ ...access, ignores }, [statement()])).toEqual([]);
  });

  test('that let anyone read a website', () => {
    const [problem] = check({ website: value(true) }, [statement()]);
    expect(problem).toMatchObject({ severity: 'medium', message: expect.stringContaining('read Files, as a website') });
  });

  test.each([
    ['read', terms('s3:GetObject'), 'high'],
    ['write', terms('s3:Put*'), 'critical'],
    ['do anything', terms('*'), 'critical'],
  ])('that let anyone %s', (_, actions, severity) => {
    expect(check({}, [statement({ actions })])).toMatchObject([{ severity, at: span(4) }]);
  });

  test('in a guarded bucket have no effect', () => {
    expect(check({ blocked: value<boolean, true>(true) }, [statement()])).toEqual([]);
  });

  test.each<[string, Partial<ResourcePolicy>]>([
    ['that deny', { effect: 'deny' }],
    ['for a service', { principals: [{ kind: 'service', term: { text: 'cloudfront.amazonaws.com', at: span() } }] }],
  ])('%s are silent', (_, fields) => expect(check({}, [statement(fields)])).toEqual([]));

  test('with a condition that says little of the caller ask for the guard', () => {
    expect(check({}, [statement(on('StringLike', 'aws:Referer', 'https://example.com/*'))])).toMatchObject([
      { severity: 'low' },
    ]);
  });

  test.each<[string, Partial<ResourcePolicy>]>([
    ['with conditions that could not be read', { conditionsOpen: true }],
    ['for one network', on('StringEquals', 'aws:SourceVpce', 'vpce-1')],
    [
      'for another account',
      { principals: [{ kind: 'account', term: { text: 'arn:aws:iam::123456789012:root', at: span() } }] },
    ],
  ])('%s need no guard', (_, fields) => expect(check({}, [statement(fields)])).toEqual([]));

  test('with a condition that everyone meets are public', () => {
    const everyone = on('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*');
    expect(check({}, [statement(everyone)])).toMatchObject([{ severity: 'high' }]);
  });
});
