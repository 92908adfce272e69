import { expect, test } from '@jest/globals';
import { parseHcl } from '../../src/notation/hcl/parse.js';
import { prepareFrameworks } from '../../src/stacks/read.js';

test('preparing twice at once is preparing once: a review may come while a child still loads its grammars', async () => {
  const first = prepareFrameworks();
  expect(prepareFrameworks()).toBe(first);
  await first;
  const { notices, body } = parseHcl({ path: 'main.tf', text: 'resource "a" "b" {\n  c = 1\n}\n' });
  expect(notices).toEqual([]);
  expect(body.blocks).toHaveLength(1);
});
