import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Files } from '../../sandbox/git/commit.js';
import { openTemplate, type Scenario, soundFiles, soundTemplate, startScenario } from '../support/scenario.js';

let scenario: Scenario;
beforeAll(async () => {
  scenario = await startScenario();
});
afterEach(() => {
  expect(scenario.sandbox.violations()).toEqual([]);
});
afterAll(() => scenario.stop());

async function review(files: Files, base: Files = {}) {
  const repository = await scenario.repository({ ...soundFiles, ...base });
  const pull = await scenario.sandbox.openPullRequest(repository, { files });
  const run = await scenario.conclude(pull);
  return { written: scenario.written(), summary: run.summary ?? '', pull };
}

const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]', ...'bcdefghij'].reduce((text, name) => {
  const before = String.fromCharCode(name.charCodeAt(0) - 1);
  return `${text}\n${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`;
});

describe('what cannot be read is said, and is not green', () => {
  test.each([
    ['a template that is no YAML', `${soundTemplate}  Broken: [\n`],
    ['a bomb of aliases', `${bomb}\n${soundTemplate}      Bomb: *j\n`],
    ['a thousand levels of nesting', `${soundTemplate}      Deep: ${'['.repeat(1000)}${']'.repeat(1000)}\n`],
    ['a file over a megabyte', `${soundTemplate}# ${'x'.repeat(1_100_000)}\n`],
    ['bytes that are no text', Buffer.concat([Buffer.from(soundTemplate), Buffer.from([0, 255, 254, 0])])],
  ])('%s', async (_, template) => {
    const { written, summary } = await review({ 'template.yaml': template });
    expect(written).toEqual([
      'new check | in_progress',
      expect.stringMatching(/^check \| neutral \| No new problems, \d+ parts? not reviewed$/),
    ]);
    expect(summary).toContain('template.yaml');
  });
});

describe('large changes', () => {
  test('301 changed files: the last is reviewed too', async () => {
    const names = Array.from({ length: 300 }, (_, index) => `docs/page-${String(index).padStart(3, '0')}.md`);
    const many = Object.fromEntries(names.map((name) => [name, 'words\n']));
    const { written } = await review({ ...many, 'template.yaml': openTemplate });
    expect(written).toEqual([
      'new check | in_progress',
      'review',
      'comment template.yaml:12 RIGHT: authorizer-removed, suggestion',
      'check | failure | 1 new problem, 1 fails this check',
    ]);
  });

  test('more files than GitHub lists: one that is not listed is reviewed, and told in the check', async () => {
    const many = Object.fromEntries(Array.from({ length: 3001 }, (_, index) => [`a/${index}.txt`, 'words\n']));
    const { written } = await review({ ...many, 'template.yaml': openTemplate });
    expect(written).toEqual([
      'new check | in_progress',
      'check | failure | 1 new problem, 1 fails this check | 1 annotations',
    ]);
  });

  test('more new problems than comments allowed: the worst are comments, the rest is in the check', async () => {
    const settings = 'review: { comments: 2 }\n';
    const repository = await scenario.repository({ ...soundFiles, '.github/postern.yml': settings });
    const templates = ['a', 'b', 'c', 'd'].map((folder) => [`${folder}/template.yaml`, openTemplate]);
    const pull = await scenario.sandbox.openPullRequest(repository, { files: Object.fromEntries(templates) });
    await scenario.conclude(pull);
    const written = scenario.written();
    expect(written.filter((line) => line.startsWith('comment'))).toHaveLength(2);
    expect(written.at(-1)).toMatch(/^check \| failure \| \d+ new problems, 4 fail this check/);
    await scenario.sandbox.pushTo(pull, { 'notes.md': 'words\n' });
    await scenario.conclude(pull);
    expect(scenario.written()).toEqual(['new check | in_progress', written.at(-1)]);
  });

  test('thirty functions with the same problem in one file are one comment', async () => {
    const functions = Array.from({ length: 30 }, (_, index) => soundTemplateFunction(index)).join('');
    const { written } = await review({ 'template.yaml': `${soundTemplate}${functions}` });
    expect(written.filter((line) => line.startsWith('comment'))).toHaveLength(1);
    expect(written.at(-1)).toMatch(/^check \| failure \| \d+ new problems, 30 fail this check/);
  });
});

function soundTemplateFunction(index: number): string {
  return soundTemplate
    .split('Resources:\n')[1]
    ?.replaceAll('Hello', `Hello${index}`)
    .replace('AWS_IAM', 'NONE') as string;
}

describe('suppressions and settings', () => {
  const comment = '        # postern-ignore: authorizer-removed -- a public page\n        AuthType: NONE';
  const suppressed = soundTemplate.replace('        AuthType: AWS_IAM', comment);

  test('a suppression that the change adds is listed', async () => {
    const { written, summary } = await review({ 'template.yaml': suppressed });
    expect(summary).toContain('Suppressions this change adds');
    expect(summary).toContain('a public page');
    expect(written.filter((line) => line.startsWith('comment'))).toEqual([]);
  });

  test('settings come from the base branch: a change cannot disarm its own review', async () => {
    const off = 'policies:\n  authorizer-removed: off\n  function-url-open: off\n';
    const { written } = await review({ 'template.yaml': openTemplate, '.github/postern.yml': off });
    expect(written.at(-1)).toBe('check | failure | 1 new problem, 1 fails this check');
  });

  test('the base branch may make the review advisory', async () => {
    const settings = { '.github/postern.yml': 'profile: advisory\n' };
    const { written } = await review({ 'template.yaml': openTemplate }, settings);
    expect(written.at(-1)).toMatch(/^check \| (success|neutral) \| 1 new problem$/);
  });

  test('a mistake in the settings is told with its line and the nearest name', async () => {
    const settings = { '.github/postern.yml': 'profile: standard\nreviw:\n  comments: 5\n' };
    const { summary } = await review({ 'template.yaml': openTemplate }, settings);
    expect(summary).toContain('.github/postern.yml:2');
    expect(summary).toContain('review');
  });
});
