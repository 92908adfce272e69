import { z } from 'zod';
import type { Notice } from '../findings/notice.js';
import { type Cache, createCache } from './cache.js';
import { ask, type GitHub, get, type Repository } from './client.js';
import { statusOf } from './refusal.js';
import { decodeText, largestFile, tooLarge } from './text.js';
import type { TreeFile } from './trees.js';

/** A file's text, or why it has none. */
export type BlobRead = string | Notice;

export interface WantedBlob extends TreeFile {
  readonly path: string;
}

/** Reads contents by hash. Calls made in the same moment share their requests. */
export type BlobReader = (wanted: readonly WantedBlob[]) => Promise<ReadonlyMap<string, BlobRead>>;

/** Beyond this GraphQL cuts a text: https://docs.github.com/en/graphql/reference/objects#blob */
const mostGraphqlBytes = 500_000;
const mostBatchBlobs = 100;
const mostBatchBytes = 4_000_000;

/** Characters kept in memory. */
const mostCached = 64_000_000;

export function createBlobCache(): Cache<string> {
  return createCache<string>(mostCached);
}

export function blobReader(github: GitHub, repository: Repository, cache: Cache<string>): BlobReader {
  const fetched = new Map<string, Promise<ReadonlyMap<string, string | undefined>>>();
  let waiting: WantedBlob[] = [];
  let batch: Promise<ReadonlyMap<string, string | undefined>> | undefined;
  const soon = () =>
    new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      const taken = waiting;
      waiting = [];
      batch = undefined;
      return readBatches(github, repository, taken);
    });
  const texts = async (blob: WantedBlob): Promise<string | undefined> => {
    const held = cache.get(blob.oid);
    if (held !== undefined) return held;
    const started = fetched.get(blob.oid);
    if (started !== undefined) return (await started).get(blob.oid);
    batch ??= soon();
    waiting.push(blob);
    fetched.set(blob.oid, batch);
    const text = (await batch).get(blob.oid);
    if (text !== undefined) cache.set(blob.oid, text, text.length + 1);
    return text;
  };
  return async (wanted) => {
    const read = wanted.map(async (blob) => [blob.path, await readOne(github, repository, blob, texts)] as const);
    return new Map(await Promise.all(read));
  };
}

async function readOne(
  github: GitHub,
  repository: Repository,
  blob: WantedBlob,
  batched: (blob: WantedBlob) => Promise<string | undefined>,
): Promise<BlobRead> {
  if (blob.size > largestFile(blob.path)) return tooLarge(blob.path);
  if (blob.size === 0) return '';
  const text = blob.size > mostGraphqlBytes ? undefined : await batched(blob);
  return text ?? (await readSingle(github, repository, blob));
}

const singleShape = z.object({ content: z.string(), encoding: z.string() });

/** One blob over REST: large ones, and those whose bytes GraphQL could not say. */
async function readSingle(github: GitHub, { owner, repo }: Repository, { oid, path }: WantedBlob): Promise<BlobRead> {
  const parameters = { owner, repo, file_sha: oid };
  try {
    const { content } = await get(github, '/repos/{owner}/{repo}/git/blobs/{file_sha}', parameters, singleShape);
    return decodeText(path, Buffer.from(content, 'base64'));
  } catch (error) {
    return refusedOf(path, error);
  }
}

/** A file that GitHub will not give is one file unread; what else goes wrong ends the review. */
function refusedOf(path: string, error: unknown): Notice {
  const status = statusOf(error);
  if (status !== 403 && status !== 404 && status !== 422) throw error;
  const message = `GitHub refused to give the file (status ${status}), so it was not reviewed; run the review again.`;
  return { path, message, kind: 'unread' };
}

async function readBatches(github: GitHub, repository: Repository, blobs: readonly WantedBlob[]) {
  const texts = new Map<string, string | undefined>();
  for (const batch of batches(blobs)) {
    const answer = await readBatch(github, repository, batch);
    for (const [oid, text] of answer) texts.set(oid, text);
  }
  return texts;
}

function batches(blobs: readonly WantedBlob[]): readonly (readonly WantedBlob[])[] {
  const result: WantedBlob[][] = [];
  let bytes = 0;
  for (const blob of blobs) {
    const current = result.at(-1);
    const isFull = current === undefined || current.length >= mostBatchBlobs || bytes + blob.size > mostBatchBytes;
    if (isFull) result.push([blob]);
    else current.push(blob);
    bytes = isFull ? blob.size : bytes + blob.size;
  }
  return result;
}

const batchShape = z.object({
  repository: z.record(
    z.string(),
    z
      .object({ text: z.string().nullish(), isBinary: z.boolean().nullish(), isTruncated: z.boolean().nullish() })
      .nullable(),
  ),
});

async function readBatch(github: GitHub, { owner, repo }: Repository, blobs: readonly WantedBlob[]) {
  const fields = blobs.map(({ oid }, index) => `b${index}: object(oid: "${hash(oid)}") { ...content }`);
  const query = `query ($owner: String!, $repo: String!) {
    repository(owner: $owner, name: $repo) { ${fields.join(' ')} }
  }
  fragment content on Blob { text isBinary isTruncated }`;
  const { repository } = await ask(github, query, { owner, repo }, batchShape);
  return blobs.map(({ oid }, index) => [oid, trusted(repository[`b${index}`])] as const);
}

type BatchedBlob = z.infer<typeof batchShape>['repository'][string] | undefined;

/** A text that GraphQL gave whole and unchanged. Replacement signs may stand for bytes that are not UTF-8. */
function trusted(blob: BatchedBlob): string | undefined {
  if (blob?.isBinary !== false || blob.isTruncated !== false) return undefined;
  return typeof blob.text === 'string' && !/[\uFFFD\0]/.test(blob.text) ? blob.text : undefined;
}

function hash(oid: string): string {
  if (!/^[0-9a-f]{40,64}$/.test(oid)) throw new Error(`${JSON.stringify(oid)} is not an object ID.`);
  return oid;
}
