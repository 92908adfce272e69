import { beforeAll, expect, test } from '@jest/globals';
import { parseBicep, prepareParser } from '../../../src/frameworks/azure/bicep/file.js';
import { maskBicep } from '../../../src/frameworks/azure/bicep/masking.js';

beforeAll(prepareParser);

test.each([
  ['a spread in a map', 'var a = {\n  ...b\n}\n', 'var a = {\n  _: b\n}\n'],
  ['a spread in a list', 'var a = [\n  ...b\n]\n', 'var a = [\n     b\n]\n'],
  [
    'a spread after code in a text',
    "var a = {\n  b: '${c[0]}{'\n  ...d\n}\n",
    "var a = {\n  b: '${c[0]}{'\n  _: d\n}\n",
  ],
  ['dots in a text', "var a = 'so on ...'\n", "var a = 'so on ...'\n"],
  ['dots in a remark', 'var a = 1 // so on ...\n', 'var a = 1 // so on ...\n'],
  ['dots in a text of several lines', "var a = '''\n...\n'''\n", "var a = '''\n...\n'''\n"],
  ['an extension', "extension 'br:x/y:1' as graph\nvar a = 1\n", '                             \nvar a = 1\n'],
  ['a type of a resource', "param a resourceInput<'A/b@1'>.c?\n", 'param a object                   \n'],
  ['a type that may be left out', 'param a b?\nparam c d?\n', 'param a b \nparam c d \n'],
])('%s', (_, text, expected) => {
  expect(maskBicep(text)).toHaveLength(text.length);
  expect(maskBicep(text)).toBe(expected);
  expect(parseBicep({ path: 'main.bicep', text }).notices).toEqual([]);
});
