import { z } from 'zod';
import { type GitHub, get, type Repository } from './client.js';

const runShape = z.object({
  id: z.number(),
  name: z.string(),
  status: z.string(),
  conclusion: z.string().nullish(),
  external_id: z.string().nullish(),
  html_url: z.string().nullish(),
  app: z.object({ slug: z.string().nullish() }).nullish(),
  output: z.object({ annotations_count: z.number() }).nullish(),
});

/** A check run as GitHub lists it. */
export type ListedRun = z.infer<typeof runShape>;

const listShape = z.object({ total_count: z.number(), check_runs: z.array(runShape) });

interface Commit extends Repository {
  readonly head: string;
}

/** The first page of the check runs of a commit, newest first. */
export async function listRuns(
  github: GitHub,
  { owner, repo, head }: Commit,
  wanted: { readonly check_name?: string },
): Promise<{ readonly runs: readonly ListedRun[]; readonly isWhole: boolean }> {
  const route = '/repos/{owner}/{repo}/commits/{ref}/check-runs';
  const parameters = { owner, repo, ref: head, ...wanted, filter: 'all', per_page: 100 };
  const { check_runs: runs, total_count: total } = await get(github, route, parameters, listShape);
  return { runs, isWhole: runs.length >= total };
}
