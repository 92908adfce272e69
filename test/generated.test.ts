import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { catalogue } from '../src/policies/catalogue.js';
import { settingsSchema } from '../src/settings/schema.js';
import { prepareFrameworks } from '../src/stacks/read.js';
import { commandsPage, migratingPage, refreshed, settingsPage } from './support/guide-pages.js';
import { indexPage } from './support/index-page.js';
import { everythingSaid, messagesPage } from './support/messages.js';
import { policyPage, policyTable, reviewPage } from './support/pages.js';
import { profilesPage } from './support/profiles-page.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const isUpdate = process.env.UPDATE_GENERATED === 'yes';

/** Compares a generated file with what it should be, or writes it. `npm run docs` writes them all. */
function expectFresh(path: string, text: string): void {
  const file = join(root, path);
  if (isUpdate) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file) ? readFileSync(file, 'utf8') : `${path} is missing; run npm run docs`).toBe(text);
}

beforeAll(prepareFrameworks);

test.each(catalogue.map((policy) => [policy.id, policy] as const))('the pages of %s are fresh', async (id, policy) => {
  expectFresh(`src/policies/${policy.threat}/${id}/review.md`, await reviewPage(policy));
  expectFresh(`docs/policies/${id}.md`, await policyPage(policy));
});

test('the page of all messages is fresh', async () => {
  expectFresh('docs/messages.md', messagesPage(await everythingSaid()));
});

test('every page belongs to a policy', () => {
  const pages = readdirSync(join(root, 'docs/policies'));
  const ids = new Set(catalogue.map(({ id }) => `${id}.md`));
  const stray = pages.filter((page) => !ids.has(page));
  if (isUpdate) for (const page of stray) rmSync(join(root, 'docs/policies', page));
  expect(isUpdate ? [] : stray).toEqual([]);
});

test('the table of policies in the README is fresh', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const [before = '', rest = ''] = readme.split('<!-- policies:begin -->');
  const [, after = ''] = rest.split('<!-- policies:end -->');
  expectFresh('README.md', `${before}<!-- policies:begin -->\n${policyTable()}\n<!-- policies:end -->${after}`);
});

test('the index of policies is fresh', () => expectFresh('docs/index.md', indexPage()));

test('the page of profiles is fresh', () => expectFresh('docs/profiles.md', profilesPage()));

test('the page of the settings is fresh', () => expectFresh('docs/settings.md', settingsPage()));

test('the page of other tools is fresh', () => expectFresh('docs/migrating.md', migratingPage()));

test('the page of the command line is fresh', async () => expectFresh('docs/command-line.md', await commandsPage()));

test.each(readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md')))(
  'what docs/%s shows of other files is fresh',
  (name) => {
    const path = `docs/${name}`;
    expectFresh(path, refreshed(readFileSync(join(root, path), 'utf8')));
  },
);

test('the published schema of the settings is fresh', () => {
  const schema = z.toJSONSchema(settingsSchema, { io: 'input', target: 'draft-7' });
  const address = { $id: 'https://unpkg.com/postern/schemas/settings.schema.json' };
  expectFresh('schemas/settings.schema.json', `${JSON.stringify({ ...address, ...schema }, null, 2)}\n`);
});

test('no page holds characters that nobody sees', () => {
  const pages = ['docs', 'docs/policies'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  );
  const hidden = pages.filter((name) => /[\u200b-\u200d\u2060\ufeff]/.test(readFileSync(join(root, name), 'utf8')));
  expect(pages.length).toBeGreaterThan(catalogue.length);
  expect(hidden).toEqual([]);
});
