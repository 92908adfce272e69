import { z } from 'zod';
import { checked, type GitHub, getAll, type Repository } from '../pull-request/client.js';
import { type ListedRun, listRuns } from '../pull-request/listed-runs.js';
import type { Annotation } from '../report/annotation.js';
import type { CheckReport } from '../report/check-run.js';

/** The name under which the check can be required. */
export const checkName = 'Postern';

/** GitHub takes this many annotations in one request: https://docs.github.com/en/rest/checks/runs */
const annotationsPerRequest = 50;

/** Where a check run goes: one for each head commit and job. */
export interface CheckTarget extends Repository {
  readonly head: string;
  /** The job's key, by which the run is found again. */
  readonly externalId: string;
  readonly detailsUrl: string | undefined;
}

/** A check run on GitHub. */
export interface CheckRun extends Repository {
  readonly id: number;
  /** How many annotations it has already: GitHub only ever adds. */
  readonly annotations: number;
  /** What others ran on the same commit, as it was when the check began. */
  readonly others: readonly ListedRun[];
}

/** Everybody's check runs on the commit as they were found, and our own among them. Newest first. */
interface Listed {
  readonly own: readonly ListedRun[];
  readonly others: readonly ListedRun[];
}

/** One call, since it is made for every review; where there are too many for a page, another one for our own. */
async function listBoth(github: GitHub, { owner, repo, head }: CheckTarget): Promise<Listed> {
  const commit = { owner, repo, head };
  const { runs, isWhole } = await listRuns(github, commit, {});
  const own = isWhole ? runs : await listCheckRuns(github, commit, head);
  return { own: own.filter(({ name }) => name === checkName), others: runs.filter(({ name }) => name !== checkName) };
}

/** The check runs of this name on a commit, newest first. */
export async function listCheckRuns(github: GitHub, { owner, repo }: Repository, head: string) {
  return (await listRuns(github, { owner, repo, head }, { check_name: checkName })).runs;
}

/**
 * Starts the check, in progress at once. A run of the same job is taken up again rather than joined by a second one;
 * `once`: undefined if it has its result already; `anew`: its annotations are about another comparison, so a new run.
 */
export async function beginCheck(
  github: GitHub,
  target: CheckTarget,
  mode: 'once' | 'again' | 'anew',
): Promise<CheckRun | undefined> {
  const { owner, repo, externalId } = target;
  const listed = await listBoth(github, target);
  const { others } = listed;
  const own = listed.own.find(({ external_id }) => external_id === externalId);
  const annotations = own?.output?.annotations_count ?? 0;
  if (own === undefined || (mode === 'anew' && annotations > 0)) {
    return { ...(await createCheck(github, target)), others };
  }
  const isConcluded = own.status === 'completed' && own.conclusion !== 'cancelled';
  if (mode === 'once' && isConcluded) return undefined;
  const run = { owner, repo, id: own.id, annotations, others };
  if (own.status !== 'in_progress') await update(github, run, { status: 'in_progress' });
  return run;
}

async function createCheck(
  github: GitHub,
  target: CheckTarget,
  state: Record<string, unknown> = { status: 'in_progress' },
): Promise<CheckRun> {
  const { owner, repo, head, externalId, detailsUrl } = target;
  const { data } = await github.request('POST /repos/{owner}/{repo}/check-runs', {
    owner,
    repo,
    name: checkName,
    head_sha: head,
    external_id: externalId,
    ...state,
    ...(detailsUrl !== undefined && { details_url: detailsUrl }),
  });
  const { id } = checked(data, z.object({ id: z.number() }), 'a new check run');
  return { owner, repo, id, annotations: 0, others: [] };
}

/** How a check ends without a report: superseded, failed, nothing to compare. */
export interface Ending {
  readonly conclusion: 'cancelled' | 'failure' | 'neutral' | 'success';
  readonly title: string;
  /** Markdown: what happened and what to do. */
  readonly summary: string;
}

/** Concludes the check with one sentence. */
export async function endCheck(github: GitHub, run: CheckRun, ending: Ending): Promise<void> {
  await update(github, run, concluded(ending));
}

/** Concludes the check of a head with one sentence, unless it has its result: one write, whether it was begun or not. */
export async function concludeCheck(github: GitHub, target: CheckTarget, ending: Ending): Promise<void> {
  const runs = await listCheckRuns(github, target, target.head);
  const own = runs.find(({ external_id }) => external_id === target.externalId);
  if (own === undefined) await createCheck(github, target, concluded(ending));
  else if (own.status !== 'completed')
    await endCheck(github, { ...target, id: own.id, annotations: 0, others: [] }, ending);
}

function concluded({ conclusion, title, summary }: Ending): Record<string, unknown> {
  return { status: 'completed', conclusion, output: { title, summary } };
}

/** Concludes the check with its report; annotations go in as many requests as GitHub wants, none of them twice. */
export async function completeCheck(github: GitHub, run: CheckRun, report: CheckReport): Promise<void> {
  const { title, summary, text, conclusion } = report;
  const words = { title, summary, ...(text !== undefined && { text }) };
  const annotations = await missingAnnotations(github, run, report.annotations);
  const last = Math.max(Math.ceil(annotations.length / annotationsPerRequest) - 1, 0);
  for (let batch = 0; batch <= last; batch += 1) {
    const from = batch * annotationsPerRequest;
    const some = annotations.slice(from, from + annotationsPerRequest);
    const output = { ...words, ...(some.length > 0 && { annotations: some }) };
    await update(github, run, batch < last ? { output } : { status: 'completed', conclusion, output });
  }
}

const annotationShape = z.object({
  path: z.string(),
  start_line: z.number(),
  title: z.string().nullish(),
  message: z.string().nullish(),
});

async function missingAnnotations(github: GitHub, run: CheckRun, wanted: readonly Annotation[]) {
  if (run.annotations === 0 || wanted.length === 0) return wanted;
  const { owner, repo, id } = run;
  const route = '/repos/{owner}/{repo}/check-runs/{check_run_id}/annotations';
  const there = await getAll(github, route, { owner, repo, check_run_id: id }, { shape: annotationShape });
  const known = new Set(there.map(keyOf));
  return wanted.filter((annotation) => !known.has(keyOf(annotation)));
}

function keyOf({ path, start_line, title, message }: z.infer<typeof annotationShape>): string {
  return JSON.stringify([path, start_line, title, message]);
}

async function update(github: GitHub, { owner, repo, id }: CheckRun, change: Record<string, unknown>): Promise<void> {
  await github.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
    owner,
    repo,
    check_run_id: id,
    ...change,
  });
}
