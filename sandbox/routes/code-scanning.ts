import { randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { resolveCommit } from '../git/repository.js';
import { type Answer, bodyOf, type Exchange, type Route, repositoryOf } from '../server/exchange.js';
import { unprocessable } from '../server/refusal.js';
import { noCommit } from './commits.js';

interface Upload {
  readonly commit_sha: string;
  readonly ref: string;
  readonly sarif: string;
}

/** https://docs.github.com/en/rest/code-scanning/code-scanning#upload-an-analysis-as-sarif-data */
const mostBytes = 10 * 1024 * 1024;

async function upload(exchange: Exchange): Promise<Answer> {
  const { world } = exchange;
  const repository = repositoryOf(exchange);
  const { commit_sha: sha, ref, sarif } = bodyOf<Upload>(exchange);
  if ((await resolveCommit(repository.git, sha)) === undefined) throw noCommit(sha);
  if (!/^refs\/(?:heads\/.+|tags\/.+|pull\/\d+\/(?:merge|head))$/.test(ref)) throw unprocessable('ref', 'bad-ref');
  if (ref.startsWith('refs/heads/gh-readonly-queue/')) exchange.violation('analysis-of-a-queue', ref);
  const bytes = Buffer.from(sarif, 'base64');
  if (bytes.length > mostBytes) throw unprocessable('The SARIF file is too large.', 'sarif-too-large');
  world.analyses.push({ repository, sha, ref, log: logIn(bytes) });
  const id = randomUUID();
  return {
    status: 202,
    body: { id, url: `${world.address}/api/v3/repos/${repository.fullName}/code-scanning/sarifs/${id}` },
  };
}

function logIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(gunzipSync(bytes).toString('utf8'));
  } catch {
    throw unprocessable('The SARIF file is not JSON that gzip made smaller.', 'bad-sarif');
  }
}

export const codeScanningRoutes: readonly Route[] = [
  {
    route: 'POST /repos/{owner}/{repo}/code-scanning/sarifs',
    permission: 'security_events:write',
    answer: upload,
  },
];
