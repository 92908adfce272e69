import { AnalysisFailed, AnalysisNotStarted } from '../contained/analysis.js';
import type { Profile } from '../findings/outcome.js';
import { catalogue } from '../policies/catalogue.js';
import type { Ending } from '../publish/check-run.js';
import { UnexpectedAnswer } from '../pull-request/client.js';
import { isNetworkError, permissionOf, statusOf } from '../pull-request/refusal.js';
import { conclude } from '../report/conclusion.js';
import { prose } from '../report/markdown.js';
import { type SettingsTexts, settingsInForce } from '../settings/layers.js';
import { TooManyCalls } from './gate.js';

/** True if trying again may help: GitHub was down, slow, cut its answer or no longer knew the token, or the host was short of something. */
export function isPassing(error: unknown): boolean {
  if (error instanceof UnexpectedAnswer || error instanceof AnalysisNotStarted) return true;
  if (error instanceof AnalysisFailed) return false;
  const status = statusOf(error);
  return status === undefined ? isNetworkError(error) : status >= 500 || status === 401;
}

/** True if another try may help, a few times: what was pushed a moment ago GitHub may not know yet, or refuse. */
export function mayPass(error: unknown): boolean {
  const status = statusOf(error);
  return isPassing(error) || status === 403 || status === 404 || status === 422;
}

/** True if the token is not taken any more. */
export function isUnauthorized(error: unknown): boolean {
  return statusOf(error) === 401;
}

/** How the check ends when the review could not be made: as over a file that was not read. */
export async function failedEnding(error: unknown, settings: SettingsTexts | undefined): Promise<Ending> {
  const summary = `${prose(sentenceOf(error))} This change was not reviewed. Re-run this check to try again.`;
  const profile = await profileIn(settings).catch(() => undefined);
  const unread = { path: '.', message: summary, kind: 'unread' } as const;
  const conclusion = profile === undefined ? 'failure' : conclude({ findings: [], notices: [unread] }, profile);
  return { conclusion, title: 'Could not review this change', summary };
}

/** The profile of the settings as they were read. Undefined: they were not, or are what failed; any may be in force. */
async function profileIn(settings: SettingsTexts | undefined): Promise<Profile | undefined> {
  if (settings === undefined) return undefined;
  const policies = catalogue.map(({ id }) => id);
  return (await settingsInForce(settings, policies)).settings.profile;
}

function sentenceOf(error: unknown): string {
  if (error instanceof AnalysisNotStarted) return `${error.message} The log has why.`;
  if (error instanceof AnalysisFailed || error instanceof TooManyCalls) return error.message;
  if (error instanceof UnexpectedAnswer) return error.message;
  const status = statusOf(error);
  const permission = permissionOf(error);
  if (status === 403 && permission !== undefined) {
    return `GitHub refused a request: the app needs the permission \`${permission}\`. Accept it in the installation's settings.`;
  }
  if (status !== undefined) return `GitHub answered a request with status ${status}.`;
  return isNetworkError(error)
    ? 'GitHub could not be reached.'
    : 'An unexpected error ended the review; the log has it.';
}
