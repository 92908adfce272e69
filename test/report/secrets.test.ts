import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { patchBetween } from '../../src/diff/patch.js';
import type { Placed } from '../../src/findings/finding.js';
import { quotableText, sourcesOf } from '../../src/findings/sources.js';
import type { ReviewJob } from '../../src/jobs/job.js';
import { rowsOf } from '../../src/jobs/store/told.js';
import { catalogue } from '../../src/policies/catalogue.js';
import { renderCheckRun } from '../../src/report/check-run.js';
import { renderComment } from '../../src/report/comment.js';
import { renderGitlab } from '../../src/report/formats/gitlab.js';
import { renderJunit } from '../../src/report/formats/junit.js';
import { renderMarkdown } from '../../src/report/formats/markdown-report.js';
import type { Rendering } from '../../src/report/formats/rendering.js';
import { renderSarif } from '../../src/report/formats/sarif.js';
import { renderSonarqube } from '../../src/report/formats/sonarqube.js';
import { renderWorkflowCommands } from '../../src/report/formats/workflow-commands.js';
import { renderJson } from '../../src/report/json.js';
import { renderFixing } from '../../src/report/problem.js';
import { renderTerminal } from '../../src/report/terminal.js';
import { wordsOf } from '../../src/report/words.js';
import type { Review } from '../../src/review.js';
import { prepareFrameworks } from '../../src/stacks/read.js';
import { topicsOf } from '../../src/topics/topics.js';
import { finding, fixable } from '../support/finding.js';
import { reviewFiles } from '../support/judging.js';

const path = 'template.yaml';
const secret = ['npm_', 'q3EgTvBz5MxNlKwP', 'd8Rh2JcYs9Wf', 'u4Ea7bGt'].join('');
const head = `Resources:
  Hello:
    Type: AWS::Lambda::Function
    Properties: { Environment: { Variables: { ACCESS: ${secret} } } }
`;
const words = wordsOf(catalogue);

/** A review with a secret that was found, one whose fix would show it as deleted, and fixes on and beside its line. */
let review: Review;
let secrets: readonly Placed[];

beforeAll(async () => {
  await prepareFrameworks();
  const found = await reviewFiles(new Map(), new Map([[path, head]]));
  const fixed = fixable(head, secret, '!Ref Access', { isSecret: true, severity: 'high', fingerprint: 'fixed' });
  const beside = fixable(head, 'ACCESS', 'TOKEN', { fingerprint: 'beside', policy: 'cors-too-wide' });
  const findings = [...found.findings, fixed, beside];
  const texts = new Map([[path, head]]);
  review = { ...found, findings, texts: sourcesOf(texts, findings) };
  secrets = review.findings.filter(({ isSecret }) => isSecret);
});

const outcome = () => {
  const { findings, notices, stats, texts } = review;
  return { findings, notices, stats, texts, isReview: true, version: '0.0.0' };
};

const rendering = (): Rendering => ({
  outcome: outcome(),
  policies: catalogue,
  view: { colored: false, linked: false, all: true, fails: () => true, rule: '', code: 1, words },
});

const forTools: Readonly<Record<string, (rendering: Rendering) => string>> = {
  'sarif.ts': renderSarif,
  'sonarqube.ts': renderSonarqube,
  'gitlab.ts': renderGitlab,
  'junit.ts': renderJunit,
  'workflow-commands.ts': renderWorkflowCommands,
  'markdown-report.ts': renderMarkdown,
};

const outputs: Readonly<Record<string, () => string>> = {
  'check-run.ts': () =>
    JSON.stringify(
      renderCheckRun({
        review,
        notices: [],
        profile: 'standard',
        words,
        address: () => undefined,
        commented: new Set(),
        told: [],
        others: [],
      }),
    ),
  'comment.ts': () => {
    const patches = new Map([[path, patchBetween('', head)]]);
    const diff = { patches, headPath: String, texts: review.texts };
    const topics = topicsOf(review.findings, diff, { profile: 'standard', together: () => new Set() });
    return topics.map((topic) => renderComment(topic, words, review.texts)).join('\n');
  },
  'json.ts': () => renderJson(outcome()),
  ...Object.fromEntries(Object.entries(forTools).map(([name, render]) => [name, () => render(rendering())])),
  'terminal-block.ts': () =>
    renderTerminal(outcome(), {
      colored: false,
      linked: false,
      all: true,
      fails: () => true,
      rule: '',
      code: 1,
      words,
    }),
};

describe('a secret is never repeated', () => {
  test.each(Object.entries(outputs))('by %s, which tells of it', (_, render) => {
    expect(secrets.map(({ policy }) => policy)).toContain('plaintext-secret-in-env');
    expect(render()).toContain('ACCESS');
    expect(render()).not.toContain(secret);
  });
});

test('the history quotes lines, and no secret of them', () => {
  const job = { kind: 'pull-request' } as unknown as ReviewJob;
  const { findings, texts } = review;
  const rows = rowsOf({ job, conclusion: 'failure', findings, texts, calls: 1, milliseconds: 1 }, true);
  expect(rows.map(({ quote }) => quote).join()).toContain('Hello:');
  expect(JSON.stringify(rows)).not.toContain(secret);
});

test('lines of a fix that stand beside a secret are shown, the secret is blotted out', () => {
  const diffs = renderFixing(atLogGroup(), words, review.texts).filter((one) => one.includes('```diff'));
  expect(diffs).toEqual([expect.stringContaining('+  HelloLogGroup:')]);
  expect(diffs).toEqual([expect.stringMatching(/^ {5}\*{11} /m)]);
});

function atLogGroup(): Placed {
  const [one] = review.findings.filter(({ policy }) => policy === 'log-group-undeclared');
  return one ?? finding();
}

test.each([
  ['may be repeated unless it is a secret', false, head],
  ['is kept when it is a secret', true, undefined],
])('the text of a finding %s', (_, isSecret, expected) => {
  expect(quotableText(finding({ isSecret }), sourcesOf(new Map([[path, head]])))).toBe(expected);
});

test('texts are opened in one place, and by outputs that are tried here', () => {
  const src = fileURLToPath(new URL('../../src/', import.meta.url));
  const sources = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const using = (word: RegExp) => sources.filter((name) => word.test(readFileSync(join(src, name), 'utf8'))).sort();
  expect(using(/\bwithheld\b/)).toEqual(['findings/sources.ts']);
  const quoting = using(/\b(?:quotableText|editableText)\b/).filter((name) => name !== 'findings/sources.ts');
  const suggestions = ['topics/offer.ts', 'topics/placing.ts'];
  expect(quoting.filter((name) => !suggestions.includes(name))).toEqual([
    'jobs/store/told.ts',
    ...['placed-edits.ts', 'problem.ts', 'terminal-block.ts'].map((name) => `report/${name}`),
  ]);
});
