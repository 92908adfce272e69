import { beforeAll, describe, expect, test } from '@jest/globals';
import { cdk } from '../../../src/frameworks/cdk/cdk.js';
import { modelOf, programOf, pythonOf } from '../../support/cdk.js';

beforeAll(async () => cdk.prepare?.());

const code = "handler: 'a.b'";

function timeouts(text: string, path?: string): readonly unknown[] {
  return modelOf(text, path).functions.map(({ id, timeout }) => [
    id,
    'value' in timeout ? timeout.value : timeout.kind,
  ]);
}

describe('properties that are spread', () => {
  const wait = 'const common = { timeout: cdk.Duration.seconds(9) };';

  test.each<readonly [string, string, string, unknown]>([
    ['a constant of the file is known', `{ ...common, ${code} }`, wait, 9],
    ['what comes later wins', '{ ...common, timeout: cdk.Duration.seconds(3) }', wait, 3],
    ['a constant wins over what comes before', '{ timeout: cdk.Duration.seconds(3), ...common }', wait, 9],
    ['constants within constants', '{ ...more }', `${wait} const more = { ...common, memorySize: 1 };`, 9],
    ['a known value beside unknown ones', '{ ...props.given, timeout: cdk.Duration.seconds(3) }', '', 3],
    ['an absent value beside unknown ones', `{ ...props.given, ${code} }`, '', 'unknown'],
    [
      'an absent value beside known ones',
      '{ ...common, memorySize: 1 }',
      'const common = { memorySize: 2 };',
      'absent',
    ],
    [
      'a part of a constant that is taken apart',
      `{ ...slow, ${code} }`,
      'const { queues: { slow } } = { queues: { slow: { timeout: cdk.Duration.seconds(9) } } };',
      9,
    ],
    ['one that spreads itself', '{ ...common }', 'const common = { ...common };', 'unknown'],
  ])('%s', (_, properties, before, expected) => {
    expect(timeouts(programOf(`new lambda.Function(this, 'Fn', ${properties});`, before))).toEqual([['Fn', expected]]);
  });

  test.each([
    ['a dictionary', 'COMMON = {"timeout": cdk.Duration.seconds(9), "memory_size": 256}'],
    ['keywords of dict', 'COMMON = dict(timeout=cdk.Duration.seconds(9), memory_size=256)'],
  ])('%s that is spread into a call of Python', (_, before) => {
    const text = pythonOf('_lambda.Function(self, "Fn", handler="a.b", **COMMON)', before);
    expect(modelOf(text, 'app/stack.py').functions).toMatchObject([{ timeout: { value: 9 }, memory: { value: 256 } }]);
  });

  test('constants that double at every step come to an end', () => {
    const names = Array.from(
      { length: 60 },
      (_, index) => `const n${index + 1} = { ...n${index}, ...n${index}, a${index}: 1 };`,
    );
    const text = programOf("new lambda.Function(this, 'Fn', { ...n60 });", `const n0 = {};\n${names.join('\n')}`);
    expect(modelOf(text).functions).toHaveLength(1);
  });
});
