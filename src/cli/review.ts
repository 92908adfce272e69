import { gitPullRequest, NoChange } from '../pull-request/git-checkout.js';
import type { PullRequest } from '../pull-request/pull-request.js';
import { publicationOf } from '../report/publication.js';
import { wordsOf } from '../report/words.js';
import { review } from '../review.js';
import { settingsPath } from '../settings/layers.js';
import { CannotRun, reasonOf } from './cannot-run.js';
import type { JudgingOptions } from './judging.js';
import { judgingOf } from './options.js';
import { printOutcome } from './output.js';
import { startProgress } from './progress.js';
import { versionOf } from './version.js';

export interface ReviewOptions extends JudgingOptions {
  readonly base?: string;
  readonly head: string;
  readonly repo: string;
}

/** `postern review --base REV [--head REV] [--repo DIR]`: what the change between two commits introduced. */
export async function reviewCommand(options: ReviewOptions): Promise<number> {
  if (options.base === undefined) throw new CannotRun('Missing --base REV: the revision to compare with.');
  const pull = await openChange(options.repo, options.base, options.head);
  const settings = (await pull.read('base', [settingsPath])).get(settingsPath);
  const judging = await judgingOf(options, settings === undefined ? undefined : { path: settingsPath, text: settings });
  const progress = startProgress();
  const found = await review(pull, judging.judge, progress.step).finally(progress.end);
  const { policies, settings: inForce } = judging.judge;
  const source = {
    review: found,
    notices: judging.notices,
    profile: inForce.profile,
    words: wordsOf(policies),
    address: () => undefined,
  };
  return printOutcome(
    {
      findings: found.findings,
      publication: publicationOf(source, inForce.review.comments),
      effects: found.effects,
      notices: [...judging.notices, ...found.notices],
      stats: found.stats,
      texts: found.texts,
      isReview: true,
      version: versionOf(),
    },
    options,
    judging,
  );
}

/** The change between two commits of a checkout. */
export async function openChange(repo: string, base: string, head: string): Promise<PullRequest> {
  try {
    return await gitPullRequest(repo, base, head);
  } catch (error) {
    throw new CannotRun(error instanceof NoChange ? error.message : `git failed in ${repo}: ${reasonOf(error)}`);
  }
}
