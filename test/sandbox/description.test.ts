import { describe, expect, test } from '@jest/globals';
import { readRestDescription, readWebhookDescription, type Schema } from '../../sandbox/openapi/description.js';
import { requestChecks } from '../../sandbox/openapi/requests.js';
import { schemaCompiler } from '../../sandbox/openapi/schema.js';
import { routes } from '../../sandbox/routes/routes.js';
import { events } from '../../sandbox/webhooks/subscription.js';

const rest = readRestDescription();
const webhooks = readWebhookDescription();

/** Every value under a key, at any depth. */
function valuesAt(key: string, value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([own, each]) => [...(own === key ? [each] : []), ...valuesAt(key, each)]);
}

function referredTo(slice: unknown): readonly string[] {
  const names = valuesAt('$ref', slice).map((reference) => String(reference).replace(/^github#\//, ''));
  return [...new Set(names)].sort();
}

describe.each([
  ['of routes', rest, '@octokit/openapi', rest.operations],
  ['of webhooks', webhooks, '@octokit/openapi-webhooks', webhooks.webhooks],
])("the slice of GitHub's description %s", (_, slice, source, roots) => {
  test('says where it comes from, in which version and under which licence', () => {
    expect(slice).toMatchObject({ source, version: expect.stringMatching(/^\d+\.\d+\.\d+$/), licence: 'MIT' });
  });

  test('holds exactly the schemas that it refers to', () => {
    expect(referredTo([roots, slice.schemas])).toEqual(Object.keys(slice.schemas).sort());
  });

  test('is JSON Schema, without words of OpenAPI', () => {
    expect(['nullable', 'discriminator'].flatMap((word) => valuesAt(word, slice))).toEqual([]);
    const compile = schemaCompiler(slice.schemas, false);
    const compiled = Object.keys(slice.schemas).map((name) => compile({ $ref: `github#/${name}` }));
    expect(compiled).toHaveLength(Object.keys(slice.schemas).length);
  });
});

test('every route that the sandbox answers is described, and no other', () => {
  expect(Object.keys(rest.operations).sort()).toEqual([...new Set(routes.map(({ route }) => route))].sort());
});

test('routes that GitHub has and the sandbox does not answer are known by name', () => {
  expect(rest.others).toContain('POST /repos/{owner}/{repo}/git/blobs');
  expect(rest.others.filter((route) => Object.hasOwn(rest.operations, route))).toEqual([]);
});

test('every event that the sandbox sends is described', () => {
  const described = Object.keys(webhooks.webhooks).map((name) => name.replaceAll('-', '_'));
  const isDescribed = (event: string) => described.some((name) => name === event || name.startsWith(`${event}_`));
  expect(events.filter((event) => !isDescribed(event))).toEqual([]);
});

test.each([
  ['a body without what is required', 'POST /repos/{owner}/{repo}/check-runs', { head_sha: 'a' }],
  ['a value of another type', 'POST /repos/{owner}/{repo}/check-runs', { name: 1, head_sha: 'a' }],
  ['a word that is not in the list', 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', { event: 'LIKE' }],
])('%s is refused', (_, route, body) => {
  expect(requestChecks().check(route, {}, body).problems).not.toEqual([]);
});

test('an answer that lacks a member is no answer of GitHub, and a null where GitHub allows one is', () => {
  const user = rest.schemas['nullable-simple-user'] as Schema;
  const validate = schemaCompiler(rest.schemas, false)(user);
  expect([validate(null), validate({ login: 'dev' })]).toEqual([true, false]);
});
