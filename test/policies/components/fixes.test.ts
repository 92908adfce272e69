import { describe, expect, test } from '@jest/globals';
import type { Advisory } from '../../../src/dependencies/advisories/advisory.js';
import type { Edit } from '../../../src/model/span.js';
import type { ShippingFunction } from '../../../src/policies/components/shipping.js';
import { fixHolds } from '../../../src/policies/components/verification.js';
import type { ComponentPolicy } from '../../../src/policies/definition.js';
import installScriptAdded from '../../../src/policies/vulnerable-components/install-script-added/policy.js';
import maliciousPackage from '../../../src/policies/vulnerable-components/malicious-package/policy.js';
import unpinnedComponent from '../../../src/policies/vulnerable-components/unpinned-component/policy.js';
import vulnerableDependency from '../../../src/policies/vulnerable-components/vulnerable-dependency/policy.js';
import { filesOf, judgeTrees } from '../../support/component-examples.js';

type Texts = Readonly<Record<string, string>>;

const functions: readonly ShippingFunction[] = [{ id: 'F', name: 'F', codeRoot: '', exposure: 'unknown' }];

function record(id: string, ecosystem: string, name: string, fixed?: string): Advisory {
  const events = [{ introduced: '0' }, ...(fixed === undefined ? [] : [{ fixed }])];
  const ranges = [{ type: ecosystem === 'npm' ? 'SEMVER' : 'ECOSYSTEM', events }];
  const affected = [{ ecosystem, name, versions: [], severity: [], ranges }];
  return { id, aliases: [], summary: '', modified: '', severity: [], url: '', affected };
}

const advisories = [
  record('GHSA-q', 'npm', 'qs', '6.5.5'),
  record('GHSA-r', 'PyPI', 'requests', '2.32.4'),
  record('GHSA-n', 'Go', 'github.com/a/b', '1.2.5'),
  record('MAL-1', 'npm', 'evil'),
  record('MAL-2', 'PyPI', 'evil'),
];

function applied(text: string, edits: readonly Edit[]): string {
  const last = [...edits].sort((a, b) => b.start - a.start);
  return last.reduce((now, { start, end, text: put }) => now.slice(0, start) + put + now.slice(end), text);
}

function judged(policy: ComponentPolicy, texts: Texts) {
  const head = filesOf(texts);
  const base = filesOf(
    Object.fromEntries(Object.keys(texts).map((path) => [path, path.endsWith('.json') ? '{}' : '\n'])),
  );
  const found = judgeTrees(base, head, { policies: [policy], advisories, functions });
  return { head, offered: found.map(({ problem }) => problem).filter(({ fix }) => fix !== undefined) };
}

const lockOf = (...versions: readonly string[]) =>
  JSON.stringify({
    lockfileVersion: 3,
    packages: Object.fromEntries([
      ['', { dependencies: { qs: '*', evil: '^1.0.0' } }],
      ...versions.map((version, at) => [`node_modules/${at === 0 ? '' : 'ms/node_modules/'}qs`, { version }]),
      ['node_modules/evil', { version: '1.0.0' }],
    ]),
  });

describe('a mending that needs nothing from the author', () => {
  test.each<[string, ComponentPolicy, Texts, string]>([
    [
      'any version becomes the locked one',
      unpinnedComponent,
      { 'package.json': '{"dependencies": {"qs": "*"}}', 'package-lock.json': lockOf('6.5.5') },
      '{"dependencies": {"qs": "6.5.5"}}',
    ],
    [
      'the latest becomes the locked one',
      unpinnedComponent,
      { 'package.json': '{"dependencies": {"qs": "latest"}}', 'package-lock.json': lockOf('6.5.5') },
      '{"dependencies": {"qs": "6.5.5"}}',
    ],
    [
      'a vulnerable version becomes the fixed one',
      vulnerableDependency,
      { 'package.json': '{"dependencies": {"qs": "6.5.2"}}' },
      '{"dependencies": {"qs": "6.5.5"}}',
    ],
    [
      'a requirement becomes the fixed one',
      vulnerableDependency,
      { 'requirements.txt': 'requests[socks]==2.31.0 ; python_version > "3.9"  # http\n' },
      'requests[socks]==2.32.4 ; python_version > "3.9"  # http\n',
    ],
    [
      'a module becomes the fixed one',
      vulnerableDependency,
      { 'go.mod': 'module x\n\nrequire github.com/a/b v1.2.0 // direct\n' },
      'module x\n\nrequire github.com/a/b v1.2.5 // direct\n',
    ],
    [
      'malware between others goes',
      maliciousPackage,
      { 'package.json': '{"dependencies": {\n"a": "1.0.0",\n"evil": "1.0.0",\n"b": "1.0.0"}}' },
      '{"dependencies": {\n"a": "1.0.0",\n"b": "1.0.0"}}',
    ],
    [
      'malware at the end goes',
      maliciousPackage,
      { 'package.json': '{"dependencies": {\n"a": "1.0.0",\n"evil": "^1.0.0"\n}}' },
      '{"dependencies": {\n"a": "1.0.0"\n}}',
    ],
    [
      'malware alone goes with its line',
      maliciousPackage,
      { 'package.json': '{"dependencies": {\n    "evil": "1.0.0"\n  }}' },
      '{"dependencies": {\n  }}',
    ],
    [
      'a requirement of malware goes',
      maliciousPackage,
      { 'requirements.txt': 'a==1.0\nevil==1.0\nb==1.0\n' },
      'a==1.0\nb==1.0\n',
    ],
    [
      'a second index becomes the only one',
      installScriptAdded,
      { 'requirements.txt': '--extra-index-url https://pypi.example.com/simple\na==1.0\n' },
      '--index-url https://pypi.example.com/simple\na==1.0\n',
    ],
  ])('%s, and holds', (...[, policy, texts, expected]) => {
    const { head, offered } = judged(policy, texts);
    const [first] = offered;
    const [manifest = ''] = Object.keys(texts);
    expect(offered).toHaveLength(1);
    expect(applied(texts[manifest] ?? '', first?.fix?.edits ?? [])).toBe(expected);
    expect(first !== undefined && fixHolds(first, head)).toBe(true);
  });
});

describe('no mending is offered', () => {
  test.each<[string, ComponentPolicy, Texts]>([
    [
      'where the lockfile holds several versions',
      unpinnedComponent,
      { 'package.json': '{"dependencies": {"qs": "*"}}', 'package-lock.json': lockOf('6.5.5', '6.13.0') },
    ],
    [
      'for a range that has a lower bound only',
      unpinnedComponent,
      { 'package.json': '{"dependencies": {"qs": ">=6"}}', 'package-lock.json': lockOf('6.5.5') },
    ],
    [
      'for malware that the lockfile still names',
      maliciousPackage,
      { 'package.json': '{"dependencies": {"qs": "6.5.5", "evil": "^1.0.0"}}', 'package-lock.json': lockOf('6.5.5') },
    ],
    ['without a lockfile', unpinnedComponent, { 'package.json': '{"dependencies": {"qs": "*"}}' }],
    [
      'that goes beyond what the version promises',
      vulnerableDependency,
      { 'package.json': '{"dependencies": {"qs": "5.0.0"}}' },
    ],
  ])('%s', (...[, policy, texts]) => {
    const { offered } = judged(policy, texts);
    expect(offered).toEqual([]);
  });
});
