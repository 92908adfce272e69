import { describe, expect, test } from '@jest/globals';
import staticAnalysisMissing from '../../src/policies/coarse-granularity/static-analysis-missing/policy.js';
import { fixHolds } from '../../src/policies/components/verification.js';
import type { ComponentPolicy } from '../../src/policies/definition.js';
import dependencyTyposquat from '../../src/policies/vulnerable-components/dependency-typosquat/policy.js';
import freshVersion from '../../src/policies/vulnerable-components/fresh-version/policy.js';
import installScriptAdded from '../../src/policies/vulnerable-components/install-script-added/policy.js';
import lockfileTampered from '../../src/policies/vulnerable-components/lockfile-tampered/policy.js';
import maliciousPackage from '../../src/policies/vulnerable-components/malicious-package/policy.js';
import unpinnedComponent from '../../src/policies/vulnerable-components/unpinned-component/policy.js';
import vulnerableDependency from '../../src/policies/vulnerable-components/vulnerable-dependency/policy.js';
import { type ComponentExample, componentExamplesOf, judgeTrees, setsOf } from '../support/component-examples.js';

const policies: readonly ComponentPolicy[] = [
  dependencyTyposquat,
  freshVersion,
  installScriptAdded,
  lockfileTampered,
  maliciousPackage,
  staticAnalysisMissing,
  unpinnedComponent,
  vulnerableDependency,
];

function problemsOf(policy: ComponentPolicy, { base, head, advisories, functions }: ComponentExample) {
  return judgeTrees(base, head, { policies: [policy], advisories, functions }).map(({ problem }) => problem);
}

describe.each(policies.map((policy) => [policy.id, policy] as const))('%s', (_, policy) => {
  const examples = componentExamplesOf(policy);
  const named = (kind: string) => examples.filter((one) => one.kind === kind).map((one) => [one.name, one] as const);

  test.each(named('bad'))('finds %s', (_name, example) => {
    const found = problemsOf(policy, example).filter(({ status }) => status === 'introduced');
    expect(found).not.toEqual([]);
  });

  test.each(named('good'))('passes %s, which has something to look at', (_name, example) => {
    const sets = [...setsOf(example.head).values()];
    expect(problemsOf(policy, example).filter(({ status }) => status === 'introduced')).toEqual([]);
    expect(sets).not.toEqual([]);
    expect(sets.flatMap(({ notices }) => notices)).toEqual([]);
  });

  test.each(named('unknown'))('says nothing about %s', (_name, example) => {
    expect(problemsOf(policy, example)).toEqual([]);
  });

  test.each(named('bad'))('what it offers on %s holds, and points into the files', (_name, example) => {
    for (const problem of problemsOf(policy, example)) {
      const side = problem.side === 'base' ? example.base : example.head;
      const text = side?.read(problem.at.path) ?? '';
      expect(problem.at.end).toBeLessThanOrEqual(text.length);
      expect(problem.at.start).toBeLessThan(problem.at.end);
      expect(problem.fix === undefined || fixHolds(problem, example.head)).toBe(true);
      expect(problem.message).not.toMatch(/undefined|\n/);
    }
  });

  test('fingerprint parts do not repeat within one example', () => {
    for (const example of examples) {
      const keys = problemsOf(policy, example).map(({ key, discriminator }) => `${key} ${discriminator}`);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});
