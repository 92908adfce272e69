import { describe, expect, test } from '@jest/globals';
import type { Advisory, SeverityVector } from '../../../src/dependencies/advisories/advisory.js';
import { cvss3Score } from '../../../src/dependencies/matching/cvss3.js';
import { cvss4Score } from '../../../src/dependencies/matching/cvss4.js';
import { severityOf } from '../../../src/dependencies/matching/severity.js';
import { shifted } from '../../../src/findings/severity.js';

describe('the score of a vector', () => {
  test.each([
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 9.8],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H', 10],
    ['CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:H', 7.2],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N', 6.1],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N', 0],
    ['CVSS:3.1/AV:N/AC:L', undefined],
    ['nonsense', undefined],
  ])('%s', (vector, score) => expect(cvss3Score(vector)).toBe(score));

  test.each([
    ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', 9.3],
    ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H', 10],
    ['CVSS:4.0/AV:L/AC:L/AT:P/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N', 5.9],
    ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N', 0],
    ['CVSS:4.0/AV:N', undefined],
  ])('%s', (vector, score) => expect(cvss4Score(vector)).toBe(score));
});

function rated(severity: readonly SeverityVector[], rating?: string): Advisory {
  const plain = { id: 'A', aliases: [], summary: '', modified: '', affected: [], url: '' };
  return { ...plain, severity, ...(rating !== undefined && { rating }) };
}

const high = { type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:H' };
const critical = { type: 'CVSS_V4', score: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N' };
const old = { type: 'CVSS_V2', score: 'AV:N/AC:L/Au:N/C:P/I:P/A:P' };

describe('the severity of an advisory', () => {
  test.each<[string, Advisory, readonly SeverityVector[], string]>([
    ['comes from its newest vector', rated([old, high, critical]), [], 'critical'],
    ['comes from the package’s own vector first', rated([critical]), [high], 'high'],
    ['comes from a version 2 vector if there is no other', rated([old]), [], 'high'],
    ['comes from the database’s word without a vector', rated([], 'MODERATE'), [], 'medium'],
    ['is medium when nothing is said', rated([]), [], 'medium'],
    ['comes from the word when the vector is broken', rated([{ type: 'CVSS_V3', score: 'x' }], 'LOW'), [], 'low'],
  ])('%s', (_, advisory, severity, expected) => {
    const affected = { ecosystem: 'npm', name: 'x', ranges: [], versions: [], severity };
    expect(severityOf(advisory, affected)).toBe(expected);
  });

  test('moves within the scale', () => {
    expect([shifted('critical', 1), shifted('high', 1), shifted('low', -1)]).toEqual(['critical', 'critical', 'low']);
  });
});
