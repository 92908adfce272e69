import type { Pool } from '../contained/pool.js';
import type { Notice } from '../findings/notice.js';
import type { GitHub } from '../pull-request/client.js';
import type { PullRequest } from '../pull-request/pull-request.js';
import type { Review } from '../review.js';
import { type SettingsTexts, settingsInForce } from '../settings/layers.js';
import type { Settings } from '../settings/settings.js';
import type { Advisor } from './advisories.js';

/** A finished review with the settings it was made under. */
export interface Reviewed {
  readonly review: Review;
  readonly settings: Settings;
  /** What is wrong with the settings. */
  readonly notices: readonly Notice[];
}

/** The engine as the jobs see it. */
export type Reviewer = (pull: PullRequest, texts: SettingsTexts, github: GitHub) => Promise<Reviewed>;

/** Reviews in child processes, today, under the settings of the repository and its organisation. */
export function containedReviewer(pool: Pool, policies: readonly string[], advisor: Advisor): Reviewer {
  return async (pull, texts, github) => {
    const { settings, notices } = await settingsInForce(texts, policies);
    const date = new Date().toISOString().slice(0, 10);
    const advise = await advisor(github, date);
    return { review: await pool.analyse(pull, { settings, date, advise }), settings, notices };
  };
}
