import { describe, expect, test } from '@jest/globals';
import { type Meaning, openEvaluation } from '../../../src/languages/javascript/evaluation.js';
import { expressionValue } from '../../../src/languages/javascript/expression-value.js';
import { exportsIn } from '../../../src/languages/javascript/module-exports.js';
import { patternText, type Value } from '../../../src/model/value.js';
import { scriptOf } from './reading.js';

/** What `export default` of a file means. */
function valueIn(text: string, meaning: Meaning = { named: 'edited' }): Value {
  const script = scriptOf(text);
  const exported = exportsIn(script).find(({ name }) => name === 'default');
  return expressionValue(openEvaluation(script, meaning), exported?.kind === 'value' ? exported.value : undefined);
}

function plain(value: Value): unknown {
  switch (value.kind) {
    case 'scalar':
      return value.value;
    case 'list':
      return [...value.items.map(plain), ...(value.open ? ['...'] : [])];
    case 'map':
      return Object.fromEntries([
        ...value.entries.map((entry) => [entry.key, plain(entry.value)]),
        ...(value.open ? [['...', true]] : []),
      ]);
    case 'pattern':
      return patternText(value.parts);
    default:
      return value.kind === 'unknown' ? `(${value.because})` : value.kind;
  }
}

describe('an expression means', () => {
  test.each([
    ['a literal', 'export default -1;', -1],
    ['a constant', "const a = 'x'; export default a;", 'x'],
    [
      'a constant of the function around',
      "const f = () => { const a = 'x'; return a; }; export default f;",
      '(computed by the program)',
    ],
    ['not a name that is given a value twice', 'let a = 1; a = 2; export default a;', '(computed by the program)'],
    [
      'not a constant that hides behind a parameter',
      'const a = 1; export default [((a) => a)(2)];',
      ['(computed by the program)'],
    ],
    ['a shorthand', 'const a = 1; export default { a };', { a: 1 }],
    [
      'spread objects, the last word wins',
      'const a = { x: 1, y: 2 }; export default { x: 3, ...a, y: 4 };',
      { x: 1, y: 4 },
    ],
    ['spread lists', 'const a = [1]; export default [...a, 2, ...b()];', [1, 2, '...']],
    ['a key that is a constant', "const k = 'x'; export default { [k]: 1 };", { x: 1 }],
    ['a member of a constant', "const a = { b: { c: 1 } }; export default a.b['c'];", 1],
    ['a text with parts that are not known', 'const s = "x"; export default `${s}-${t}-${s}`;', 'x-${?}-x'],
    ['a sum', "const s = 'x'; export default s + '-' + 1;", 'x-1'],
    ['a value behind a cast', 'export default ({ a: 1 } as const) satisfies A;', { a: 1 }],
    ['what is known of alternatives', "export default process.env.A ?? 'x';", 'x'],
    ['nothing of a call', 'export default f();', '(computed by the program)'],
    ['nothing of itself', 'const a = { b: a }; export default a;', { b: '(cyclic constant)' }],
    ['nothing of another file that is not asked', "import a from 'm'; export default a;", '(imported value)'],
  ])('%s', (_, text, expected) => expect(plain(valueIn(text))).toEqual(expected));
});

test('what is nested too deeply or is too much is not known', () => {
  const deep = `export default ${'['.repeat(250)}1${']'.repeat(250)};`;
  const constants = Array.from({ length: 25 }, (_, at) => `const a${at + 1} = [a${at}, a${at}];`);
  const wide = `const a0 = 1; ${constants.join(' ')} export default a25;`;
  expect([deep, wide].map((text) => JSON.stringify(valueIn(text)).includes('too large'))).toEqual([true, true]);
});

describe('an object that has a name', () => {
  const text = 'const shared = { a: 1 }; const other = { ...shared, b: 2 }; export default { x: shared, y: other };';
  const entryOf = (value: Value, key: string) =>
    value.kind === 'map' ? value.entries.find((entry) => entry.key === key)?.value : undefined;

  test('is edited where it is written', () => {
    const shared = entryOf(valueIn(text, { named: 'edited' }), 'x');
    expect(shared?.origin).toBeUndefined();
    expect(text.slice(shared?.at.start, shared?.at.end)).toBe('{ a: 1 }');
  });

  test('is not edited where others share it, and neither is what is spread of it', () => {
    const value = valueIn(text, { named: 'not edited' });
    const spread = entryOf(entryOf(value, 'y') ?? value, 'a');
    for (const [found, at, origin] of [
      [entryOf(value, 'x'), 'shared', '{ a: 1 }'],
      [spread, '1', '1'],
    ] as const) {
      expect(text.slice(found?.at.start, found?.at.end)).toBe(at);
      expect(text.slice(found?.origin?.start, found?.origin?.end)).toBe(origin);
    }
  });
});

describe('whoever asks says', () => {
  test('what other files export', () => {
    const asked: string[] = [];
    valueIn("import a, { b } from 'm'; const { c } = require('n'); export default [a, b, c, require('o')];", {
      named: 'edited',
      imported: ({ module, name, by }) => {
        asked.push(`${name} of ${module} by ${by}`);
        return undefined;
      },
    });
    expect(asked).toEqual(['default of m by import', 'b of m by import', 'c of n by require', '* of o by require']);
  });

  test('what a call means', () => {
    const value = valueIn("export default { a: join('x', 'y') };", {
      named: 'edited',
      particular: (node, evaluation) =>
        node.type === 'CallExpression' ? expressionValue(evaluation, node.arguments[1]) : undefined,
    });
    expect(plain(value)).toEqual({ a: 'y' });
  });
});
