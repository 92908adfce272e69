import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { matchesWord } from '../../../src/facts/access/patterns/meeting.js';
import { elementsOf } from '../../../src/facts/access/patterns/pattern.js';
import { findWord } from '../../../src/facts/access/patterns/search.js';

interface Recorded {
  readonly answers: readonly {
    readonly within: readonly string[];
    readonly without: readonly string[];
    readonly exists: boolean;
  }[];
}

// What Z3 said is recorded by scripts/access-z3.mjs: Z3 itself would be a third of the install.
const { answers }: Recorded = JSON.parse(readFileSync(new URL('z3-answers.json', import.meta.url), 'utf8'));

test('Z3 agrees on which combinations of patterns some text can match, and every text is one', () => {
  const wrong = answers.filter(({ within, without, exists }) => {
    const patterns = [...within, ...without].map((text) => elementsOf(text, 'surely'));
    const found = findWord({
      domain: [[{ kind: 'many', except: '' }]],
      patterns,
      wanted: (matched) => matched.every((one, at) => one === at < within.length),
      budget: { left: 1_000_000 },
    });
    const isRight =
      found.kind === 'word' && patterns.every((one, at) => matchesWord(one, found.word) === at < within.length);
    return exists ? !isRight : found.kind !== 'none';
  });
  expect(wrong).toEqual([]);
  expect(answers.length).toBeGreaterThan(400);
  expect(answers.filter(({ exists }) => !exists).length).toBeGreaterThan(40);
});
