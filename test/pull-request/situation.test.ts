import { describe, expect, test } from '@jest/globals';
import { readSituation } from '../../src/pull-request/situation.js';
import { fakeGitHub } from '../support/github.js';

const pullRequest = { state: 'OPEN', isDraft: false, headRefOid: 'abc', baseRefName: 'main' };
const at = (text: string) => ({ settings: { text }, atRoot: null });
const none = { settings: null, atRoot: null };
const read = (answer: object, number: number | undefined = 1) =>
  readSituation(fakeGitHub({ query: answer }), { owner: 'acme', repo: 'app' }, { number, baseRef: 'main' });

test('the pull request as it stands', async () => {
  const { pull } = await read({ repository: { settings: null, pullRequest }, confidential: null, open: null });
  expect(pull).toEqual({ head: 'abc', baseRef: 'main', isOpen: true, isDraft: false, hasThreads: true });
});

describe('settings', () => {
  const [repository, organisation] = ['.github/postern.yml', 'acme/.github/.github/postern.yml'];
  const confidential = 'acme/.github-private/.github/postern.yml';
  test.each([
    ['none', {}, [undefined, undefined]],
    ['the repository’s', { settings: { text: 'a' } }, [repository, undefined]],
    ['the organisation’s', { open: at('b') }, [undefined, organisation]],
    ['the organisation’s confidential ones first', { confidential: at('a'), open: at('b') }, [undefined, confidential]],
    [
      'the organisation’s at the root',
      { confidential: none, open: { settings: null, atRoot: { text: 'c' } } },
      [undefined, 'acme/.github/postern.yml'],
    ],
  ])('%s', async (_, given, expected) => {
    const { settings, ...organisations } = { settings: null, confidential: null, open: null, ...given };
    const found = (await read({ repository: { settings, pullRequest }, ...organisations })).settings;
    expect([found.repository?.path, found.organisation?.path]).toEqual(expected);
  });

  test('come from the tip of the base branch', async () => {
    const github = fakeGitHub({ query: { repository: { settings: null }, confidential: null, open: null } });
    await readSituation(github, { owner: 'acme', repo: 'app' }, { number: undefined, baseRef: 'release/1' });
    expect(github.asked[0]?.parameters.tip).toBe('refs/heads/release/1:.github/postern.yml');
  });
});

test.each([
  ['repositories out of reach do not matter', 'NOT_FOUND', true],
  ['any other error does', 'SERVICE_UNAVAILABLE', false],
])('%s', async (_, type, isRead) => {
  const data = { repository: { settings: null, pullRequest }, confidential: null, open: null };
  const error = Object.assign(new Error('partial'), { data, errors: [{ type }] });
  const github = fakeGitHub({ query: () => Promise.reject(error) });
  const reading = readSituation(github, { owner: 'acme', repo: 'app' }, { number: 1, baseRef: 'main' });
  expect(
    await reading.then(
      () => true,
      () => false,
    ),
  ).toBe(isRead);
});
