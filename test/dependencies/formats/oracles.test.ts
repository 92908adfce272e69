import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse as parseYaml } from 'yaml';
import type { Json } from '../../../src/notation/json/node.js';
import { readJson } from '../../../src/notation/json/positions.js';
import { type OutlineNode, readOutline } from '../../../src/notation/yaml/outline.js';

/** The plain value of a tree with places. */
function plain(node: Json | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'array') return node.items.map(plain);
  return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, plain(value)]));
}

describe('the reader of JSON agrees with the platform’s', () => {
  test.each([0, 2])('on anything, indented by %s', (indent) => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value, null, indent);
        const { root, notices } = readJson('x.json', text);
        expect(notices).toEqual([]);
        expect(JSON.stringify(plain(root))).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  test('on places: every scalar covers its own text', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.integer(), fc.boolean())), (values) => {
        const text = JSON.stringify(values, null, 1);
        const { root } = readJson('x.json', text);
        const items = root?.kind === 'array' ? root.items : [];
        expect(items.map(({ start, end }) => JSON.parse(text.slice(start, end)))).toEqual(values);
      }),
    );
  });

  test('and never fails on broken text', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), fc.string(), (value, at, junk) => {
        const text = JSON.stringify(value, null, 1);
        const cut = at % (text.length + 1);
        expect(() => readJson('x.json', text.slice(0, cut) + junk + text.slice(cut))).not.toThrow();
      }),
    );
  });
});

const lock = `lockfileVersion: '9.0'

settings:
  autoInstallPeers: true

importers:

  .:
    dependencies:
      '@s/a':
        specifier: ^1.0.0
        version: 1.0.0(b@2.0.0)

packages:

  '@s/a@1.0.0':
    resolution: {integrity: sha512-x==}
    engines: {node: '>=18'}

  b@2.0.0:
    resolution: {integrity: sha512-y==, tarball: https://example.com/b.tgz}
    deprecated: "Use c: it is better"
`;

/** Keys and texts of an outline, as a YAML library gives them; flow collections stay texts there. */
function asObject(nodes: readonly OutlineNode[]): Record<string, unknown> {
  return Object.fromEntries(
    nodes.map(({ key, value, children }) => {
      if (children.length > 0) return [key, asObject(children)];
      return [key, /^[{[]/.test(value) ? parseYaml(value) : value];
    }),
  );
}

test('the reader of block YAML agrees with a YAML library on a lockfile', () => {
  const expected = JSON.parse(JSON.stringify(parseYaml(lock)).replaceAll('true', '"true"')) as unknown;
  expect(asObject(readOutline(lock))).toEqual(expected);
});
