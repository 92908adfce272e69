import { describe, expect, test } from '@jest/globals';
import { blobReader, createBlobCache } from '../../src/pull-request/blobs.js';
import { fakeGitHub, refusal } from '../support/github.js';

const single = 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}';
const oid = (digit: string) => digit.repeat(40);
const blob = (path: string, digit: string, size = 5) => ({ path, oid: oid(digit), size });
const text = (written: string) => ({ text: written, isBinary: false, isTruncated: false });

/** Answers each batch with `texts`, by the digit that a hash is made of. */
function answering(texts: Readonly<Record<string, object | null>>, bytes = Buffer.from('whole')) {
  return fakeGitHub({
    query: ({ query }: Readonly<Record<string, unknown>>) => ({
      repository: Object.fromEntries(
        [...String(query).matchAll(/(b\d+): object\(oid: "(.)/g)].map(([, name, digit = '']) => [
          name,
          texts[digit] ?? null,
        ]),
      ),
    }),
    [single]: { content: bytes.toString('base64'), encoding: 'base64' },
  });
}
const reader = (github: ReturnType<typeof answering>) =>
  blobReader(github, { owner: 'acme', repo: 'app' }, createBlobCache());
const routes = (github: ReturnType<typeof answering>) => github.asked.map(({ route }) => route);

test('what is asked for in the same moment is one request, each content once', async () => {
  const github = answering({ a: text('A'), b: text('B') });
  const read = reader(github);
  const both = await Promise.all([read([blob('x', 'a'), blob('y', 'b')]), read([blob('z', 'a')])]);
  expect(both.map((one) => [...one])).toEqual([
    [
      ['x', 'A'],
      ['y', 'B'],
    ],
    [['z', 'A']],
  ]);
  expect(routes(github)).toEqual(['query']);
});

test('what was read is remembered', async () => {
  const github = answering({ a: text('A') });
  const read = reader(github);
  await read([blob('x', 'a')]);
  expect([...(await read([blob('y', 'a')]))]).toEqual([['y', 'A']]);
  expect(routes(github)).toEqual(['query']);
});

test('more than a hundred contents are several requests', async () => {
  const github = answering({});
  const many = Array.from({ length: 101 }, (_, index) => ({
    path: `f${index}`,
    oid: index.toString(16).padStart(40, '0'),
    size: 1,
  }));
  await reader(github)(many);
  expect(routes(github).filter((route) => route === 'query')).toHaveLength(2);
});

describe('what GraphQL cannot say is read alone', () => {
  test.each([
    ['a cut text', { ...text('who'), isTruncated: true }, 5],
    ['a text with signs that stand for lost bytes', text('wh\uFFFD'), 5],
    ['a content it does not know', null, 5],
    ['a large file', null, 600_000],
  ])('%s', async (_, answer, size) => {
    const github = answering({ a: answer });
    expect([...(await reader(github)([blob('x.tf', 'a', size)]))]).toEqual([['x.tf', 'whole']]);
    expect(routes(github).at(-1)).toBe(single);
  });
});

describe('what is no text is a notice', () => {
  test('a binary file', async () => {
    const github = answering({ a: { text: null, isBinary: true, isTruncated: false } }, Buffer.from([0, 255]));
    expect((await reader(github)([blob('x.tf', 'a')])).get('x.tf')).toMatchObject({ kind: 'unread', path: 'x.tf' });
  });

  test.each([403, 404, 422])('a file that GitHub refuses with status %d, beside one that it gives', async (status) => {
    const answers = { [single]: () => Promise.reject(refusal(status)) };
    const github = { ...answering({ a: text('A') }), request: fakeGitHub(answers).request };
    const read = await blobReader(
      github,
      { owner: 'acme', repo: 'app' },
      createBlobCache(),
    )([blob('x.tf', 'a'), blob('y.tf', 'b')]);
    const message = expect.stringContaining(`status ${status}`);
    expect([...read]).toEqual([
      ['x.tf', 'A'],
      ['y.tf', { path: 'y.tf', kind: 'unread', message }],
    ]);
  });

  test('a file over the limit, which is not even asked for', async () => {
    const github = answering({});
    const read = await reader(github)([blob('x.tf', 'a', 1024 * 1024 + 1)]);
    expect([read.get('x.tf'), github.asked]).toEqual([expect.objectContaining({ kind: 'unread' }), []]);
  });
});

test('an empty file is known without asking', async () => {
  const github = answering({});
  expect([...(await reader(github)([blob('x', 'a', 0)]))]).toEqual([['x', '']]);
  expect(github.asked).toEqual([]);
});
