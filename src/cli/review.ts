import { gitPullRequest, NoChange } from '../pull-request/git-checkout.js';
import { stagedCommit } from '../pull-request/git-staged.js';
import type { PullRequest } from '../pull-request/pull-request.js';
import { publicationOf } from '../report/publication.js';
import { wordsOf } from '../report/words.js';
import { type Review, review } from '../review.js';
import { settingsPath } from '../settings/layers.js';
import { CannotRun, reasonOf } from './cannot-run.js';
import type { Judging, JudgingOptions } from './judging.js';
import { judgingOf } from './options.js';
import { printOutcome } from './output.js';
import { progressFor } from './progress.js';
import { versionOf } from './version.js';

export interface ReviewOptions extends JudgingOptions {
  readonly base?: string;
  readonly head: string;
  /** Compare what is staged in place of a head. */
  readonly staged?: boolean;
  readonly repo: string;
}

/** `postern review --base REV [--head REV] [--repo DIR]`: what the change between two commits introduced. */
export async function reviewCommand(options: ReviewOptions): Promise<number> {
  const pull = await openChange(options);
  const settings = (await pull.read('base', [settingsPath])).get(settingsPath);
  const judging = await judgingOf(options, settings === undefined ? undefined : { path: settingsPath, text: settings });
  const progress = progressFor(options);
  const found = await review(pull, judging.judge, progress.step).finally(progress.end);
  const { policies, settings: inForce } = judging.judge;
  const source = {
    review: chosenOf(found, judging),
    notices: judging.notices,
    profile: inForce.profile,
    words: wordsOf(policies),
    address: () => undefined,
  };
  return printOutcome(
    {
      findings: found.findings.filter(judging.chosen),
      publication: publicationOf(source, inForce.review.comments),
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

/** A review of which only some findings are told. */
function chosenOf(found: Review, { chosen }: Judging): Review {
  const topics = found.topics.filter(({ findings: [lead] }) => chosen(lead));
  return { ...found, findings: found.findings.filter(chosen), topics };
}

async function openChange({ repo, base, head, staged }: ReviewOptions): Promise<PullRequest> {
  const from = base ?? (staged === true ? 'HEAD' : undefined);
  if (from === undefined) throw new CannotRun('Missing --base REV: the revision to compare with.');
  try {
    return await gitPullRequest(repo, from, staged === true ? await stagedCommit(repo) : head);
  } catch (error) {
    throw new CannotRun(error instanceof NoChange ? error.message : `git failed in ${repo}: ${reasonOf(error)}`);
  }
}
