import { describe, expect, test } from '@jest/globals';
import { sortFindings } from '../../src/report/check-source.js';
import { improvedOf, movedOf } from '../../src/report/known.js';
import { finding } from '../support/finding.js';

const sorted = (...findings: readonly ReturnType<typeof finding>[]) => sortFindings(findings, 'standard');

describe('what was there under another name', () => {
  const moved = (formerly: string, resource: string, fingerprint: string) =>
    finding({ formerly, resource, fingerprint, status: 'existing', place: 'summary' });

  test('is counted, and the names are told once', () => {
    expect(movedOf(sorted(moved('Old', 'New', '1'), moved('Old', 'New', '2'), moved('A', 'B', '3')))).toEqual([
      '3 known problems moved with `Old` → `New`, `A` → `B`.',
    ]);
  });

  test('names four at most', () => {
    const many = Array.from({ length: 6 }, (_, index) => moved(`Old${index}`, `New${index}`, `${index}`));
    expect(movedOf(sorted(...many)).join('')).toMatch(/^6 known problems .* and 2 more names\.$/);
  });

  test('is nothing if nothing moved, and new problems do not count', () => {
    expect(movedOf(sorted(finding({ status: 'existing' }), finding({ formerly: 'Old', fingerprint: '2' })))).toEqual(
      [],
    );
  });
});

describe('what became better', () => {
  const better = (message: string, fingerprint: string) =>
    finding({ message, fingerprint, status: 'improved', place: 'summary' });

  test('is told in the words of what is left', () => {
    expect(improvedOf(sorted(better('Fn runs on node 16.', '1')))).toEqual([
      'Better than before, and not fixed: Fn runs on node 16.',
    ]);
    expect(improvedOf(sorted(better('A is old.', '1'), better('B is old.', '2'), better('C is old.', '3')))).toEqual([
      'Better than before, and not fixed: A is old. The same holds for 2 more problems.',
    ]);
  });

  test('fails nothing and is not new', () => {
    expect(sorted(better('Fn runs on node 16.', '1'))).toMatchObject({ fresh: [], failing: [] });
  });
});
