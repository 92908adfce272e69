import { describe, expect, test } from '@jest/globals';
import { type Value, valueAt } from '../../../src/model/value.js';
import { readJson } from '../../../src/notation/json/json.js';
import type { ReadText } from '../../../src/notation/source.js';
import { readYaml } from '../../../src/notation/yaml/yaml.js';
import { show, slice } from '../../frameworks/cloudformation/reading.js';

const read = (text: string): ReadText => readYaml({ path: 'a.yml', text });
const shown = (text: string): unknown => read(text).documents?.map(show);
const at = (text: string, ...path: readonly string[]): Value | undefined => valueAt(read(text).documents?.[0], ...path);

describe('what a text means', () => {
  test.each<[string, string, unknown]>([
    ['words', 'a: x\nb: "y"\nc: \'z\'\n', { a: 'x', b: 'y', c: 'z' }],
    [
      'numbers, flags, nothing',
      'a: 1\nb: -2.5\nc: true\nd: ~\ne:\nf: null\n',
      { a: 1, b: -2.5, c: true, d: null, e: null, f: null },
    ],
    ['quoted numbers and flags are text', 'a: "1"\nb: \'true\'\n', { a: '1', b: 'true' }],
    [
      'numbers that would lose their spelling are text',
      'a: 012345678901\nb: 1.10\nc: 1e3\n',
      { a: '012345678901', b: '1.10', c: '1e3' },
    ],
    ['flags of old YAML are text', 'a: yes\nb: On\n', { a: 'yes', b: 'On' }],
    ['dates are text', 'a: 2012-10-17\n', { a: '2012-10-17' }],
    ['text over several lines', 'a: |\n  x\n  y\nb: >-\n  x\n  y\n', { a: 'x\ny\n', b: 'x y' }],
    ['number keys', '200: { x: 1 }\n', { 200: { x: 1 } }],
    ['a byte order mark', '\ufeffa: 1\n', { a: 1 }],
    ['aliases', 'a: &x { b: 1 }\nc: *x\n', { a: { b: 1 }, c: { b: 1 } }],
    ['an anchor that is used again', 'a: &x 1\nb: &x 2\nc: *x\n', { a: 1, b: 2, c: 2 }],
    [
      'merge keys, own entries win',
      'a: &x { b: 1, c: 1 }\nd:\n  <<: *x\n  c: 2\n',
      { a: { b: 1, c: 1 }, d: { b: 1, c: 2 } },
    ],
    [
      'several merged maps, the first wins',
      'a: &x { b: 1 }\nc: &y { b: 2, e: 3 }\nd: { <<: [*x, *y] }\n',
      { a: { b: 1 }, c: { b: 2, e: 3 }, d: { b: 1, e: 3 } },
    ],
    ['a quoted merge key is a key', 'a: { "<<": 1 }\n', { a: { '<<': 1 } }],
    ['tags without meaning', 'a: !Mine x\n', { a: 'x' }],
    ['a key that stands twice', 'a: 1\na: 2\n', { a: 2 }],
    [
      'brackets that close too far left',
      'a:\n  b: [\n    x\n  ]\n  c: { d: 1,\n  e: 2\n  }\n',
      { a: { b: ['x'], c: { d: 1, e: 2 } } },
    ],
    [
      'quotes that go on too far left',
      'a:\n  b:\n    "x\\\n  y"\nc: 1\n',
      { a: { b: expect.stringMatching(/^x +y$/) }, c: 1 },
    ],
    ['an empty text', '', undefined],
  ])('%s', (_, text, expected) => expect((shown(text) as unknown[] | undefined)?.[0]).toEqual(expected));

  test('several documents, each with its own anchors', () => {
    expect(shown('a: &x 1\n---\nb: 2\n---\nc: &x 3\nd: *x\n')).toEqual([{ a: 1 }, { b: 2 }, { c: 3, d: 3 }]);
  });

  test('directives of a template engine are not known', () => {
    const text = 'a: {{ name }}\nb: x-{{name}}y\n{% if z %}\nc: 1\n{% endif %}\nd: "{{resolve:ssm:/x}}"\n';
    expect(shown(text)).toEqual([
      { a: '(unknown: template variable)', b: 'pattern(x-${?}y)', c: 1, d: '{{resolve:ssm:/x}}' },
    ]);
    expect(read(text).notices).toMatchObject([{ kind: 'information' }]);
  });
});

test('a directive that happens to be YAML is not known either', () => {
  expect(shown('a: {{ name }}\nb: [{{ x }}]\n')).toEqual([
    { a: '(unknown: template variable)', b: ['(unknown: template variable)'] },
  ]);
});

describe('where values stand', () => {
  const text = 'a: &x NONE # why\nb: *x\nc: !Mine [1, 2]\nd:\n  e: 1\n  f: 2 # last\n\ng:\n';
  test.each([
    ['a word', ['a'], 'NONE'],
    ['the place of use of an alias', ['b'], '*x'],
    ['a tag belongs to its value', ['c'], '!Mine [1, 2]'],
    ['a map ends with its last value', ['d'], 'e: 1\n  f: 2'],
    ['nothing stands behind its key', ['g'], ''],
  ])('%s', (_, path, expected) => expect(slice(text, at(text, ...path)?.at)).toBe(expected));

  test('the origin of an alias is the anchored value', () => expect(slice(text, at(text, 'b')?.origin)).toBe('NONE'));
  test('offsets count UTF-16 units', () =>
    expect(slice('a: "й😀"\nb: x\n', at('a: "й😀"\nb: x\n', 'b')?.at)).toBe('x'));
  test('a map knows the key it stands under', () => {
    const map = at(text, 'd');
    expect(map?.kind === 'map' && slice(text, map.anchor)).toBe('d');
  });
});

describe('JSON', () => {
  const json = (text: string): ReadText => readJson({ path: 'a.json', text });
  test.each<[string, string, unknown]>([
    ['values', '{"a": [1, "x", true, null, {"b": {}}]}', { a: [1, 'x', true, null, { b: {} }] }],
    ['comments and commas at the end', '{// c\n"a": 1,}', { a: 1 }],
    ['a byte order mark', '\ufeff{"a": 1}', { a: 1 }],
    [
      'brackets inside text',
      `{"a": "${'['.repeat(500)}\\"${'['.repeat(500)}"}`,
      { a: `${'['.repeat(500)}"${'['.repeat(500)}` },
    ],
    ['a key that stands twice', '{"a": 1, "a": 2}', { a: 2 }],
  ])('%s', (_, text, expected) => expect(show(json(text).documents?.[0])).toEqual(expected));

  test.each([
    ['broken text', '{"a": }', 'This file is not valid JSON (ValueExpected) and was not reviewed.'],
    ['nothing', '', 'This file is not valid JSON (ValueExpected) and was not reviewed.'],
  ])('%s is told', (_, text, message) => {
    expect(json(text)).toMatchObject({ documents: undefined, notices: [{ kind: 'unread', line: 1, message }] });
  });
});

describe('depth', () => {
  test.each([
    ['flow', `a: ${'['.repeat(10_000)}`, 1],
    ['lists in one line', `a:\n  ${'- '.repeat(10_000)}x\n`, 2],
    ['keys in one line', `${'? '.repeat(10_000)}x\n`, 1],
    ['lines', Array.from({ length: 500 }, (_, index) => `${' '.repeat(index)}a:`).join('\n'), 202],
  ])('of %s is told where it begins to be too much', (_, text, line) => {
    expect(read(text).notices).toMatchObject([
      { line, kind: 'unread', message: expect.stringContaining('too deeply') },
    ]);
  });

  test('as much as people write is read', () => {
    expect(read(`a: ${'['.repeat(150)}${']'.repeat(150)}`).notices).toEqual([]);
  });
});
