import { expect, test } from '@jest/globals';
import { catalogue } from '../../src/policies/catalogue.js';
import { examplesOf, policyFolders, stackPolicies, threatsWithTests } from '../support/examples.js';

test('the catalogue lists exactly the policy folders', () => {
  expect(catalogue.map(({ id }) => id).sort()).toEqual([...policyFolders()].sort());
});

test('no id is used twice', () => {
  const ids = catalogue.flatMap(({ id, formerIds = [] }) => [id, ...formerIds]);
  expect(new Set(ids).size).toBe(ids.length);
});

test('policies absorb only policies of the catalogue', () => {
  const ids = new Set(catalogue.flatMap(({ id }) => id));
  expect(catalogue.flatMap(({ absorbs = [] }) => absorbs).filter((id) => !ids.has(id))).toEqual([]);
});

test('what is a matter of design never fails a check', () => {
  const failing = catalogue.filter(({ threat, fails }) => threat === 'coarse-granularity' && fails !== 'never');
  expect(failing.map(({ id }) => id)).toEqual([]);
});

test.each(stackPolicies.map((policy) => [policy.id, policy] as const))(
  '%s has bad, good and unknown examples',
  (_, policy) => {
    const kinds = new Set(examplesOf(policy).map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['bad', 'good', 'unknown']);
  },
);

test('the examples of every threat are tested', () => {
  expect([...threatsWithTests()].sort()).toEqual([...new Set(stackPolicies.map(({ threat }) => threat))].sort());
});
