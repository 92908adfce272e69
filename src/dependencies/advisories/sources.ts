import { readSnapshot, snapshotSource } from './directory.js';
import { type GitHubRequest, githubAdvisories } from './github.js';
import { osvApi } from './osv-api.js';
import type { AdvisoryCache, AdvisorySource } from './source.js';

/** What the words of a setting need to become sources. */
export interface SourceMeans {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly cache?: AdvisoryCache;
  /** A signed-in client, for `github`. */
  readonly github?: GitHubRequest;
}

const publicOsv = 'https://api.osv.dev';

/** Reads `github`, `osv`, an address, a directory or archive, or `off`; several are separated by commas. */
export async function sourcesFrom(setting: string, means: SourceMeans): Promise<readonly AdvisorySource[]> {
  const words = setting.split(',').map((word) => word.trim());
  const sources = await Promise.all(
    words.filter((word) => word !== '' && word !== 'off').map((word) => sourceOf(word, means)),
  );
  return sources;
}

async function sourceOf(word: string, { date, cache, github }: SourceMeans): Promise<AdvisorySource> {
  const options = { date, ...(cache !== undefined && { cache }) };
  if (word === 'osv') return osvApi(publicOsv, options);
  if (/^https?:\/\//.test(word)) return osvApi(word, options);
  if (word !== 'github') return snapshotSource(word, await readSnapshot(word));
  if (github === undefined)
    throw new Error('Advisories from GitHub require a token: set one, or choose another source.');
  return githubAdvisories(github, { date });
}
