import { beforeAll, describe, expect, test } from '@jest/globals';
import { cdk } from '../../../src/frameworks/cdk/cdk.js';
import { modelOf, programOf, pythonOf } from '../../support/cdk.js';

beforeAll(async () => cdk.prepare?.());

describe('loops', () => {
  const make = 'new lambda.Function(this, `${name}-fn`, { functionName: name, timeout: cdk.Duration.seconds(2) });';

  test.each([
    ['over a list', `for (const name of ['a', 'b']) { ${make} }`, ['a-fn', 'b-fn']],
    ['over a constant', `for (const name of names) { ${make} }`, ['x-fn', 'y-fn']],
    ['over objects', `for (const { name } of [{ name: 'a' }, { name: 'b' }]) { ${make} }`, ['a-fn', 'b-fn']],
    ['by a function', `names.forEach((name) => { ${make} });`, ['x-fn', 'y-fn']],
    ['that make a list', `const all = names.map((name) => ${make.slice(0, -1)});`, ['x-fn', 'y-fn']],
    ['over what is not known', `for (const name of props.names) { ${make} }`, ['*-fn']],
    ['over too much', `for (const name of [${'1,'.repeat(50)}]) { ${make} }`, ['*-fn']],
  ])('%s', (_, statements, expected) => {
    const { functions } = modelOf(programOf(statements, "const names = ['x', 'y'];"));
    expect(functions.map(({ id }) => id)).toEqual(expected);
  });

  test('rights are given in each turn', () => {
    const text = programOf(`const a = new lambda.Function(this, 'A', {}); const b = new lambda.Function(this, 'B', {});
for (const fn of [a, b]) fn.addToRolePolicy(new iam.PolicyStatement({ actions: ['x:Y'], resources: ['*'] }));`);
    expect(modelOf(text).roles.map(({ grants }) => grants.length)).toEqual([1, 1]);
  });

  test('in Python', () => {
    const text = pythonOf('for name in ["a", "b"]:\n    _lambda.Function(self, f"{name}-fn")');
    expect(modelOf(text, 'app/stack.py').functions.map(({ id }) => id)).toEqual(['a-fn', 'b-fn']);
  });

  test('loops within loops come to an end', () => {
    const open = 'for (const a of [1,2,3,4,5,6,7,8,9]) {'.repeat(8);
    expect(modelOf(programOf(`${open} ${make.replace('name}', 'a}')} ${'}'.repeat(8)}`)).functions.length).toBeLessThan(
      400,
    );
  });
});
