import { z } from 'zod';
import type { Advisory, AdvisoryAnswer, PackageVersion } from './advisory.js';
import { advisoryFromGitHub, advisoryPage, ecosystems } from './github-record.js';
import { defaultRequestOptions, type RequestOptions, retryAfter } from './request.js';
import type { AdvisorySource } from './source.js';

/** How a GitHub client asks: a route with parameters, an answer with headers. Throws errors that carry a status. */
export type GitHubRequest = (
  route: string,
  parameters: Readonly<Record<string, unknown>>,
) => Promise<{ readonly data: unknown; readonly headers: Readonly<Record<string, string | number | undefined>> }>;

/** GitHub's advisory database, through a client that is already signed in. Reviewed records and malware are both asked for. */
export function githubAdvisories(
  request: GitHubRequest,
  options: Partial<RequestOptions> & { readonly date: string },
): AdvisorySource {
  const settled = { ...defaultRequestOptions, ...options };
  return { name: 'GitHub', lookUp: (packages) => lookUp(request, packages, settled) };
}

type Settled = RequestOptions & { readonly date: string };

/** GitHub takes up to 1,000 packages; the address line is what limits. */
const longestAffects = 4000;
const mostPages = 100;

async function lookUp(
  request: GitHubRequest,
  packages: readonly PackageVersion[],
  options: Settled,
): Promise<AdvisoryAnswer> {
  const problems: string[] = [];
  const found = new Map<string, Advisory>();
  for (const { ecosystem, affects } of chunksOf(packages)) {
    for (const type of ['reviewed', 'malware']) {
      const parameters = { ecosystem, affects, type, per_page: 100 };
      for (const advisory of await allPages(request, parameters, options, problems)) found.set(advisory.id, advisory);
    }
  }
  const told = [...new Set(problems)];
  const status = told.length === 0 ? 'complete' : 'incomplete';
  return { status, advisories: [...found.values()], asOf: options.date, problems: told };
}

interface Chunk {
  readonly ecosystem: string;
  readonly affects: string;
}

function chunksOf(packages: readonly PackageVersion[]): readonly Chunk[] {
  const open = new Map<string, string>();
  const done: Chunk[] = [];
  for (const one of packages) {
    const ecosystem = ecosystems[one.ecosystem];
    const item = `${one.name}@${one.version}`;
    const held = open.get(ecosystem);
    const longer = held === undefined ? item : `${held},${item}`;
    if (held !== undefined && longer.length > longestAffects) done.push({ ecosystem, affects: held });
    open.set(ecosystem, longer.length > longestAffects ? item : longer);
  }
  return [...done, ...[...open].map(([ecosystem, affects]) => ({ ecosystem, affects }))];
}

type Parameters = Readonly<Record<string, unknown>>;

/** All pages of one question. A record that changes while the pages are read makes the reading start again. */
async function allPages(
  request: GitHubRequest,
  parameters: Parameters,
  options: Settled,
  problems: string[],
): Promise<readonly Advisory[]> {
  let pages: Pages = { advisories: [], changed: false, problem: undefined };
  for (let round = 0; round < 3; round += 1) {
    pages = await readPages(request, parameters, options);
    if (!pages.changed) break;
  }
  if (pages.problem !== undefined) problems.push(pages.problem);
  else if (pages.changed) problems.push('GitHub’s advisories changed again and again while they were read.');
  return pages.advisories;
}

interface Pages {
  readonly advisories: readonly Advisory[];
  readonly changed: boolean;
  readonly problem: string | undefined;
}

async function readPages(request: GitHubRequest, parameters: Parameters, options: Settled): Promise<Pages> {
  const found = new Map<string, Advisory>();
  let changed = false;
  let after: string | undefined;
  const ended = (problem?: string): Pages => ({ advisories: [...found.values()], changed, problem });
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await ask(request, after === undefined ? parameters : { ...parameters, after }, options);
    if (typeof answer === 'string') return ended(answer);
    const read = advisoryPage.safeParse(answer.data);
    if (!read.success) return ended('GitHub’s advisories came in a form that is not known.');
    for (const advisory of read.data.map(advisoryFromGitHub)) {
      const held = found.get(advisory.id);
      changed ||= held !== undefined && held.modified !== advisory.modified;
      found.set(advisory.id, advisory);
    }
    after = nextCursor(answer.headers.link);
    if (after === undefined) return ended();
  }
  return ended('GitHub’s advisories go on without end.');
}

async function ask(request: GitHubRequest, parameters: Readonly<Record<string, unknown>>, options: Settled) {
  for (let tried = 0; ; tried += 1) {
    try {
      return await request('GET /advisories', parameters);
    } catch (error) {
      const { status, wait } = faultOf(error);
      const pause = wait ?? 500 * 2 ** tried;
      const passing = status === undefined || status === 429 || status >= 500 || (status === 403 && wait !== undefined);
      const reason = status === undefined ? 'could not be reached' : `answered ${status}`;
      if (!passing || tried >= options.retries || pause > options.longestWait) return `GitHub’s advisories ${reason}.`;
      await options.sleep(pause);
    }
  }
}

function faultOf(error: unknown): { readonly status: number | undefined; readonly wait: number | undefined } {
  const fault = z
    .object({ status: z.number(), response: z.object({ headers: z.record(z.string(), z.unknown()) }).optional() })
    .safeParse(error);
  if (!fault.success) return { status: undefined, wait: undefined };
  const header = fault.data.response?.headers['retry-after'];
  return { status: fault.data.status, wait: header === undefined ? undefined : retryAfter(String(header)) };
}

/** The cursor of the next page, from the `Link` header. */
function nextCursor(link: string | number | undefined): string | undefined {
  const next = String(link ?? '')
    .split(',')
    .find((part) => part.includes('rel="next"'));
  const cursor = /[?&]after=([^&>]{1,1000})/.exec(next ?? '')?.[1];
  return cursor === undefined ? undefined : decodeURIComponent(cursor);
}
