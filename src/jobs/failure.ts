import { AnalysisFailed } from '../contained/analysis.js';
import type { Ending } from '../publish/check-run.js';
import { UnexpectedAnswer } from '../pull-request/client.js';
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

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined;
  return typeof error.status === 'number' ? error.status : undefined;
}

/** GitHub names what is missing, as in `contents=read`. */
function permissionOf(error: unknown): string | undefined {
  const headers = field(field(error, 'response'), 'headers');
  const accepted = field(headers, 'x-accepted-github-permissions');
  return typeof accepted === 'string' && /^[\w=,; ]{1,200}$/.test(accepted) ? accepted : undefined;
}

function field(from: unknown, key: string): unknown {
  return typeof from === 'object' && from !== null ? Reflect.get(from, key) : undefined;
}

function isNetworkError(error: unknown): boolean {
  const [name, code] = [field(error, 'name'), field(error, 'code')];
  return name === 'AbortError' || name === 'TimeoutError' || typeof code === 'string';
}
