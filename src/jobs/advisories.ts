import type { Advisory } from '../dependencies/advisories/advisory.js';
import type { GitHubRequest } from '../dependencies/advisories/github.js';
import { type AdvisoryCache, advisoriesFor, memoryCache } from '../dependencies/advisories/source.js';
import { type SourceMeans, sourcesFrom } from '../dependencies/advisories/sources.js';
import type { Advise } from '../judgement/judge.js';
import type { GitHub } from '../pull-request/client.js';
import type { StoredCache } from './store/cache.js';

/** Advisories for one review: GitHub's are asked for with the installation's own token. */
export type Advisor = (github: GitHub, date: string) => Promise<Advise>;

/**
 * Opens what `ADVISORIES` names. Directories and archives are read once, now, so that a wrong path stops the start;
 * the others are made for each review. Records of services are kept by id and date: in memory, and in the store.
 */
export async function openAdvisories(setting: string, stored: Stored): Promise<Advisor> {
  const cache = storedBehind(memoryCache(), stored);
  const words = setting.split(',').map((word) => word.trim());
  const isService = (word: string) => word === 'github' || word === 'osv' || /^https?:\/\//.test(word);
  const today = new Date().toISOString().slice(0, 10);
  const snapshots = await sourcesFrom(words.filter((word) => !isService(word)).join(','), { date: today });
  const services = words.filter(isService).join(',');
  return async (github, date) => {
    const ask: GitHubRequest = async (route, parameters) => {
      const { data, headers = {} } = await github.request(route, { ...parameters });
      return { data, headers };
    };
    const means: SourceMeans = { date, cache, github: ask };
    const sources = [...snapshots, ...(await sourcesFrom(services, means))];
    return (packages) => advisoriesFor(packages, sources);
  };
}

type Stored = Pick<StoredCache, 'get' | 'set'>;

const kind = 'advisory/1';

/** A cache that remembers over restarts what the one in memory does not have. */
function storedBehind(memory: AdvisoryCache, stored: Stored): AdvisoryCache {
  const keyOf = (id: string, modified: string) => `${id} ${modified}`;
  return {
    get: async (id, modified) => {
      const held = await memory.get(id, modified);
      if (held !== undefined) return held;
      const kept = (await stored.get(kind, keyOf(id, modified))) as Advisory | undefined;
      if (kept !== undefined) await memory.set(id, modified, kept);
      return kept;
    },
    set: async (id, modified, advisory) => {
      await memory.set(id, modified, advisory);
      await stored.set(kind, keyOf(id, modified), advisory);
    },
  };
}
