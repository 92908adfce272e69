import { describe, expect, test } from '@jest/globals';
import type { PathStep } from '../../../src/languages/javascript/patterns.js';
import { type Assignment, lookUp } from '../../../src/languages/javascript/scopes.js';
import { surveyOf } from '../../../src/languages/javascript/survey.js';
import { scriptOf, written } from './reading.js';

function stepText(step: PathStep): string {
  if (step.kind === 'property') return `.${step.name}`;
  return step.kind === 'item' ? `[${step.index}]` : `(${step.kind})`;
}

/** `target how value path | otherwise`. */
function said(text: string, { target, how, value, path, otherwise }: Assignment): string {
  const from = [how, written(text, value), path.map(stepText).join('')].filter((part) => part !== '').join(' ');
  return `${written(text, target)} ${from}${otherwise === undefined ? '' : ` | ${written(text, otherwise)}`}`;
}

describe('an assignment is noted', () => {
  test.each([
    ['where a name is declared', 'const a = 1;', ['a declared 1']],
    ['but not where a name is only declared', 'let a;', []],
    ['every time', 'let a = 1; a = 2; if (x) a = 3;', ['a declared 1', 'a assigned 2', 'a assigned 3']],
    [
      'where a value is added',
      'let a = 1; a += b; a ??= c; a++;',
      ['a declared 1', 'a combined b', 'a combined c', 'a combined'],
    ],
    ['of parts of an object', 'const { a, b: { c } } = d;', ['a declared d .a', 'c declared d .b.c']],
    ['of parts of a list', 'const [a, , b] = c;', ['a declared c [0]', 'b declared c [2]']],
    [
      'of what is left',
      'const { a, ...b } = c; const [...d] = e;',
      ['a declared c .a', 'b declared c (rest)', 'd declared e (rest)'],
    ],
    ['with what stands for undefined', 'const { a = 1 } = b;', ['a declared b .a | 1']],
    ['of a part that is computed', 'const { [k]: a } = b;', ['a declared b (any)']],
    ['into parts that are there', '({ a, b: c.d } = e);', ['a assigned e .a', 'c.d assigned e .b']],
    ['of a member', 'this.a = b; c.d = e;', ['this.a assigned b', 'c.d assigned e']],
    [
      'of items in turn',
      'for (const a of b) {} for (const [c, d] of e) {}',
      ['a item b', 'c item e [0]', 'd item e [1]'],
    ],
    ['of keys in turn', 'for (const a in b) {}', ['a key b']],
    [
      'of parameters',
      '(a, { b }, c = 1, ...d) => {};',
      ['a parameter [0]', 'b parameter [1].b', 'c parameter [2] | 1', 'd parameter [3](rest)'],
    ],
    ['of what is caught', 'try {} catch ({ message }) {}', ['message caught .message']],
    ['of imports', "import a, { b } from 'm';", ['a imported a', 'b imported b']],
    ['of functions', 'function f() {}', ['f declared function f() {}']],
    [
      'of classes',
      'class C { a = 1; static b = 2; #c = 3; }',
      [
        'C declared class C { a = 1; static b = 2; #c = 3; }',
        'a = 1; declared 1',
        'static b = 2; declared 2',
        '#c = 3; declared 3',
      ],
    ],
    [
      'of properties that are parameters',
      'class C { constructor(private a: A) {} }',
      ['C declared class C { constructor(private a: A) {} }', 'a: A parameter [0]'],
    ],
    ['inside of expressions', 'f(a = b, () => { c = d; });', ['a assigned b', 'c assigned d']],
    ['behind a cast', '(a as B).c = d; (e as F) = g;', ['(a as B).c assigned d', 'e assigned g']],
  ])('%s', (_, text, expected) =>
    expect(surveyOf(scriptOf(text)).assignments.map((one) => said(text, one))).toEqual(expected),
  );
});

describe('a name means', () => {
  /** The kind of `it` where `use(it)` is called, and what it is given. */
  function meaning(text: string): string {
    const survey = surveyOf(scriptOf(text));
    const [name] = survey.calls.find(({ node }) => written(text, node.callee) === 'use')?.node.arguments ?? [];
    const binding = lookUp(name && survey.scopeOf(name), 'it');
    const given = binding?.assignments.map(({ value }) => written(text, value)).join(', ');
    return binding === undefined ? 'nothing' : `${binding.kind} ${given}`;
  }

  test.each([
    ['a constant of the file', 'const it = 1; use(it);', 'const 1'],
    ['the nearest of several', 'const it = 1; { const it = 2; use(it); }', 'const 2'],
    ['not what stands beside', 'const it = 1; { const it = 2; } use(it);', 'const 1'],
    ['a parameter', 'const it = 1; (it) => use(it);', 'parameter '],
    ['what is declared below', 'use(it); const it = 1;', 'const 1'],
    ['a variable of the whole function', 'const it = 1; function f() { if (x) { var it = 2; } use(it); }', 'var 2'],
    ['a variable of the whole file', '{ var it = 1; } use(it);', 'var 1'],
    ['all that it is ever given', 'let it = 1; function f() { it = 2; } use(it);', 'let 1, 2'],
    ['what is given to it further in', 'let it; ({ f() { it = 1; } }); use(it);', 'let 1'],
    ['a turn of a loop', 'const it = 1; for (const it of list) use(it);', 'const list'],
    ['a function', 'use(it); function it() {}', 'function function it() {}'],
    ['a function inside itself', 'const f = function it() { use(it); };', 'function function it() { use(it); }'],
    ['not a function outside itself', 'const f = function it() {}; use(it);', 'nothing'],
    ['a class', 'class it {} use(it);', 'class class it {}'],
    ['what is caught', 'const it = 1; try {} catch (it) { use(it); }', 'caught '],
    ['an enumeration', 'enum it { A } use(it);', 'enum '],
    ['one name of a namespace', 'namespace n { const it = 1; use(it); }', 'const 1'],
    ['what nobody declares', 'it = 1; use(it);', 'global 1'],
    ['nothing that is known', 'use(it);', 'nothing'],
    ['not a key', '({ it: 1 }); a.it = 2; use(it);', 'nothing'],
    ['not a type', 'type it = string; let a: it; use(it);', 'nothing'],
    ['what a shorthand gives it', 'let it = 1; ({ it } = a); use(it);', 'let 1, a'],
  ])('%s', (_, text, expected) => expect(meaning(text)).toBe(expected));
});

describe('functions', () => {
  test('are known by what they are declared, assigned or listed as', () => {
    const text = `function a() {} const b = () => 1; exports.c = async () => {}; const o = { d() {}, e: function () {} };
class F { constructor() {} g() {} h = () => {}; #i() {} } use(() => {}); export default function () {}`;
    expect(surveyOf(scriptOf(text)).functions.map(({ name }) => name)).toEqual([
      'a',
      'b',
      'exports.c',
      'd',
      'e',
      'constructor',
      'g',
      'h',
      '#i',
      '',
      '',
    ]);
  });

  test('have parameters, what they give back, and functions around them', () => {
    const text =
      'function outer(a, { b }) { return a; function inner() { return b; } if (a) return [b]; } const arrow = (c) => c + 1;';
    const { functions } = surveyOf(scriptOf(text));
    expect(
      functions.map(({ name, parameters, returns, around }) => [
        name,
        parameters.map((one) => written(text, one)),
        returns.map((one) => written(text, one)),
        around?.name,
      ]),
    ).toEqual([
      ['outer', ['a', '{ b }'], ['a', '[b]'], undefined],
      ['inner', [], ['b'], 'outer'],
      ['arrow', ['c'], ['c + 1'], undefined],
    ]);
  });

  test('of a class stand in its scope', () => {
    const { functions } = surveyOf(scriptOf('class C { a() {} } ({ b() {} });'));
    expect(functions.map(({ scope }) => scope.around?.node.type)).toEqual(['ClassDeclaration', 'Program']);
  });
});

test('calls are listed in the order of the text, with the functions that they stand in', () => {
  const text = 'a(b()); const f = () => new C(d?.()); @e() class G { h = i(); } j`k`;';
  expect(
    surveyOf(scriptOf(text)).calls.map(({ node, scope }) => [written(text, node.callee), scope.inside?.name]),
  ).toEqual([
    ['a', undefined],
    ['b', undefined],
    ['C', 'f'],
    ['d', 'f'],
    ['e', undefined],
    ['i', undefined],
  ]);
});

test('a chain of ten thousand calls is followed to its end', () => {
  const { calls } = surveyOf(scriptOf(`a${'.b()'.repeat(10_000)};`));
  expect(calls).toHaveLength(10_000);
});
