import type { GitHubRequest } from '../dependencies/advisories/github.js';
import { advisoriesFor, memoryCache } from '../dependencies/advisories/source.js';
import { type SourceMeans, sourcesFrom } from '../dependencies/advisories/sources.js';
import type { Advise } from '../judgement/judge.js';
import type { GitHub } from '../pull-request/client.js';

/** Advisories for one review: GitHub's are asked for with the installation's own token. */
export type Advisor = (github: GitHub, date: string) => Promise<Advise>;

/**
 * Opens what `ADVISORIES` names. Directories and archives are read once, now, so that a wrong path stops the start;
 * the others are made for each review. Records of services are kept in memory by id and date.
 */
export async function openAdvisories(setting: string): Promise<Advisor> {
  const cache = memoryCache();
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
