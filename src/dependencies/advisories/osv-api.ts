import { z } from 'zod';
import type { Advisory, AdvisoryAnswer, PackageVersion } from './advisory.js';
import { advisoryFrom } from './record.js';
import { defaultRequestOptions, type RequestOptions, requestJson } from './request.js';
import type { AdvisoryCache, AdvisorySource } from './source.js';

const batchSize = 1000;
const mostPages = 50;

const batch = z.object({
  results: z.array(
    z
      .object({
        vulns: z.array(z.object({ id: z.string().max(200), modified: z.string().max(100) })).nullish(),
        next_page_token: z.string().max(5000).nullish(),
      })
      .nullable(),
  ),
});

export interface OsvOptions extends RequestOptions {
  readonly cache?: AdvisoryCache;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** The public OSV service, or one that speaks like it. Ids are asked for in batches, records by id, from the cache if held. */
export function osvApi(address: string, options: Partial<OsvOptions> & Pick<OsvOptions, 'date'>): AdvisorySource {
  const settled = { ...defaultRequestOptions, ...options };
  const base = address.replace(/\/+$/, '');
  return { name: base, lookUp: (packages) => lookUp(base, packages, settled) };
}

interface Stamp {
  readonly id: string;
  readonly modified: string;
}

const mostRounds = 3;

/** A record that changed between its listing and its reading makes the listing be asked again. */
async function lookUp(base: string, packages: readonly PackageVersion[], options: OsvOptions): Promise<AdvisoryAnswer> {
  for (let round = 1; ; round += 1) {
    const problems: string[] = [];
    const stamps = await listed(base, packages, options, problems);
    const advisories = await detailsOf(base, stamps, options, problems);
    const modified = new Map(advisories.map((advisory) => [advisory.id, advisory.modified]));
    const changed = stamps.some((stamp) => (modified.get(stamp.id) ?? stamp.modified) !== stamp.modified);
    if (changed && problems.length === 0 && round < mostRounds) continue;
    if (changed) problems.push('The advisory service changed its records again and again while they were read.');
    const told = [...new Set(problems)];
    return { status: told.length === 0 ? 'complete' : 'incomplete', advisories, asOf: options.date, problems: told };
  }
}

async function listed(
  base: string,
  packages: readonly PackageVersion[],
  options: OsvOptions,
  problems: string[],
): Promise<readonly Stamp[]> {
  const stamps = new Map<string, Stamp>();
  for (let from = 0; from < packages.length; from += batchSize) {
    const found = await askBatch(base, packages.slice(from, from + batchSize), options, problems);
    for (const stamp of found) stamps.set(stamp.id, newer(stamps.get(stamp.id), stamp));
  }
  return [...stamps.values()];
}

function newer(held: Stamp | undefined, stamp: Stamp): Stamp {
  return held !== undefined && held.modified > stamp.modified ? held : stamp;
}

interface Query {
  readonly package: PackageVersion;
  readonly page: string | undefined;
}

async function askBatch(
  base: string,
  packages: readonly PackageVersion[],
  options: OsvOptions,
  problems: string[],
): Promise<readonly Stamp[]> {
  const stamps: Stamp[] = [];
  let open: readonly Query[] = packages.map((one) => ({ package: one, page: undefined }));
  for (let page = 0; open.length > 0; page += 1) {
    if (page >= mostPages) {
      problems.push('The advisory service goes on without end.');
      break;
    }
    const answer = await requestJson(`${base}/v1/querybatch`, { queries: open.map(queryOf) }, options);
    const read = answer.ok ? batch.safeParse(answer.body) : undefined;
    if (read?.success !== true || read.data.results.length !== open.length) {
      problems.push(answer.ok ? 'The advisory service answered in a form that is not OSV’s.' : `${answer.reason}.`);
      break;
    }
    const { results } = read.data;
    for (const result of results) stamps.push(...(result?.vulns ?? []));
    open = open.flatMap((query, index) => {
      const next = results[index]?.next_page_token;
      return typeof next === 'string' && next !== '' ? [{ ...query, page: next }] : [];
    });
  }
  return stamps;
}

function queryOf({ package: one, page }: Query) {
  const { ecosystem, name, version } = one;
  return { version, package: { ecosystem, name }, ...(page !== undefined && { page_token: page }) };
}

const atOnce = 8;

async function detailsOf(
  base: string,
  stamps: readonly Stamp[],
  options: OsvOptions,
  problems: string[],
): Promise<readonly Advisory[]> {
  const found: Advisory[] = [];
  const waiting = [...stamps];
  const work = async (): Promise<void> => {
    for (let stamp = waiting.shift(); stamp !== undefined; stamp = waiting.shift()) {
      const advisory = await detail(base, stamp, options, problems);
      if (advisory !== undefined) found.push(advisory);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, stamps.length) }, work));
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A record that changed since it was listed is taken as it is now, and kept under the date it has now. */
async function detail(
  base: string,
  { id, modified }: Stamp,
  options: OsvOptions,
  problems: string[],
): Promise<Advisory | undefined> {
  const held = await options.cache?.get(id, modified);
  if (held !== undefined) return held;
  const answer = await requestJson(`${base}/v1/vulns/${encodeURIComponent(id)}`, undefined, options);
  const advisory = answer.ok ? advisoryFrom(answer.body) : undefined;
  if (advisory === undefined || advisory.id !== id) {
    problems.push(answer.ok ? `The advisory service’s record of ${id} cannot be read.` : `${answer.reason}.`);
    return undefined;
  }
  await options.cache?.set(id, advisory.modified, advisory);
  return advisory;
}
