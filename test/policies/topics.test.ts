import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { catalogue } from '../../src/policies/catalogue.js';
import { exampleOf, examplesBy, policiesOf } from '../support/index-page.js';
import { defences, systems, threats } from '../support/seed.data.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const topics = [...threats, ...defences, ...systems];

test.each(topics.map((topic) => [topic.name, topic] as const))('%s has a policy with an example', (_, topic) => {
  expect(policiesOf(topic).map(({ id }) => id)).toEqual(topic.policies);
  expect(policiesOf(topic).filter((policy) => examplesBy(policy).length === 0)).toEqual([]);
  const example = exampleOf(topic);
  expect(example !== undefined && existsSync(`${root}${example}`)).toBe(true);
});

test('the index names every threat, defence and system, each with an example about it', () => {
  expect([threats.length, defences.length, systems.length]).toEqual([7, 10, 11]);
  const unshown = systems.filter(({ shows }) => shows === undefined).map(({ name }) => name);
  expect(unshown).toEqual([]);
  const page = readFileSync(`${root}docs/index.md`, 'utf8');
  const missing = topics.filter(
    (topic) => !page.includes(`| ${topic.name} | `) || !page.includes(exampleOf(topic) ?? '?'),
  );
  expect(missing.map(({ name }) => name)).toEqual([]);
});

test('every policy is found by a threat or a defence', () => {
  const named = new Set([...threats, ...defences].flatMap(({ policies }) => policies));
  expect(catalogue.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
});
