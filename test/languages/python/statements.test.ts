import { beforeAll, describe, expect, test } from '@jest/globals';
import { preparePython } from '../../../src/languages/python/parse.js';
import { callsIn, expressionsIn } from '../../../src/languages/python/walking/statements.js';
import { expressionOf, moduleOf } from './support.js';

beforeAll(preparePython);

const name = (called: string) => ({ kind: 'name', name: called });
const call = (called: string) => ({ kind: 'expression', value: { kind: 'call', callee: name(called) } });
const one = (value: number) => ({ kind: 'literal', value });

describe('an import', () => {
  test.each([
    ['a module', 'import a.b', { module: 'a.b', name: undefined, local: 'a', binds: 'a' }],
    ['a module by another name', 'import a.b as c', { module: 'a.b', name: undefined, local: 'c', binds: 'a.b' }],
    ['a name', 'from a.b import c', { module: 'a.b', name: 'c', local: 'c', binds: 'a.b.c' }],
    ['a name by another', 'from a import b as c', { module: 'a', name: 'b', local: 'c', binds: 'a.b' }],
    ['all names', 'from a import *', { module: 'a', name: '*', local: undefined, binds: undefined }],
    ['a neighbour', 'from . import a', { module: '.', name: 'a', local: 'a', binds: '.a' }],
    ['a name of a neighbour', 'from ..a import b', { module: '..a', name: 'b', local: 'b', binds: '..a.b' }],
  ])('%s', (_, text, expected) => {
    expect(moduleOf(text).body).toMatchObject([{ kind: 'import', imports: [expected] }]);
  });

  test('several in parentheses', () => {
    expect(moduleOf('from a import (\n  b,\n  c as d,\n)').body).toMatchObject([
      { imports: [{ local: 'b' }, { local: 'd' }] },
    ]);
  });
});

test.each([
  ['an assignment', 'a = 1', { kind: 'assignment', targets: [name('a')], value: one(1), operator: undefined }],
  ['one value for two', 'a = b.c = 1', { targets: [name('a'), { kind: 'attribute', name: 'c' }], value: one(1) }],
  ['one that is taken apart', 'a, *b = c', { targets: [{ kind: 'tuple', items: [name('a'), { kind: 'starred' }] }] }],
  ['one with a type', 'a: List[int] = 1', { annotation: { kind: 'subscript', of: name('List') }, value: one(1) }],
  ['a type alone', 'a: int', { targets: [name('a')], annotation: name('int'), value: undefined }],
  ['one more', 'a += 1', { targets: [name('a')], operator: '+', value: one(1) }],
  ['what is given back', 'return a, b', { kind: 'return', value: { kind: 'tuple' } }],
  ['nothing that is given back', 'return', { kind: 'return', value: undefined }],
  ['what is raised', 'raise A() from b', { kind: 'raise', value: { kind: 'call' }, cause: name('b') }],
  ['what must hold', 'assert a, "b"', { kind: 'assert', test: name('a'), message: { value: 'b' } }],
  ['what is deleted', 'del a, b[0]', { kind: 'delete', targets: [name('a'), { kind: 'subscript' }] }],
  ['a name of the module', 'global a, b', { kind: 'global', names: ['a', 'b'] }],
  ['a name of what is around', 'nonlocal a', { kind: 'nonlocal', names: ['a'] }],
  [
    'a condition',
    'if a: f()\nelif b: g()\nelse: h()',
    {
      kind: 'if',
      branches: [
        { test: name('a'), body: [call('f')] },
        { test: name('b'), body: [call('g')] },
      ],
      otherwise: [call('h')],
    },
  ],
  [
    'a loop',
    'for a, b in c:\n  f()\nelse:\n  g()',
    { kind: 'for', target: { kind: 'tuple' }, iterable: name('c'), body: [call('f')], otherwise: [call('g')] },
  ],
  ['a loop with a condition', 'while a:\n  break', { kind: 'while', test: name('a'), body: [{ kind: 'break' }] }],
  [
    'things that are opened',
    'with f() as a, b: pass',
    {
      kind: 'with',
      items: [
        { value: { kind: 'call' }, target: name('a') },
        { value: name('b'), target: undefined },
      ],
      body: [{ kind: 'pass' }],
    },
  ],
  [
    'what may go wrong',
    'try: f()\nexcept (A, B) as e: g()\nexcept: pass\nelse: h()\nfinally: i()',
    {
      kind: 'try',
      body: [call('f')],
      handlers: [
        { caught: { kind: 'tuple' }, target: name('e'), body: [call('g')] },
        { caught: undefined, target: undefined },
      ],
      otherwise: [call('h')],
      atLast: [call('i')],
    },
  ],
])('%s', (_, text, expected) => {
  expect(moduleOf(text).body).toMatchObject([expected]);
});

test.each([
  ['a value', '"a"', { kind: 'value', value: { value: 'a' } }],
  ['a negative number', '-1', { kind: 'value', value: { value: -1 } }],
  ['a constant', 'a.b', { kind: 'value', value: { kind: 'attribute' } }],
  ['a name', 'a', { kind: 'capture', name: name('a') }],
  ['anything', '_', { kind: 'capture', name: undefined }],
  ['one of two by a name', '1 | 2 as a', { kind: 'capture', name: name('a'), pattern: { kind: 'alternative' } }],
  ['a sequence', '[a, *b]', { kind: 'sequence', items: [{ name: name('a') }, { name: name('b'), isRest: true }] }],
  ['several', 'a, b', { kind: 'sequence', items: [{ name: name('a') }, { name: name('b') }] }],
  [
    'keys',
    '{"k": a, **b}',
    {
      kind: 'mapping',
      entries: [
        { key: { value: 'k' }, pattern: { name: name('a') } },
        { key: undefined, pattern: { name: name('b') } },
      ],
    },
  ],
  [
    'fields of a class',
    'A(1, b=c)',
    {
      kind: 'class',
      of: name('A'),
      fields: [
        { name: undefined, pattern: { kind: 'value' } },
        { name: 'b', pattern: { name: name('c') } },
      ],
    },
  ],
])('a case compares with %s', (_, pattern, expected) => {
  const text = `match event:\n  case ${pattern} if x:\n    f()\n`;
  expect(moduleOf(text).body).toMatchObject([
    { kind: 'match', subject: name('event'), cases: [{ pattern: expected, guard: name('x'), body: [call('f')] }] },
  ]);
});

describe('a definition', () => {
  test('a function has what decorates it, what it takes and what it gives back', () => {
    const text = '@app.get("/")\nasync def f(a, /, b: int = 1, *, c: "A" | None, **d) -> str:\n  return a\n';
    expect(moduleOf(text).body).toMatchObject([
      {
        kind: 'function',
        name: 'f',
        isAsync: true,
        decorators: [{ kind: 'call', callee: { kind: 'attribute', name: 'get' } }],
        parameters: [
          { name: 'a', form: 'plain', isKeywordOnly: false },
          { name: 'b', annotation: name('int'), otherwise: one(1), isKeywordOnly: false },
          { name: 'c', annotation: { kind: 'operation', operators: ['|'] }, isKeywordOnly: true },
          { name: 'd', form: 'keywords' },
        ],
        returns: name('str'),
        body: [{ kind: 'return' }],
      },
    ]);
  });

  test('a class has its bases and its body', () => {
    expect(moduleOf('class A(B, metaclass=C):\n  a = 1\n').body).toMatchObject([
      {
        kind: 'class',
        name: 'A',
        bases: [
          { kind: 'positional', value: name('B') },
          { kind: 'keyword', name: 'metaclass' },
        ],
        body: [{ kind: 'assignment' }],
      },
    ]);
  });
});

test('statements around a part that is not valid are read, and the place is told', () => {
  const module = moduleOf('a = 1\nb = = 2\nf()\n');
  expect(module.brokenAt).toBe(10);
  expect(module.body.at(0)).toMatchObject({ kind: 'assignment' });
  expect(module.body.at(-1)).toMatchObject(call('f'));
});

test('every call of a text is found, wherever it stands', () => {
  const text = `
@d()
class A(b()):
    x: c() = e()
    def f(self, a=g()):
        with h() as j, k(): return lambda: [l() for m in n() if o()]
try: p(q(), r=s())
except t(): f"{u()}"
match v():
    case {"a": w} if z(): pass
`;
  const names = callsIn(moduleOf(text).body).map(({ callee }) => (callee.kind === 'name' ? callee.name : ''));
  expect(names.toSorted()).toEqual([...'bcdeghklnopqstuvz']);
});

test('what stands in an expression comes after it, in the order of the text', () => {
  const names = expressionsIn(expressionOf('a(b, c[d], e=f)')).flatMap((each) =>
    each.kind === 'name' ? each.name : [],
  );
  expect(names).toEqual(['a', 'b', 'c', 'd', 'f']);
});
