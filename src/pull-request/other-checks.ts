import { z } from 'zod';
import type { OtherCheck, ReportedLine } from '../findings/other-checks.js';
import { analysers } from './analysers.data.js';
import { type GitHub, get, type Repository } from './client.js';
import { type ListedRun, listRuns } from './listed-runs.js';
import { statusOf } from './refusal.js';

const lineShape = z.object({
  path: z.string(),
  start_line: z.number(),
  annotation_level: z.enum(['notice', 'warning', 'failure']).nullish().catch(null),
});

/** Analysers that are asked for their lines, and how many lines: one call each. */
const most = { asked: 4, lines: 100 };

/** Which check is ours, and whether lines are of interest: they take a call for each analyser. */
export interface Asking {
  readonly ownName: string;
  readonly wantsLines: boolean;
}

/** What other analysers made of a commit, of all the check runs on it. */
export async function otherChecksIn(
  github: GitHub,
  repository: Repository,
  runs: readonly ListedRun[],
  { ownName, wantsLines }: Asking,
): Promise<readonly OtherCheck[]> {
  const checks: OtherCheck[] = [];
  for (const [index, { tool, run }] of analysersIn(runs, ownName).entries()) {
    const isAsked = wantsLines && index < most.asked && (run.output?.annotations_count ?? 0) > 0;
    const reports = isAsked ? await linesOf(github, repository, run.id) : [];
    checks.push({ tool, state: stateOf(run), url: pageOf(run), reports });
  }
  return checks.sort((a, b) => a.tool.localeCompare(b.tool, 'en'));
}

/** The same, of a commit whose check runs were not listed yet. Nothing where the token may not read checks. */
export async function readOtherChecks(
  github: GitHub,
  repository: Repository,
  head: string,
  asking: Asking,
): Promise<readonly OtherCheck[]> {
  try {
    const { runs } = await listRuns(github, { ...repository, head }, {});
    return await otherChecksIn(github, repository, runs, asking);
  } catch (error) {
    const status = statusOf(error);
    if (status === 403 || status === 404) return [];
    throw error;
  }
}

interface Analysis {
  readonly tool: string;
  readonly run: ListedRun;
}

/** One for each tool and name; where a tool writes a check itself, the jobs that ran it are left out. */
function analysersIn(runs: readonly ListedRun[], ownName: string): readonly Analysis[] {
  const found = runs.flatMap((run) => {
    const tool = toolOf(run);
    return tool === undefined || run.name === ownName ? [] : [{ tool, run }];
  });
  const ownChecks = new Set(found.filter(({ run }) => !isJob(run)).map(({ tool }) => tool));
  const shown = found.filter(({ tool, run }) => !isJob(run) || !ownChecks.has(tool));
  const newestLast = [...shown].sort((a, b) => a.run.id - b.run.id);
  return [...new Map(newestLast.map((one) => [JSON.stringify([one.tool, one.run.name]), one])).values()];
}

function isJob({ app }: ListedRun): boolean {
  return app?.slug === analysers.workflows;
}

function toolOf({ name, app }: ListedRun): string | undefined {
  const slug = app?.slug ?? '';
  if (analysers.codeScanning.some((one) => one === slug)) return name;
  return analysers.named.find((one) => one.apps.some((known) => known === slug) || one.name.test(name))?.tool;
}

const states: ReadonlyMap<string, string> = new Map([
  ['success', 'passed'],
  ['failure', 'failed'],
  ['neutral', 'ended as neutral'],
  ['cancelled', 'was cancelled'],
  ['skipped', 'was skipped'],
  ['timed_out', 'timed out'],
  ['action_required', 'asks for an action'],
  ['stale', 'is out of date'],
]);

function stateOf({ status, conclusion }: ListedRun): string {
  if (status !== 'completed') return 'is still running';
  return states.get(conclusion ?? '') ?? 'has ended';
}

function pageOf({ html_url: url }: ListedRun): string | undefined {
  return url != null && /^https?:\/\/\S+$/.test(url) ? url : undefined;
}

async function linesOf(github: GitHub, { owner, repo }: Repository, id: number): Promise<readonly ReportedLine[]> {
  const route = '/repos/{owner}/{repo}/check-runs/{check_run_id}/annotations';
  const parameters = { owner, repo, check_run_id: id, per_page: most.lines };
  const annotations = await get(github, route, parameters, z.array(lineShape));
  return annotations.map(({ path, start_line: line, annotation_level: level }) => ({
    path,
    line,
    level: level ?? 'notice',
  }));
}
