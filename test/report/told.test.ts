import { beforeAll, expect, test } from '@jest/globals';
import { isOld } from '../../src/findings/outcome.js';
import { catalogue } from '../../src/policies/catalogue.js';
import { fingerprintsIn } from '../../src/report/fingerprint-marker.js';
import { renderJson } from '../../src/report/json.js';
import { publicationOf } from '../../src/report/publication.js';
import { renderTerminal } from '../../src/report/terminal.js';
import { wordsOf } from '../../src/report/words.js';
import { prepareFrameworks } from '../../src/stacks/read.js';
import { examplesOf } from '../support/examples.js';
import { reviewFiles } from '../support/judging.js';

const words = wordsOf(catalogue);
const rows = catalogue.flatMap((policy) => {
  const bad = 'check' in policy ? examplesOf(policy).filter(({ kind }) => kind === 'bad') : [];
  const example = bad.find(({ framework }) => framework === 'sam') ?? bad[0];
  return example === undefined ? [] : [[policy.id, example.files] as const];
});
const view = { colored: false, linked: false, all: true, fails: () => false, rule: '', code: 0, words };

beforeAll(prepareFrameworks);

test.each(rows)(
  'what the example of %s brings is told: in a comment or the check, as JSON, and with --all',
  async (_, files) => {
    const review = await reviewFiles(new Map(), files);
    const source = { review, notices: [], profile: 'standard' as const, words, address: () => undefined };
    const publication = publicationOf(source, 25);
    const { comments, check } = publication;
    const commented = new Set(comments.flatMap(({ body }) => fingerprintsIn(body)));
    const inCheck = `${check.summary}\n${check.text ?? ''}`;
    const fresh = review.findings.filter((finding) => finding.suppressed === null && !isOld(finding));
    expect(fresh).not.toEqual([]);
    const place = ({ at, start }: (typeof fresh)[number]) => `\`${at.path}:${start.line}\``;
    const silent = fresh.filter((one) => !commented.has(one.fingerprint) && !inCheck.includes(place(one)));
    expect(silent.map(({ policy, message }) => `${policy}: ${message}`)).toEqual([]);
    const outcome = { ...review, publication, isReview: true, version: '0.0.0' };
    const [json, terminal] = [renderJson(outcome), renderTerminal(outcome, view)];
    expect(fresh.filter((one) => !json.includes(one.fingerprint))).toEqual([]);
    expect(fresh.filter((one) => !terminal.includes(one.message.replace(/\.$/, '')))).toEqual([]);
  },
);
