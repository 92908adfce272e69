import { describe, expect, test } from '@jest/globals';
import { sourcesOf } from '../../src/findings/sources.js';
import { fixedThreads, postReview, saidIn } from '../../src/publish/review.js';
import type { Thread } from '../../src/publish/threads.js';
import type { Topic } from '../../src/topics/topic.js';
import { finding } from '../support/finding.js';
import { fakeGitHub, refusal } from '../support/github.js';

const thread = (changed: Partial<Thread> = {}): Thread => ({
  id: 'T1',
  path: 'template.yaml',
  fingerprints: ['f1'],
  known: [],
  problems: [['f1']],
  isResolved: false,
  isResolvedByUs: false,
  isAnswered: false,
  ...changed,
});

describe('what was said', () => {
  const here = finding();
  const other = finding({ fingerprint: 'f2' });
  const twin = finding({ at: { path: 'other.yaml', start: 0, end: 1 } });
  const said = thread();
  const whole = finding({ fingerprint: 'f3', absorbed: [here] });
  test.each([
    ['an open thread', [here, other], [said], [here]],
    ['a thread that somebody resolved', [here], [thread({ isResolved: true })], [here]],
    ['a thread that the app resolved', [here], [thread({ isResolved: true, isResolvedByUs: true })], []],
    ['a thread about two problems', [here, other], [thread({ fingerprints: ['f1', 'f2'] })], [here, other]],
    ['a thread on a file that was renamed since', [twin], [said], [twin]],
    ['the same name in another stack', [twin, here], [said], [here]],
    [
      'parts of a sum, which no other stack is said to have',
      [twin, whole],
      [thread({ fingerprints: ['f3', 'f1'] })],
      [whole],
    ],
    ['the same name in two stacks, both told', [twin, here], [said, thread({ path: 'other.yaml' })], [here, twin]],
  ])('%s', (_, findings, threads, expected) => expect([...saidIn(findings, threads)]).toEqual(expected));
});

describe('threads to resolve', () => {
  test.each([
    ['the problem is gone', thread(), [], 1],
    ['the problem is there', thread(), ['f1'], 0],
    ['one of two problems is there', thread({ fingerprints: ['f1', 'f2'] }), ['f2'], 0],
    ['somebody answered', thread({ isAnswered: true }), [], 0],
    ['it is resolved', thread({ isResolved: true }), [], 0],
    ['it has no marker', thread({ fingerprints: [] }), [], 0],
  ])('when %s', (_, one, present, expected) => {
    expect(fixedThreads([one], new Set(present))).toHaveLength(expected);
  });
});

const post = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews';
const comment = (first: number, last: number, side: 'left' | 'right' = 'right'): Topic => ({
  path: 'template.yaml',
  side,
  range: { first, last },
  findings: [finding({ fingerprint: `f${first}` })],
  replacement: undefined,
  fixed: new Set(),
  beside: new Set(),
  left: [],
});
const target = { owner: 'acme', repo: 'app', number: 3, head: 'abc' };
const wording = { words: () => undefined, texts: sourcesOf(new Map()) };

describe('posting', () => {
  test('all remarks are one review, each on its lines', async () => {
    const github = fakeGitHub({ [post]: '' });
    const posted = [comment(4, 4), comment(6, 8), comment(2, 3, 'left')];
    expect(await postReview(github, target, { posted, left: [comment(9, 9)], known: [] }, wording)).toBe(true);
    expect(github.asked).toEqual([
      {
        route: post,
        parameters: {
          owner: 'acme',
          repo: 'app',
          pull_number: 3,
          commit_id: 'abc',
          event: 'COMMENT',
          body: 'Postern found 3 new problems on lines of this change. 1 more problem on these lines: see the check run.',
          comments: [
            expect.objectContaining({ path: 'template.yaml', line: 4, side: 'RIGHT' }),
            expect.objectContaining({ line: 8, side: 'RIGHT', start_line: 6, start_side: 'RIGHT' }),
            expect.objectContaining({ line: 3, side: 'LEFT', start_line: 2, start_side: 'LEFT' }),
          ],
        },
      },
    ]);
  });

  test('the first comment says what else is known, so that no later review takes it for new', async () => {
    const github = fakeGitHub({ [post]: '' });
    const known = [finding({ fingerprint: 'quiet' })];
    await postReview(github, target, { posted: [comment(4, 4), comment(6, 6)], left: [], known }, wording);
    expect(github.asked[0]?.parameters.comments).toEqual([
      expect.objectContaining({ body: expect.stringMatching(/<!-- postern:known quiet -->$/) }),
      expect.objectContaining({ body: expect.not.stringContaining('postern:known') }),
    ]);
  });

  test.each([
    ['a line is not in the diff', 422],
    ['the conversation is locked', 403],
    ['the pull request is gone', 404],
  ])('is not done when %s', async (_, status) => {
    const github = fakeGitHub({ [post]: () => Promise.reject(refusal(status)) });
    expect(await postReview(github, target, { posted: [comment(4, 4)], left: [], known: [] }, wording)).toBe(false);
  });

  test.each([
    ['GitHub is down', refusal(502)],
    ['a limit is reached', refusal(403, 'You have exceeded a secondary rate limit')],
  ])('fails when %s', async (_, error) => {
    const github = fakeGitHub({ [post]: () => Promise.reject(error) });
    await expect(postReview(github, target, { posted: [comment(4, 4)], left: [], known: [] }, wording)).rejects.toBe(
      error,
    );
  });
});
