import { versionOf } from '../publish/version.js';
import type { PullRequest } from '../pull-request/pull-request.js';
import type { Address } from '../report/address.js';
import type { CheckSource } from '../report/check-source.js';
import type { Outcome } from '../report/json.js';
import { publicationOf } from '../report/publication.js';
import { wordsOf } from '../report/words.js';
import { type Review, review } from '../review.js';
import type { SettingsTexts } from '../settings/layers.js';
import type { Judging, JudgingOptions } from './judging.js';
import { judgingOf } from './options.js';
import { progressFor } from './progress.js';

/** A change that was reviewed, and what is told of it. */
export interface JudgedChange {
  readonly review: Review;
  readonly judging: Judging;
  readonly outcome: Outcome;
  /** What the check is worded from, besides what was said already. */
  readonly source: Omit<CheckSource, 'commented' | 'told' | 'others'>;
}

/** Reviews a change under the settings of its base and the options of the command. */
export async function judgeChange(
  pull: PullRequest,
  settings: SettingsTexts,
  options: JudgingOptions,
  address: Address = () => undefined,
): Promise<JudgedChange> {
  const judging = await judgingOf(options, settings.repository, settings.organisation);
  const progress = progressFor(options);
  const whole = await review(pull, judging.judge, progress.step).finally(progress.end);
  const found = chosenOf(whole, judging);
  const { policies, settings: inForce } = judging.judge;
  const source = {
    review: found,
    notices: judging.notices,
    profile: inForce.profile,
    words: wordsOf(policies, process.env.POLICY_PAGES || undefined),
    address,
  };
  const outcome: Outcome = {
    findings: found.findings,
    publication: publicationOf(source, inForce.review.comments),
    effects: found.effects,
    notices: [...judging.notices, ...found.notices],
    stats: found.stats,
    texts: found.texts,
    isReview: true,
    version: versionOf(),
  };
  return { review: found, judging, outcome, source };
}

/** A review of which only some findings are told. */
function chosenOf(found: Review, { chosen }: Judging): Review {
  const topics = found.topics.filter(({ findings: [lead] }) => chosen(lead));
  return { ...found, findings: found.findings.filter(chosen), topics };
}
