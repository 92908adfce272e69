import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { catalogue } from '../../src/policies/catalogue.js';
import { exampleOf, policiesOf } from '../support/index-page.js';
import { defences, systems, threats } from '../support/seed.data.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const topics = [...threats, ...defences, ...systems];

test.each(topics.map((topic) => [topic.name, topic] as const))('%s has a policy with an example', (_, topic) => {
  const examples = policiesOf(topic).map((policy) => exampleOf(policy));
  expect(examples).not.toEqual([]);
  expect(examples.filter((path) => path === undefined || !existsSync(`${root}${path}`))).toEqual([]);
});

test('every policy is found by a threat or a defence', () => {
  const named = new Set([...threats, ...defences].flatMap(({ policies }) => policies));
  expect(catalogue.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
});
