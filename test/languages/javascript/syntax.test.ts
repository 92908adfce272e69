import { describe, expect, test } from '@jest/globals';
import { callOf, isCall, requiredModule } from '../../../src/languages/javascript/call-nodes.js';
import { joinedParts, literalOf, partsOf } from '../../../src/languages/javascript/literals.js';
import { chainOf, memberOf, namesOf } from '../../../src/languages/javascript/members.js';
import { bare } from '../../../src/languages/javascript/nodes.js';
import { expressionOf, written } from './reading.js';

describe('a literal is', () => {
  test.each([
    ['a text', "'a'", { value: 'a' }],
    ['a number', '1.5', { value: 1.5 }],
    ['a negative number', '-2', { value: -2 }],
    ['a switch', 'false', { value: false }],
    ['null', 'null', { value: null }],
    ['undefined', 'undefined', { value: null }],
    ['not a template', '`a`', undefined],
    ['not a name', 'a', undefined],
    ['not a negated name', '-a', undefined],
  ])('%s', (_, text, expected) => expect(literalOf(expressionOf(text))).toEqual(expected));
});

describe('a text is put together of', () => {
  test.each([
    ['a template', '`a${b}c`', ['a', 'b', 'c']],
    ['an escape', '`\\n`', ['\n']],
    ['sums', "'a' + b + (c + 'd')", ["'a'", 'b', "c + 'd'"]],
    ['sums behind a cast', "(('a' + b) as string) + c", ["'a'", 'b', 'c']],
    ['nothing else', 'a - b', undefined],
  ])('%s', (_, text, expected) => {
    const source = `(${text});`;
    const parts = joinedParts(expressionOf(text));
    expect(parts?.map((part) => (typeof part === 'string' ? part : written(source, part)))).toEqual(expected);
  });
});

test('an object lists entries, computed keys and spreads in the order of the text', () => {
  const node = expressionOf("{ a: 1, 'b': 2, 3: 4, ['c']: 5, [d]: 6, ...e, f, g() {} }");
  const parts = node.type === 'ObjectExpression' ? partsOf(node) : [];
  expect(parts.map((part) => [part.kind, part.kind === 'entry' ? part.key : '', part.value.type])).toEqual([
    ['entry', 'a', 'NumericLiteral'],
    ['entry', 'b', 'NumericLiteral'],
    ['entry', '3', 'NumericLiteral'],
    ['entry', 'c', 'NumericLiteral'],
    ['computed', '', 'NumericLiteral'],
    ['spread', '', 'Identifier'],
    ['entry', 'f', 'Identifier'],
    ['entry', 'g', 'ObjectMethod'],
  ]);
});

describe('a member is', () => {
  test.each([
    ['by its name', 'a.b', 'b'],
    ['by a text', "a['b-c']", 'b-c'],
    ['optional', 'a?.b', 'b'],
    ['not one by a name that is computed', 'a[b]', undefined],
    ['not a call', 'a.b()', undefined],
  ])('%s', (_, text, expected) => expect(memberOf(expressionOf(text))?.name).toBe(expected));
});

describe('names in a row are', () => {
  test.each([
    ['a name', 'a', ['a']],
    ['members', 'a.b.c', ['a', 'b', 'c']],
    ['members of this', 'this.a.b', ['this', 'a', 'b']],
    ['members behind casts', '(a as any)!.b', ['a', 'b']],
    ['not calls', 'a().b', undefined],
    ['not without end', `a${'.b'.repeat(40)}`, undefined],
  ])('%s', (_, text, expected) => expect(namesOf(expressionOf(text))).toEqual(expected));
});

describe('a chain has as steps', () => {
  test.each([
    ['its calls', "functions.region('x').https.onRequest(f)", ['functions', 'region/1', 'https', 'onRequest/1']],
    ['a single call', 'onRequest({}, f)', ['onRequest/2']],
    ['optional calls', 'a?.b?.(1)', ['a', 'b/1']],
    ['nothing where a call is called', 'a()()', undefined],
    ['nothing where it begins with something else', "'a'.b()", undefined],
  ])('%s', (_, text, expected) =>
    expect(
      chainOf(expressionOf(text))?.map(({ name, arguments: given }) => (given ? `${name}/${given.length}` : name)),
    ).toEqual(expected),
  );
});

describe('a call', () => {
  test.each([
    ['has arguments', 'f(a, b)', { given: 2, open: false, creates: false }],
    ['makes an object', 'new F(a)', { given: 1, open: false, creates: true }],
    ['has arguments that are spread', 'f(a, ...b)', { given: 1, open: true, creates: false }],
    ['is optional', 'f?.(a)', { given: 1, open: false, creates: false }],
  ])('%s', (_, text, expected) => {
    const node = expressionOf(text);
    const call = isCall(node) ? callOf(node) : undefined;
    expect(call).toMatchObject({ open: expected.open, creates: expected.creates });
    expect(call?.arguments).toHaveLength(expected.given);
    expect(`(${text});`.slice(call?.argumentsEnd)).toBe('));');
  });

  test.each([
    ['require', "require('m')", 'm'],
    ['require behind a cast', "(require('m') as M)", 'm'],
    ['require as bundlers write it', "__toESM(require('m'))", 'm'],
    ['require of something computed', 'require(m)', undefined],
    ['a method of that name', "a.require('m')", undefined],
  ])('%s', (_, text, expected) => expect(requiredModule(expressionOf(text))).toBe(expected));
});

test('casts and assertions say nothing', () =>
  expect(bare(expressionOf('((a as B)! satisfies C)')).type).toBe('Identifier'));
