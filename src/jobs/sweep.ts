import { z } from 'zod';
import { checked, type GitHub, get } from '../pull-request/client.js';
import { pullShape, toJob } from './discovery.js';
import { type GroupJob, type Job, type JobSource, queueBaseIn, type SweepJob } from './job.js';
import type { StoredCache } from './store/cache.js';
import type { History } from './store/history.js';

/** What a sweep reads beside GitHub. */
export interface SweepSources {
  readonly history: Pick<History, 'unreviewed'>;
  readonly cache: Pick<StoredCache, 'get' | 'set'>;
}

/** Repositories that one sweep looks at; the next one goes on where it ended. */
const repositoriesAtOnce = 50;

const repositoriesShape = z.object({
  total_count: z.number(),
  repositories: z.array(
    z.object({
      name: z.string(),
      full_name: z.string(),
      html_url: z.string(),
      archived: z.boolean(),
      disabled: z.boolean().optional(),
      owner: z.object({ login: z.string() }),
    }),
  ),
});

/**
 * The open pull requests and the entries of merge queues whose head has no concluded review, in the next part of an
 * installation's repositories. What did not change since the last sweep answers 304, which is free.
 */
export async function jobsInSweep(github: GitHub, job: SweepJob, sources: SweepSources): Promise<readonly Job[]> {
  const cursor = `${job.installation}`;
  const known = await sources.cache.get('sweep/1', cursor);
  const page = typeof known === 'number' ? known : 1;
  const parameters = { per_page: repositoriesAtOnce, page };
  const listed = await get(github, '/installation/repositories', parameters, repositoriesShape);
  const jobs: Job[] = [];
  for (const { name, html_url: url, owner, archived, disabled } of listed.repositories) {
    if (archived || disabled === true) continue;
    jobs.push(...(await missingIn(github, { ...sourceOf(job), owner: owner.login, repo: name, url }, sources)));
  }
  const isLast = page * repositoriesAtOnce >= listed.total_count;
  await sources.cache.set('sweep/1', cursor, isLast ? 1 : page + 1);
  return jobs;
}

function sourceOf({ installation, delivery }: SweepJob) {
  return { installation, delivery };
}

async function missingIn(github: GitHub, source: JobSource, sources: SweepSources): Promise<readonly Job[]> {
  const { owner, repo } = source;
  const parameters = { owner, repo, state: 'open', sort: 'updated', direction: 'desc', per_page: 100 };
  const pulls = await conditional(github, sources, {
    route: '/repos/{owner}/{repo}/pulls',
    parameters,
    shape: z.array(pullShape),
  });
  const entries = await conditional(github, sources, {
    route: '/repos/{owner}/{repo}/git/matching-refs/{ref}',
    parameters: { owner, repo, ref: 'heads/gh-readonly-queue/' },
    shape: z.array(z.object({ ref: z.string(), object: z.object({ sha: z.string() }) })),
  });
  const jobs: readonly Job[] = [
    ...pulls.map((pull) => toJob(source, pull, 'pushed')),
    ...entries.flatMap(({ ref, object }) => groupJob(source, ref, object.sha)),
  ];
  const heads = jobs.flatMap((one) => ('head' in one ? [one.head] : []));
  const unreviewed = await sources.history.unreviewed(`${owner}/${repo}`, heads);
  return jobs.filter((one) => 'head' in one && unreviewed.has(one.head));
}

function groupJob(source: JobSource, ref: string, head: string): readonly GroupJob[] {
  const entry = queueBaseIn(ref.replace(/^refs\/heads\//, ''));
  return entry === undefined ? [] : [{ ...source, kind: 'group', head, ...entry }];
}

interface Question<T> {
  readonly route: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly shape: z.ZodType<T>;
}

const keptShape = z.object({ etag: z.string(), data: z.unknown() });

/** Asks whether an answer changed since it was kept; only then it counts against the limit. */
async function conditional<T>(github: GitHub, { cache }: SweepSources, question: Question<T>): Promise<T> {
  const { route, parameters, shape } = question;
  const key = JSON.stringify([route, parameters]);
  const kept = keptShape.safeParse(await cache.get('answer/1', key)).data;
  try {
    const headers = kept === undefined ? {} : { 'if-none-match': kept.etag };
    const { data, headers: told = {} } = await github.request(`GET ${route}`, { ...parameters, headers });
    const answer = checked(data, shape, route);
    if (typeof told.etag === 'string') await cache.set('answer/1', key, { etag: told.etag, data: answer });
    return answer;
  } catch (error) {
    const isUnchanged = typeof error === 'object' && error !== null && 'status' in error && error.status === 304;
    if (!isUnchanged || kept === undefined) throw error;
    return checked(kept.data, shape, route);
  }
}
