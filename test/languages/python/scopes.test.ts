import { beforeAll, describe, expect, test } from '@jest/globals';
import { preparePython } from '../../../src/languages/python/parse.js';
import { qualifiedNames } from '../../../src/languages/python/scopes/qualified-names.js';
import { bindingsOf } from '../../../src/languages/python/scopes/scope.js';
import { scopedStatements, scopesOf } from '../../../src/languages/python/scopes/scopes.js';
import { expressionsOf } from '../../../src/languages/python/walking/expressions.js';
import { expressionsIn } from '../../../src/languages/python/walking/statements.js';
import { moduleOf } from './support.js';

beforeAll(preparePython);

/** The lines that give a name a meaning where `here(...)` stands. */
function linesOf(text: string, name = 'a'): readonly number[] {
  return bindingsOf(placeIn(text).scope, name).map(({ at }) => text.slice(0, at.start).split('\n').length);
}

/** The argument of `here(...)`, with the scope that it stands in. */
function placeIn(text: string) {
  const module = moduleOf(text);
  const scopes = scopesOf(module);
  const places = scopedStatements(module, scopes).flatMap(({ statement, scope }) =>
    expressionsOf(statement)
      .flatMap(expressionsIn)
      .filter((each) => each.kind === 'call')
      .filter(({ callee }) => callee.kind === 'name' && callee.name === 'here')
      .map(({ args }) => ({ scope, argument: args[0]?.value })),
  );
  const [place] = places;
  if (place === undefined) throw new Error('The text does not call here().');
  return place;
}

describe('every place that gives a name a meaning is kept', () => {
  test.each([
    ['assignments', 'a = 1\na = 2\nhere()', [1, 2]],
    ['of branches', 'if x:\n  a = 1\nelse:\n  a = 2\nhere()', [2, 4]],
    ['one value for two names', 'b = a = 1\nhere()', [1]],
    ['one more', 'a = 1\na += 2\nhere()', [1, 2]],
    ['a declared type', 'a: int\nhere()', [1]],
    ['loops', 'for a in b: pass\nhere()', [1]],
    ['things that are opened', 'with x as (a, b): pass\nhere()', [1]],
    ['errors', 'try: pass\nexcept A as a: pass\nhere()', [2]],
    ['imports', 'try:\n  import a\nexcept A:\n  from b import c as a\nhere()', [2, 4]],
    ['definitions', 'def a(): pass\nclass a: pass\nhere()', [1, 2]],
    ['cases', 'match x:\n  case {"k": [1, a]}: here()', [2]],
    ['names given on the way', 'if (a := f()): here()', [1]],
    ['names given in a comprehension', '[(a := x) for x in y]\nhere()', [1]],
    ['deletions', 'a = 1\ndel a\nhere()', [1, 2]],
    ['parameters', 'def f(a):\n  a = a or {}\n  here()', [1, 2]],
    ['parameters that gather', 'def f(*, b=1, **a):\n  here()', [1]],
    ['none for what the language brings', 'here()', []],
  ])('%s', (_, text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });
});

describe('a name belongs to', () => {
  test.each([
    ['the function that assigns it', 'a = 1\ndef f():\n  here()\n  a = 2', [4]],
    ['what is around, if it does not', 'a = 1\ndef f():\n  here()', [1]],
    ['the module, where that is said', 'a = 1\ndef f():\n  global a\n  a = 2\n  here()', [1, 4]],
    [
      'the function around, where that is said',
      'def f():\n  a = 1\n  def g():\n    nonlocal a\n    a = 2\n  here()',
      [2, 5],
    ],
    ['the class, in its body', 'class A:\n  a = 1\n  here()', [2]],
    ['the module, in a method of a class that has one too', 'a = 1\nclass A:\n  a = 2\n  def f(self): here()', [1]],
    ['nobody here, if only a comprehension has it', '[a for a in b]\nhere()', []],
    ['nobody here, if only a lambda has it', 'lambda a: a\nhere()', []],
  ])('%s', (_, text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });

  test('the comprehension or lambda that takes it', () => {
    const module = moduleOf('[x for a in b]\nlambda c: x');
    const { of } = scopesOf(module);
    const owned = [...of].map(([owner, scope]) => [owner.kind, scope.kind, [...scope.bindings.keys()]]);
    expect(owned).toEqual([
      ['comprehension', 'comprehension', ['a']],
      ['lambda', 'function', ['c']],
    ]);
  });
});

test.each([
  ['a whole value', 'a = v', []],
  ['by its place', '_, a = v', [1]],
  ['within another', '_, (b, a) = v', [1, 1]],
  ['the rest', 'b, *a = v', ['rest']],
  ['counted from the end', '*b, a, c = v', [-2]],
])('the way to the value of a name is kept: %s', (_, text, within) => {
  const { module } = scopesOf(moduleOf(text));
  expect(bindingsOf(module, 'a')).toMatchObject([{ meaning: { kind: 'value', value: { name: 'v' } }, within }]);
});

describe('the name in the module that it comes from', () => {
  test.each([
    ['a module', 'import boto3\nhere(boto3.client)', ['boto3.client']],
    ['a module of a package', 'import os.path\nhere(os.path.join)', ['os.path.join']],
    ['another name', 'import subprocess as sp\nhere(sp.run)', ['subprocess.run']],
    ['a name of a module', 'from os import system as run\nhere(run)', ['os.system']],
    ['a neighbour', 'from .db import query\nhere(query)', ['.db.query']],
    [
      'one of two modules',
      'try:\n  import ujson as j\nexcept E:\n  import json as j\nhere(j.loads)',
      ['ujson.loads', 'json.loads'],
    ],
    ['an import in a function', 'def f():\n  import os\n  here(os.system)', ['os.system']],
    ['what the language brings', 'here(eval)', ['eval']],
    ['what is made here', 'def run(): pass\nhere(run)', []],
    ['what a call gives', 'here(f().run)', []],
  ])('%s', (_, text, names) => {
    const { scope, argument } = placeIn(text);
    expect(argument && qualifiedNames(scope, argument)).toEqual(names);
  });
});
