import { describe, expect, test } from '@jest/globals';
import { gatherSameWords } from '../../src/report/same-words.js';
import { finding } from '../support/finding.js';

/** The first name of each group and what the others are about. */
const gathered = (...sentences: readonly (readonly [string, string])[]) =>
  gatherSameWords(
    sentences.map(([name, rest], index) =>
      finding({ names: [name, 'Api'], message: `${name} ${rest}.`, fingerprint: `f${index}` }),
    ),
  ).map(({ first, others }) => [first.names[0], ...others.map(({ subject }) => subject)]);

describe('findings that differ in the name they begin with', () => {
  test('are one, in the order of their first', () => {
    const open = 'of Api accepts unauthenticated requests';
    expect(gathered(['GET /a', open], ['B', 'runs on node 14'], ['POST /a', open], ['DELETE /a/{id}', open])).toEqual([
      ['GET /a', 'POST /a', 'DELETE /a/{id}'],
      ['B'],
    ]);
  });

  test('stay apart if they say other things', () => {
    expect(gathered(['A', 'is granted s3:* on all resources'], ['B', 'is granted sqs:* on all resources'])).toEqual([
      ['A'],
      ['B'],
    ]);
  });

  test('stay apart if they begin with no name of theirs', () => {
    const nameless = (fingerprint: string) =>
      finding({ names: ['A'], message: 'Each of 2 functions is open.', fingerprint });
    expect(gatherSameWords([nameless('1'), nameless('2')])).toHaveLength(2);
  });
});
