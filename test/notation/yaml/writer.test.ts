import { describe, expect, test } from '@jest/globals';
import { applyEdits } from '../../../src/findings/edits.js';
import type { Literal } from '../../../src/model/literal.js';
import type { Edit } from '../../../src/model/span.js';
import { itemsOf, type MapValue, type Value, valueAt } from '../../../src/model/value.js';
import type { Writer } from '../../../src/notation/writer.js';
import { yamlWriter } from '../../../src/notation/yaml/writer.js';
import { readYaml } from '../../../src/notation/yaml/yaml.js';

type Act = (writer: Writer, at: (...path: readonly string[]) => Value) => readonly Edit[] | undefined;

function write(text: string, act: Act): string | undefined {
  const read = readYaml({ path: 'a.yml', text });
  const at = (...path: readonly string[]): Value => {
    const value = valueAt(read.documents?.[0], ...path);
    if (value === undefined) throw new Error(`Nothing at ${path.join('.')}.`);
    return value;
  };
  const edits = act(yamlWriter(read), at);
  return edits && applyEdits(text, edits);
}

const insert =
  (owner: readonly string[], path: readonly string[], literal: Literal): Act =>
  (writer, at) =>
    writer.insert(at(...owner) as MapValue, path, literal);
const replace =
  (path: readonly string[], literal: Literal): Act =>
  (writer, at) =>
    writer.replace(at(...path), literal);
const remove =
  (owner: readonly string[], key: string): Act =>
  (writer, at) =>
    writer.remove(at(...owner) as MapValue, key);
const append =
  (path: readonly string[], literal: Literal): Act =>
  (writer, at) =>
    writer.append(at(...path), literal);

describe('replace', () => {
  test.each<[string, string, Act, string | undefined]>([
    ['a word', 'a: NONE\nb: 1\n', replace(['a'], 'AWS_IAM'), 'a: AWS_IAM\nb: 1\n'],
    ['a comment behind it stays', 'a: NONE # why\n', replace(['a'], 'AWS_IAM'), 'a: AWS_IAM # why\n'],
    ['a quoted word keeps its quotes', `a: "NONE"\nb: 'x'\n`, replace(['a'], 'AWS_IAM'), `a: "AWS_IAM"\nb: 'x'\n`],
    ['a quoted flag keeps its quotes', "a: 'false'\n", replace(['a'], true), "a: 'true'\n"],
    ['a quoted word by a number', 'a: "x"\n', replace(['a'], 5), 'a: 5\n'],
    ['an empty value', 'a:\nb: 1\n', replace(['a'], 3), 'a: 3\nb: 1\n'],
    ['an empty value before a comment', 'a: # todo\nb: 1\n', replace(['a'], 3), 'a: 3 # todo\nb: 1\n'],
    ['an empty value by a map', 'a:\n  b:\nc: 1\n', replace(['a', 'b'], { x: 1 }), 'a:\n  b:\n    x: 1\nc: 1\n'],
    ['a word by a list', "a: '*'\nb: 1\n", replace(['a'], ['x', 'q']), 'a:\n  - x\n  - q\nb: 1\n'],
    ['a list in brackets by a list', "a: ['*'] # all\n", replace(['a'], ['x', '*']), "a: [x, '*'] # all\n"],
    ['a list by a list, not indented', "k:\n- '*'\nb: 1\n", replace(['k'], ['x', 'q']), 'k:\n- x\n- q\nb: 1\n'],
    ['a list by a word', "k:\n  - '*'\nb: 1\n", replace(['k'], 'x'), 'k: x\nb: 1\n'],
    ['a map by a word', 'k:\n  x: 1\n  q: 2 # c\nb: 1\n', replace(['k'], 'x'), 'k: x # c\nb: 1\n'],
    ['text that needs quotes', 'a: x\n', replace(['a'], '*'), "a: '*'\n"],
    ['text with quotes in it', 'a: "x"\nb: ""\nc: y\n', replace(['c'], '{"k"}'), 'a: "x"\nb: ""\nc: \'{"k"}\'\n'],
    ['text with both quotes in it', 'a: "x"\n', replace(['a'], `'"`), 'a: "\'\\""\n'],
    ['text that looks like a number', 'a: x\n', replace(['a'], '012'), "a: '012'\n"],
    ['text that looks like a flag of old YAML', 'a: x\n', replace(['a'], 'on'), "a: 'on'\n"],
    ['text with a line break', 'a: x\n', replace(['a'], 'b\nc'), 'a: "b\\nc"\n'],
    ['inside brackets', 'a: {b: x, c: 1}\n', replace(['a', 'b'], ['p', 'q']), 'a: {b: [p, q], c: 1}\n'],
    ['with CRLF', 'a: x\r\nb: 1\r\n', replace(['a'], { c: [1] }), 'a:\r\n  c:\r\n    - 1\r\nb: 1\r\n'],
    ['a block of text', 'a: |\n  one\n  two\nb: 1\n', replace(['a'], 'x'), 'a: x\nb: 1\n'],
    ['nothing inside an anchored node used elsewhere', 'a: &x NONE\nb: *x\n', replace(['a'], 'q'), undefined],
    ['nothing where an alias stands', 'a: &x NONE\nb: *x\n', replace(['b'], 'q'), undefined],
    ['an anchored node that is used nowhere else', 'a: &x NONE\n', replace(['a'], 'q'), 'a: &x q\n'],
    [
      'a reference that the format cannot say',
      'a: x\n',
      replace(['a'], { refersTo: 'Q', attribute: 'arn' }),
      undefined,
    ],
  ])('%s', (_, text, act, expected) => expect(write(text, act)).toBe(expected));
});

describe('insert', () => {
  test.each<[string, string, Act, string | undefined]>([
    ['below the last entry', 'a:\n  b: 1\nc: 2\n', insert(['a'], ['x'], true), 'a:\n  b: 1\n  x: true\nc: 2\n'],
    [
      'below a comment behind the last entry',
      'a:\n  b:\n    c: 1 # last\n',
      insert(['a', 'b'], ['x'], 2),
      'a:\n  b:\n    c: 1 # last\n    x: 2\n',
    ],
    ['as deep as the path says', 'a:\n  b: 1\n', insert(['a'], ['x', 'q'], 2), 'a:\n  b: 1\n  x:\n    q: 2\n'],
    [
      'into what is there of the path',
      'a:\n  x:\n    z: 1\n  b: 1\n',
      insert(['a'], ['x', 'q'], 2),
      'a:\n  x:\n    z: 1\n    q: 2\n  b: 1\n',
    ],
    [
      'into an empty value on the path',
      'a:\n  x:\n  b: 1\n',
      insert(['a'], ['x', 'q'], 2),
      'a:\n  x:\n    q: 2\n  b: 1\n',
    ],
    ['into empty braces', 'a: {}\nb: 1\n', insert(['a'], ['x'], 2), 'a: { x: 2 }\nb: 1\n'],
    ['into braces', 'a: {b: 1} # c\n', insert(['a'], ['x'], [1, 's']), 'a: {b: 1, x: [1, s]} # c\n'],
    ['into braces on several lines', 'a: {\n  b: 1\n}\n', insert(['a'], ['x'], 2), 'a: {\n  b: 1,\n  x: 2\n}\n'],
    [
      'into braces with a comma at the end',
      'a: {\n  b: 1,\n}\n',
      insert(['a'], ['x'], 2),
      'a: {\n  b: 1,\n  x: 2,\n}\n',
    ],
    [
      'below a block of text',
      'a:\n  b: |\n    one\n\n    two\n\nc: 2\n',
      insert(['a'], ['x'], 2),
      'a:\n  b: |\n    one\n\n    two\n  x: 2\n\nc: 2\n',
    ],
    ['below a nested list', 'a:\n  b:\n    - 1\n', insert(['a'], ['x'], 2), 'a:\n  b:\n    - 1\n  x: 2\n'],
    ['without a line break at the end of the file', 'a:\n  b: 1', insert(['a'], ['x'], 2), 'a:\n  b: 1\n  x: 2'],
    [
      'with CRLF',
      'a:\r\n  b: 1\r\nc: 2\r\n',
      insert(['a'], ['x', 'q'], 2),
      'a:\r\n  b: 1\r\n  x:\r\n    q: 2\r\nc: 2\r\n',
    ],
    [
      'with four spaces',
      'a:\n    b:\n        c: 1\n',
      insert(['a'], ['x', 'q'], 2),
      'a:\n    b:\n        c: 1\n    x:\n        q: 2\n',
    ],
    [
      'lists not indented, as elsewhere',
      'a:\n  b:\n  - 1\n',
      insert(['a'], ['x'], ['s']),
      'a:\n  b:\n  - 1\n  x:\n  - s\n',
    ],
    [
      'an empty line between neighbours',
      'r:\n  a:\n    x: 1\n\n  b:\n    x: 1\n\no: 1\n',
      insert(['r'], ['c'], { x: 1 }),
      'r:\n  a:\n    x: 1\n\n  b:\n    x: 1\n\n  c:\n    x: 1\n\no: 1\n',
    ],
    [
      'into a map in a list',
      'a:\n  - b: 1\n    c: 2\n  - d: 3\n',
      (writer, at) => writer.insert(itemsOf(at('a'))[0] as MapValue, ['x'], 2),
      'a:\n  - b: 1\n    c: 2\n    x: 2\n  - d: 3\n',
    ],
    ['nothing that is there already', 'a:\n  b: 1\n', insert(['a'], ['b'], 2), undefined],
    ['nothing into an anchored map used elsewhere', 'a: &x\n  b: 1\nc: *x\n', insert(['a'], ['d'], 2), undefined],
    [
      'nothing below a merged map',
      'a: &x\n  m: {n: 1}\nc:\n  <<: *x\n  k: 1\n',
      insert(['c'], ['m', 'o'], 2),
      undefined,
    ],
    [
      'beside a merge key',
      'a: &x\n  m: 1\nc:\n  <<: *x\n',
      insert(['c'], ['o'], 2),
      'a: &x\n  m: 1\nc:\n  <<: *x\n  o: 2\n',
    ],
    ['keys that need quotes', 'a:\n  b: 1\n', insert(['a'], ['*', 'k: v'], 2), "a:\n  b: 1\n  '*':\n    'k: v': 2\n"],
  ])('%s', (_, text, act, expected) => expect(write(text, act)).toBe(expected));
});

describe('remove', () => {
  test.each<[string, string, Act, string | undefined]>([
    ['whole lines', 'a:\n  b: 1 # gone\n  c: 2\n', remove(['a'], 'b'), 'a:\n  c: 2\n'],
    ['all lines of the value', 'a:\n  b:\n    - 1\n    - 2\n  c: 2\n', remove(['a'], 'b'), 'a:\n  c: 2\n'],
    ['the only one leaves braces', 'a:\n  b: 1\nc: 2\n', remove(['a'], 'b'), 'a: {}\nc: 2\n'],
    ['the last line without a line break', 'a:\n  b: 1\n  c: 2', remove(['a'], 'c'), 'a:\n  b: 1'],
    [
      'the first of a map in a list',
      '- b: 1\n  c: 2\n',
      (writer, at) => writer.remove(itemsOf(at())[0] as MapValue, 'b'),
      '- c: 2\n',
    ],
    ['in braces, the first', 'a: {b: 1, c: 2}\n', remove(['a'], 'b'), 'a: {c: 2}\n'],
    ['in braces, the last', 'a: {b: 1, c: 2}\n', remove(['a'], 'c'), 'a: {b: 1}\n'],
    ['in braces, the only one', 'a: {b: 1}\n', remove(['a'], 'b'), 'a: {}\n'],
    ['with CRLF', 'a:\r\n  b: 1\r\n  c: 2\r\n', remove(['a'], 'c'), 'a:\r\n  b: 1\r\n'],
    ['nothing that is not there', 'a:\n  b: 1\n', remove(['a'], 'x'), undefined],
  ])('%s', (_, text, act, expected) => expect(write(text, act)).toBe(expected));
});

describe('append', () => {
  test.each<[string, string, Act, string | undefined]>([
    ['below the last item', 'a:\n  - x\n  - q # c\nb: 1\n', append(['a'], 'z'), 'a:\n  - x\n  - q # c\n  - z\nb: 1\n'],
    [
      'a map',
      'a:\n  - x: 1\nb: 1\n',
      append(['a'], { x: 2, q: [1] }),
      'a:\n  - x: 1\n  - x: 2\n    q:\n      - 1\nb: 1\n',
    ],
    ['in brackets', 'a: [x]\n', append(['a'], 'z'), 'a: [x, z]\n'],
    ['in empty brackets', 'a: []\n', append(['a'], 'z'), 'a: [z]\n'],
    ['not to a word', 'a: x\n', append(['a'], 'z'), undefined],
  ])('%s', (_, text, act, expected) => expect(write(text, act)).toBe(expected));
});
