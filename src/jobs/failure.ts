import { AnalysisFailed } from '../contained/analysis.js';
import type { Ending } from '../publish/check-run.js';
import { UnexpectedAnswer } from '../pull-request/client.js';
import { isNetworkError, permissionOf, statusOf } from '../pull-request/refusal.js';
import { prose } from '../report/markdown.js';
import { TooManyCalls } from './gate.js';

/** True if trying again may help: GitHub was down, slow, cut its answer or no longer knew the token. */
export function isPassing(error: unknown): boolean {
  if (error instanceof UnexpectedAnswer) return true;
  if (error instanceof AnalysisFailed) return false;
  const status = statusOf(error);
  return status === undefined ? isNetworkError(error) : status >= 500 || status === 401;
}

/** True if the token is not taken any more. */
export function isUnauthorized(error: unknown): boolean {
  return statusOf(error) === 401;
}

/** How the check ends when the review could not be made. */
export function failedEnding(error: unknown): Ending {
  const summary = `${prose(sentenceOf(error))} Re-run this check to try again.`;
  return { conclusion: 'failure', title: 'Could not review this change', summary };
}

function sentenceOf(error: unknown): string {
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
