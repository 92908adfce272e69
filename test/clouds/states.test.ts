import { expect, test } from '@jest/globals';
import { statesIn } from '../../src/clouds/plain/workflows/states.js';
import { jsonValue } from '../../src/notation/json/text.js';
import { silentWriter } from '../../src/notation/silent-writer.js';

const at = { path: 'a.json', start: 0, end: 1 };

function read(machine: unknown) {
  return statesIn(jsonValue(JSON.stringify(machine), at), { writer: silentWriter, unresolved: [] });
}

test('states inside of branches and maps are steps too', () => {
  const inner = {
    StartAt: 'B',
    States: { B: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken' } },
  };
  const found = read({
    StartAt: 'A',
    States: { A: { Type: 'Parallel', Branches: [inner], End: true }, C: { Type: 'Map', Iterator: inner } },
  });
  expect(found?.steps.map(({ name, waits }) => [name, waits])).toEqual([
    ['A', false],
    ['B', true],
    ['C', false],
    ['B', true],
  ]);
});

test.each([
  ['an inline map', {}, 'none'],
  ['a distributed map', { ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' } } }, 'absent'],
  ['a map with a bound', { MaxConcurrency: 5 }, 'known'],
  ['a map whose input has the bound', { MaxConcurrencyPath: '$.bound' }, 'none'],
])('%s says of what runs at once', (_, state, kind) => {
  const found = read({ StartAt: 'A', States: { A: { Type: 'Map', ...state } } });
  expect(found?.steps[0]?.atOnce.kind).toBe(kind);
});

test.each([
  ['a text', 'x'],
  ['no states', { StartAt: 'A' }],
  ['a list', []],
])('%s is no machine', (_, machine) => {
  expect(read(machine)).toBeUndefined();
});

test('nesting is followed so far and no further', () => {
  let machine: unknown = { StartAt: 'A', States: { A: { Type: 'Pass' } } };
  for (let depth = 0; depth < 15; depth++)
    machine = { StartAt: 'A', States: { A: { Type: 'Parallel', Branches: [machine] } } };
  expect(read(machine)?.steps.length).toBe(9);
});
