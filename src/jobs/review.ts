import { type CheckRun, checkName, completeCheck, type Ending, endCheck } from '../publish/check-run.js';
import type { GitHub } from '../pull-request/client.js';
import { type GithubPullRequest, githubPullRequest } from '../pull-request/github-pull-request.js';
import { otherChecksIn } from '../pull-request/other-checks.js';
import { readSituation, type Situation } from '../pull-request/situation.js';
import type { Address } from '../report/address.js';
import { renderCheckRun } from '../report/check-run.js';
import { showInCodeScanning } from './code-scanning.js';
import { publishComments, type Said } from './comments.js';
import type { PullJob, ReviewJob } from './job.js';
import type { Reviewed } from './reviewer.js';
import { claimLost } from './runs.js';
import type { Tools } from './tools.js';

/** Reviews a pull request or an entry of the merge queue whose check is in progress, and concludes the check. */
export async function review(job: ReviewJob, run: CheckRun, tools: Tools, signal: AbortSignal): Promise<void> {
  const { github, memory } = tools;
  const number = job.kind === 'pull' ? job.number : undefined;
  const situation = await tools.stage('read', () => readSituation(github, job, { number, baseRef: job.baseRef }));
  tools.onSettings(situation.settings);
  if (job.kind === 'pull') {
    const ending = await endingOf(job, situation, tools);
    if (ending !== undefined) return endCheck(github, run, ending);
  }
  const base = number !== undefined && situation.pull?.isOpen ? `refs/heads/${job.baseRef}` : job.base;
  const compared = { number, base, head: job.head };
  const pull = await tools.stage('read', () => githubPullRequest(github, job, compared, memory));
  const reviewed = await tools.stage('analyse', () =>
    unlessAborted(tools.reviewer(pull, situation.settings, github), signal),
  );
  if (reviewed === undefined) return stop(github, run, String(signal.reason));
  await tools.stage('publish', () => publish(job, run, tools, { pull, reviewed, situation }));
}

/** Why a pull request is not reviewed at this head or base; then the right job is in the queue. */
async function endingOf(job: PullJob, { pull }: Situation, { enqueue }: Tools): Promise<Ending | undefined> {
  if (pull === undefined) return { conclusion: 'neutral', title: 'No pull request', summary: goneSummary };
  if (pull.head !== job.head) {
    if (pull.isOpen) await enqueue([{ ...job, head: pull.head, baseRef: pull.baseRef, reason: 'pushed' }]);
    return supersededEnding(pull.head);
  }
  if (pull.isOpen && pull.baseRef !== job.baseRef) {
    await enqueue([{ ...job, baseRef: pull.baseRef, reason: 'rebased' }]);
    return { conclusion: 'cancelled', title: 'The base branch changed', summary: 'The change is compared anew.' };
  }
  return undefined;
}

/** A newer head came, or another process does this job now and ends its check. */
async function stop(github: GitHub, run: CheckRun, because: string): Promise<void> {
  if (because !== claimLost) await endCheck(github, run, supersededEnding(because));
}

const goneSummary = 'This pull request does not exist any more.';

/** How a check ends whose head is not the newest any more. */
export function supersededEnding(by: string): Ending {
  const summary = `A newer commit was pushed: ${by}. Its own check has the result.`;
  return { conclusion: 'cancelled', title: 'Superseded by a newer commit', summary };
}

/** The result, or undefined as soon as nobody wants it. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
    work.then((result) => resolve(signal.aborted ? undefined : result), reject);
  });
}

interface Finished {
  readonly pull: GithubPullRequest;
  readonly reviewed: Reviewed;
  readonly situation: Situation;
}

async function publish(job: ReviewJob, run: CheckRun, tools: Tools, finished: Finished): Promise<void> {
  const { pull, reviewed, situation } = finished;
  const { settings, notices } = reviewed;
  const isTalking = situation.pull?.isOpen && (settings.review.drafts || !situation.pull.isDraft);
  const others = await otherChecksIn(tools.github, job, run.others, {
    ownName: checkName,
    wantsLines: reviewed.review.topics.length > 0,
  });
  const hasThreads = situation.pull?.hasThreads === true;
  const said: Said =
    job.kind === 'pull' && isTalking
      ? await publishComments(job, tools, { pull, reviewed, hasThreads, others })
      : { commented: new Set(), told: [] };
  const report = renderCheckRun({
    review: reviewed.review,
    notices,
    profile: settings.profile,
    words: tools.words,
    address: addressOf(job, pull),
    others,
    ...said,
  });
  await showInCodeScanning(job, tools, reviewed);
  await completeCheck(tools.github, run, report);
  const { findings, texts } = reviewed.review;
  await tools.onConcluded({ job, conclusion: report.conclusion, findings, texts });
}

function addressOf({ url, head }: ReviewJob, { mergeBase }: GithubPullRequest): Address {
  return ({ path, side, first, last }) => {
    const file = path.split('/').map(encodeURIComponent).join('/');
    const lines = first === last ? `L${first}` : `L${first}-L${last}`;
    return `${url}/blob/${side === 'left' ? mergeBase : head}/${file}#${lines}`;
  };
}
