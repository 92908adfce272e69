import { describe, expect, test } from '@jest/globals';
import { exportsIn } from '../../../src/languages/javascript/module-exports.js';
import { importsIn } from '../../../src/languages/javascript/module-imports.js';
import { scriptOf, written } from './reading.js';

describe('a file brings in', () => {
  test.each([
    ['a default', "import a from 'm';", ['a = m.default by import']],
    ['a namespace', "import * as a from 'm';", ['a = m.* by import']],
    ['names', "import { a, b as c } from 'm';", ['a = m.a by import', 'c = m.b by import']],
    ['a name that is a text', "import { 'a-b' as c } from 'm';", ['c = m.a-b by import']],
    ['a default and names', "import a, { b } from 'm';", ['a = m.default by import', 'b = m.b by import']],
    ['types', "import type { A } from 'm';", ['A = m.A by import, a type']],
    ['one type among names', "import { type A, b } from 'm';", ['A = m.A by import, a type', 'b = m.b by import']],
    ['effects', "import 'm';", [' = m.* by import']],
    ['a required module', "const a = require('m');", ['a = m.* by require']],
    ['required names', "const { a, b: c = 1 } = require('m');", ['a = m.a by require', 'c = m.b by require']],
    ['what a compiler required', "const a = __importStar(require('m'));", ['a = m.* by require']],
    ['what a helper library required', "var a = tslib_1.__importDefault(require('m'));", ['a = m.* by require']],
    ['the equals of TypeScript', "import a = require('m');", ['a = m.* by import-equals']],
    ['nothing that is computed', 'const a = require(name); const { b } = load();', []],
  ])('%s', (_, text, expected) =>
    expect(
      importsIn(scriptOf(text)).map(
        ({ local, module, name, by, isType }) => `${local} = ${module}.${name} by ${by}${isType ? ', a type' : ''}`,
      ),
    ).toEqual(expected),
  );
});

describe('a file gives', () => {
  test.each([
    ['constants', 'export const a = 1, b = 2;', ['a: 1', 'b: 2']],
    ['functions and classes', 'export function a() {} export class B {}', ['a: function a() {}', 'B: class B {}']],
    ['names that it declared before', 'const a = 1; export { a, a as b };', ['a: a', 'b: a']],
    ['a default', 'export default { a: 1 };', ['default: { a: 1 }']],
    ['a default by name', 'const a = 1; export { a as default };', ['default: a']],
    ['members of exports', 'exports.a = 1; module.exports.b = 2;', ['a: 1', 'b: 2']],
    ['all of it', 'module.exports = { a };', ['*: { a }']],
    ['all of it, in TypeScript', 'export = a;', ['*: a']],
    ['names of another file', "export { a, b as c } from 'm';", ['a: m.a', 'c: m.b']],
    ['the default of another file', "export { default as a } from 'm';", ['a: m.default']],
    ['all of another file', "export * from 'm'; export * as a from 'm';", ['*: m.*', 'a: m.*']],
    ['nothing deeper', 'exports.a.b = 1; other.exports = 2; exports = 3;', []],
  ])('%s', (_, text, expected) =>
    expect(
      exportsIn(scriptOf(text)).map((one) =>
        one.kind === 'value'
          ? `${one.name}: ${written(text, one.value)}`
          : `${one.name}: ${one.module}.${one.imported}`,
      ),
    ).toEqual(expected),
  );
});
