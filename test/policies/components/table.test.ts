import { expect, test } from '@jest/globals';
import { componentTable } from '../../../src/policies/components/table.js';
import type { ComponentProblem } from '../../../src/policies/policy.js';

function problem(more: Partial<ComponentProblem>): ComponentProblem {
  const at = { path: 'package-lock.json', start: 0, end: 1 };
  const advisories = [
    { ids: ['GHSA-a', 'CVE-1'], url: 'https://github.com/advisories/GHSA-a', severity: 'high' as const },
  ];
  const component = {
    ecosystem: 'npm',
    name: 'qs',
    version: '1.0.0',
    advisories,
    fixed: '1.2.0',
    functions: ['Orders', 'a|b'],
  };
  return {
    about: { id: 'qs@1.0.0' },
    key: '',
    at,
    message: '',
    status: 'introduced',
    severity: 'high',
    component,
    ...more,
  };
}

test('a row for each component, with links, severity, fix and functions', () => {
  expect(componentTable([problem({})])).toBe(
    [
      '| Component | Advisories | Severity | Fixed in | Functions |',
      '| --- | --- | --- | --- | --- |',
      '| `qs@1.0.0` | [GHSA-a](https://github.com/advisories/GHSA-a) | high | `1.2.0` | Orders and a_b |',
    ].join('\n'),
  );
});

test('nothing for what is mended', () => expect(componentTable([problem({ status: 'fixed' })])).toBe(''));
