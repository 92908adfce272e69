import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { describe, expect, test } from '@jest/globals';
import { componentSets } from '../../src/dependencies/component-set.js';
import { renderCycloneDx } from '../../src/report/cyclonedx.js';
import { filesOf } from '../support/component-examples.js';

const integrity = `sha512-${Buffer.alloc(64, 1).toString('base64')}`;

const files = filesOf({
  'package.json': '{"dependencies": {"@aws-sdk/client-s3": "^3.0.0"}, "devDependencies": {"jest": "^30.0.0"}}',
  'package-lock.json': JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { '@aws-sdk/client-s3': '^3.0.0' }, devDependencies: { jest: '^30.0.0' } },
      'node_modules/@aws-sdk/client-s3': { version: '3.1.0', integrity },
      'node_modules/jest': { version: '30.0.0', dev: true },
    },
  }),
  'app/requirements.txt': 'requests==2.32.3\n',
  'pom.xml':
    '<project><dependencies><dependency><groupId>g</groupId><artifactId>a</artifactId><version>1.0</version></dependency></dependencies></project>',
  'go.mod': 'module x\n\nrequire golang.org/x/net v0.55.0\n',
  'go.sum': 'golang.org/x/net v0.1.0 h1:abc=\n',
});

const text = renderCycloneDx(componentSets(files.list(), files), {
  name: 'orders',
  version: '1.0.0',
  date: '2026-11-25',
});

interface Bom {
  readonly specVersion: string;
  readonly components: readonly {
    readonly purl: string;
    readonly scope: string;
    readonly hashes?: readonly unknown[];
  }[];
}

const bom = JSON.parse(text) as Bom;

describe('a CycloneDX document', () => {
  test('is one of version 1.6', async () => {
    expect(bom.specVersion).toBe('1.6');
    expect(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text)).toBeNull();
  });

  test('names every component by its package address, with what only development needs left out of scope', () => {
    expect(bom.components.map(({ purl, scope }) => [purl, scope])).toEqual([
      ['pkg:golang/golang.org/x/net@v0.55.0', 'required'],
      ['pkg:maven/g/a@1.0', 'required'],
      ['pkg:npm/%40aws-sdk/client-s3@3.1.0', 'required'],
      ['pkg:npm/jest@30.0.0', 'excluded'],
      ['pkg:pypi/requests@2.32.3', 'required'],
    ]);
  });

  test('carries the checksum of the archive', () => {
    const hashed = bom.components.filter(({ hashes }) => hashes !== undefined);
    expect(hashed.map(({ hashes }) => hashes)).toEqual([[{ alg: 'SHA-512', content: '01'.repeat(64) }]]);
  });

  test('is the same every time', () => {
    const again = renderCycloneDx(componentSets(files.list(), files), {
      name: 'orders',
      version: '1.0.0',
      date: '2026-11-25',
    });
    expect(again).toBe(text);
  });
});
