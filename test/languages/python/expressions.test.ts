import { beforeAll, describe, expect, test } from '@jest/globals';
import { preparePython } from '../../../src/languages/python/parse.js';
import { expressionOf, moduleOf } from './support.js';

beforeAll(preparePython);

describe('a literal', () => {
  test.each([
    ['an integer', '1_000', 1000],
    ['a hexadecimal one', '0xFF', 255],
    ['a negative one', '-5', -5],
    ['a fraction', '1.5', 1.5],
    ['truth', 'True', true],
    ['nothing', 'None', null],
    ['dots', '...', undefined],
    ['a text', "'a'", 'a'],
    ['a text of several lines', '"""a\nb"""', 'a\nb'],
    ['escapes', String.raw`"\n\x41\u00e9\101\\\""`, '\nAéA\\"'],
    ['a backslash that escapes nothing', String.raw`"\d"`, String.raw`\d`],
    ['a line that goes on', '"a\\\nb"', 'ab'],
    ['a raw text', String.raw`r"\n"`, String.raw`\n`],
    ['a raw text of nothing but backslashes', String.raw`r'\\'`, String.raw`\\`],
    ['an empty text', `""""""`, ''],
    ['a text with quotes in it', `'''say "it's"'''`, `say "it's"`],
    ['texts beside each other', `("a" 'b'\n"c")`, 'abc'],
    ['braces of a formatted text', 'f"{{a}}"', '{a}'],
    ['braces of a raw formatted text', String.raw`rf"{{\n}}"`, String.raw`{\n}`],
  ])('%s', (_, text, value) => {
    expect(expressionOf(text)).toMatchObject({ kind: 'literal', value });
  });

  test('bytes are told from texts', () => {
    expect(expressionOf('b"a"')).toMatchObject({ kind: 'literal', value: 'a', isBytes: true });
  });

  test('what no number here holds is not read', () => {
    expect(expressionOf('1j')).toMatchObject({ kind: 'unread', because: 'not valid' });
  });
});

const a = { kind: 'name', name: 'a' };
const b = { kind: 'name', name: 'b' };
const c = { kind: 'name', name: 'c' };

test.each([
  ['a formatted text', 'f"x{a!r}y{b:>{c}}"', { kind: 'formatted', parts: ['x', a, 'y', b, c] }],
  ['formatted and plain texts', '"x" f"{a}"', { kind: 'formatted', parts: ['x', a] }],
  ['an attribute', 'a.b', { kind: 'attribute', of: a, name: 'b', nameAt: { start: 2, end: 3 } }],
  ['an item', 'a[b]', { kind: 'subscript', of: a, index: b }],
  ['items', 'a[b, c]', { kind: 'subscript', index: { kind: 'tuple', items: [b, c] } }],
  ['a part from the start', 'a[:b]', { index: { kind: 'slice', from: undefined, to: b, step: undefined } }],
  ['every so many', 'a[b::c]', { index: { kind: 'slice', from: b, to: undefined, step: c } }],
  ['a list', '[a, *b]', { kind: 'list', items: [a, { kind: 'starred', value: b }] }],
  ['a tuple without parentheses', 'a, b', { kind: 'tuple', items: [a, b] }],
  ['a set', '{a, b}', { kind: 'set', items: [a, b] }],
  ['a sum', 'a + b', { kind: 'operation', operators: ['+'], operands: [a, b] }],
  ['comparisons in a row', 'a < b not in c', { operators: ['<', 'not in'], operands: [a, b, c] }],
  ['a condition', 'not a', { kind: 'operation', operators: ['not'], operands: [a] }],
  ['both', 'a and b', { kind: 'operation', operators: ['and'], operands: [a, b] }],
  ['one of two', 'a if b else c', { kind: 'conditional', test: b, yes: a, no: c }],
  ['a name given on the way', '(a := b)', { kind: 'named', target: a, value: b }],
  ['what is waited for', 'await a', { kind: 'await', value: a }],
  ['what is given on', 'yield from a', { kind: 'yield', value: a, isFrom: true }],
  ['an empty one', '(yield)', { kind: 'yield', value: undefined, isFrom: false }],
  ['a lambda', 'lambda a, *b, c=1: a', { kind: 'lambda', body: a }],
  ['a printed text of Python 2', 'print >>c, a', { kind: 'call', callee: { name: 'print' }, args: [{ value: a }] }],
  ['code of Python 2', 'exec a', { kind: 'call', callee: { name: 'exec' }, args: [{ value: a }] }],
])('%s', (_, text, expected) => {
  expect(expressionOf(text)).toMatchObject(expected);
});

test('a dictionary has its entries, and others that are spread into it', () => {
  expect(expressionOf('{"k": a, b: 1, **c}')).toMatchObject({
    kind: 'dictionary',
    entries: [
      { key: { value: 'k' }, value: a },
      { key: b, value: { value: 1 } },
      { key: undefined, value: c },
    ],
  });
});

test('a comprehension has its clauses with their conditions', () => {
  expect(expressionOf('{a: b for a, b in c if a if b for d in a}')).toMatchObject({
    form: 'dictionary',
    key: a,
    element: b,
    clauses: [
      { target: { kind: 'tuple', items: [a, b] }, iterable: c, conditions: [a, b] },
      { target: { name: 'd' }, iterable: a, conditions: [] },
    ],
  });
});

describe('a call', () => {
  test('has its arguments with their places', () => {
    expect(expressionOf('f(a, k=b, *c, **a)')).toMatchObject({
      callee: { kind: 'name', name: 'f' },
      args: [
        { kind: 'positional', value: a },
        { kind: 'keyword', name: 'k', nameAt: { start: 5, end: 6 }, value: b, at: { start: 5, end: 8 } },
        { kind: 'spread', value: c },
        { kind: 'keywords', value: a },
      ],
    });
  });

  test('may take a generator without parentheses', () => {
    expect(expressionOf('any(a for a in b)')).toMatchObject({
      args: [{ kind: 'positional', value: { kind: 'comprehension', form: 'generator', element: a } }],
    });
  });
});

test('comments and lines that go on stand between parts', () => {
  expect(expressionOf('f(a, # first\n  # second\n  b)')).toMatchObject({ args: [{ value: a }, { value: b }] });
  expect(expressionOf('a \\\n  .b')).toMatchObject({ kind: 'attribute', of: a, name: 'b' });
});

test('what is nested too deeply is not followed', () => {
  const text = `${'['.repeat(2000)}${']'.repeat(2000)}`;
  expect(JSON.stringify(moduleOf(text).body)).toContain('nested too deeply');
});
