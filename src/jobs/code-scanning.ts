import type { ScannedTree } from '../contained/analysis.js';
import { byWeight } from '../findings/outcome.js';
import { catalogue } from '../policies/catalogue.js';
import { uploadSarif } from '../publish/code-scanning.js';
import { versionOf } from '../publish/version.js';
import type { GitHub } from '../pull-request/client.js';
import { renderForCodeScanning } from '../report/formats/sarif.js';
import type { Outcome } from '../report/json.js';
import type { Words } from '../report/words.js';
import type { Review } from '../review.js';
import type { ReviewJob } from './job.js';
import type { Reviewed } from './reviewer.js';

interface Uploading {
  readonly github: GitHub;
  readonly words: Words;
}

/** Hands the findings of a pull request to code scanning where the settings ask for it. Entries of a merge queue have no place there. */
export async function showInCodeScanning(
  job: ReviewJob,
  { github, words }: Uploading,
  { review, settings }: Pick<Reviewed, 'review' | 'settings'>,
): Promise<void> {
  if (!settings.codeScanning || job.kind !== 'pull') return;
  const { owner, repo, head, number } = job;
  await uploadSarif(github, { owner, repo, head, ref: `refs/pull/${number}/head` }, sarifOf(review, words));
}

function sarifOf({ findings, notices, stats, texts }: Review, words: Words): string {
  return render({ findings: [...findings].sort(byWeight), notices, stats, texts, isReview: true }, words);
}

/** The findings of a branch as it stands. */
export function sarifOfTree({ findings, notices, stats, texts }: ScannedTree, words: Words): string {
  return render({ findings: [...findings].sort(byWeight), notices, stats, texts, isReview: false }, words);
}

function render(told: Omit<Outcome, 'version'>, words: Words): string {
  return renderForCodeScanning({
    outcome: { ...told, version: versionOf() },
    policies: catalogue,
    view: { colored: false, linked: false, all: true, fails: () => false, rule: '', code: 0, words },
  });
}
