import { describe, expect, test } from '@jest/globals';
import { googleSteps } from '../../../src/clouds/google/operations/workflow-steps.js';
import { silentWriter } from '../../../src/notation/silent-writer.js';
import { yamlPattern } from '../../../src/notation/yaml/text.js';

const at = { path: 'main.tf', start: 3, end: 9 };

function stepsOf(steps: string) {
  const root = yamlPattern([`main:\n  steps:\n${steps}`], at);
  return googleSteps(root, { writer: silentWriter, unresolved: [] })?.steps ?? [];
}

const call = 'call: http.get, args: { url: https://a.example }';

describe('what a step does', () => {
  test.each([
    ['a request', `    - a: { ${call} }`, 'task', false],
    ['a log line', '    - a: { call: sys.log, args: { text: x } }', 'other', false],
    ['a request that is tried', `    - a: { try: { ${call} }, except: { as: e, steps: [] } }`, 'task', true],
    ['a request that is only retried', `    - a: { try: { ${call} }, retry: "\${http.default_retry}" }`, 'task', false],
    ['a choice', '    - a: { switch: [{ condition: "${x}", next: end }] }', 'choice', false],
  ])('%s', (_, steps, does, catches) => {
    expect(stepsOf(steps)).toMatchObject([{ name: 'a', does, catches, at }]);
  });
});

test.each([
  ['a number', '{ predicate: p, max_retries: 3 }', ['known', 3]],
  ['no number', '{ predicate: p }', ['known', Number.POSITIVE_INFINITY]],
  ['an expression', '{ predicate: p, max_retries: "${n}" }', ['unknown', undefined]],
])('%s of attempts', (_, retry, expected) => {
  const [attempts] = stepsOf(`    - a: { try: { ${call} }, retry: ${retry} }`).flatMap((step) => step.attempts);
  expect([attempts?.kind, attempts?.kind === 'known' ? attempts.value : undefined]).toEqual(expected);
});

test('steps inside of others are found, and what follows them', () => {
  const steps = stepsOf(`    - each:
        parallel:
          for:
            value: one
            in: \${all}
            steps:
              - ask: { ${call} }
    - both:
        parallel:
          branches:
            - left: { steps: [{ l: { ${call} } }] }
            - right: { steps: [{ r: { ${call} } }] }
    - which:
        switch:
          - { condition: "\${n < 3}", next: each }
          - { condition: "\${b}", steps: [{ inner: { return: 1 } }] }
    - last: { return: 1 }`);
  expect(steps.map(({ name, next, counts }) => [name, next, counts])).toEqual([
    ['each', ['both'], false],
    ['ask', ['both'], false],
    ['both', ['which'], false],
    ['l', ['which'], false],
    ['r', ['which'], false],
    ['which', ['each', 'last'], true],
    ['inner', [], false],
    ['last', [], false],
  ]);
});

test('what only the deployment knows is unknown', () => {
  const root = yamlPattern(
    ['main:\n  steps:\n    - a: { try: { call: ', undefined, ' }, retry: { max_retries: ', undefined, ' } }'],
    at,
  );
  const [step] = googleSteps(root, { writer: silentWriter, unresolved: [] })?.steps ?? [];
  expect([step?.does, step?.attempts[0]?.kind]).toEqual(['other', 'unknown']);
});

test('depth and texts that are no workflow give nothing', () => {
  const deep = `${'{"steps": [{"a": '.repeat(150)}1${'}]}'.repeat(150)}`;
  expect(stepsOf(`    - a: ${deep}`).length).toBeLessThan(20);
  expect(yamlPattern(['a: [', 'b'], at)).toBeUndefined();
});
