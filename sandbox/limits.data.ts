/**
 * GitHub's documented limits, as of 2026-11.
 * Sources: docs.github.com/rest: "Rate limits for the REST API", "Best practices for using webhooks", "Check runs",
 * "List pull requests files", "Compare two commits", "Get repository content", "Get a tree",
 * "Generating an installation access token".
 */
/** Versions of the REST API that GitHub answers: docs.github.com/rest/about-the-rest-api/api-versions */
export const apiVersions: readonly string[] = ['2022-11-28', '2026-03-10'];

export interface Limits {
  readonly requestsPerHour: number;
  readonly pointsPerMinute: number;
  readonly creationsPerMinute: number;
  readonly secondaryRetrySeconds: number;
  readonly commentCharacters: number;
  readonly pullFiles: number;
  readonly compareFiles: number;
  readonly patchBytes: number;
  readonly patchLines: number;
  readonly inlineContentBytes: number;
  readonly rawContentBytes: number;
  readonly blobBytes: number;
  readonly directoryEntries: number;
  readonly treeEntries: number;
  readonly tokenMilliseconds: number;
  readonly webhookMilliseconds: number;
}

export const githubLimits: Limits = {
  requestsPerHour: 5000,
  pointsPerMinute: 900,
  creationsPerMinute: 80,
  secondaryRetrySeconds: 60,
  commentCharacters: 65_536,
  pullFiles: 3000,
  compareFiles: 300,
  patchBytes: 500 * 1024,
  patchLines: 20_000,
  inlineContentBytes: 1024 * 1024,
  rawContentBytes: 100 * 1024 * 1024,
  blobBytes: 100 * 1024 * 1024,
  directoryEntries: 1000,
  treeEntries: 100_000,
  tokenMilliseconds: 3_600_000,
  webhookMilliseconds: 10_000,
};
