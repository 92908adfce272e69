import { listTree, readBlob, readCommit } from '../git/objects.js';
import { listRefs, treeOf } from '../git/repository.js';
import { nodeId } from '../graphql/ids.js';
import { type Answer, type Exchange, parameter, type Route, repositoryOf, wants } from '../server/exchange.js';
import { notFound, refusal, unprocessable } from '../server/refusal.js';
import { gitCommitShape } from '../shapes/commit.js';
import { repositoryUrl } from '../shapes/urls.js';
import { commitNamed } from './commits.js';
import { base64 } from './contents.js';

const fullSha = /^[0-9a-f]{40}$/;

async function readBlobByHash(exchange: Exchange): Promise<Answer> {
  const repository = repositoryOf(exchange);
  const sha = parameter(exchange, 'file_sha');
  if (!fullSha.test(sha)) throw unprocessable('The sha parameter must be exactly 40 characters.', 'bad-sha');
  const bytes = await readBlob(repository.git, sha);
  if (bytes === undefined) throw notFound();
  const size = bytes.length;
  if (size > exchange.world.limits.blobBytes) throw refusal(403, 'The blob is too large.', { violation: 'too-large' });
  if (wants(exchange, 'raw')) return { bytes, type: 'application/vnd.github.raw; charset=utf-8' };
  const url = `${repositoryUrl(exchange.world, repository)}/git/blobs/${sha}`;
  return { body: { sha, node_id: nodeId('Blob', sha), size, url, content: base64(bytes), encoding: 'base64' } };
}

async function treeNamed(exchange: Exchange): Promise<string> {
  const repository = repositoryOf(exchange);
  const name = parameter(exchange, 'tree_sha');
  if (fullSha.test(name) && (await repository.git.ask(name))?.type === 'tree') return name;
  return treeOf(repository.git, await commitNamed(repository, name));
}

async function readTree(exchange: Exchange): Promise<Answer> {
  const repository = repositoryOf(exchange);
  const sha = await treeNamed(exchange);
  const entries = await listTree(repository.git, sha, { recursive: exchange.query.recursive !== undefined });
  const { treeEntries } = exchange.world.limits;
  const url = `${repositoryUrl(exchange.world, repository)}/git`;
  const tree = entries.slice(0, treeEntries).map(({ path, mode, type, sha: id, size }) => ({
    path,
    mode,
    type,
    sha: id,
    ...(size === undefined ? {} : { size }),
    ...(type === 'commit' ? {} : { url: `${url}/${type}s/${id}` }),
  }));
  return { body: { sha, url: `${url}/trees/${sha}`, tree, truncated: entries.length > treeEntries } };
}

async function readGitCommit(exchange: Exchange): Promise<Answer> {
  const repository = repositoryOf(exchange);
  const sha = await commitNamed(repository, parameter(exchange, 'commit_sha'));
  const facts = await readCommit(repository.git, sha);
  return { body: gitCommitShape(exchange.world, repository, facts) };
}

/** Refs that begin with these words, in whatever folder. */
async function matchingRefs(exchange: Exchange): Promise<Answer> {
  const repository = repositoryOf(exchange);
  const prefix = `refs/${parameter(exchange, 'ref')}`;
  const refs = (await listRefs(repository.git, 'refs/')).filter(({ name }) => name.startsWith(prefix));
  const url = `${repositoryUrl(exchange.world, repository)}/git`;
  const body = refs.map(({ name, sha }) => ({
    ref: name,
    node_id: nodeId('Ref', name),
    url: `${url}/${name}`,
    object: { sha, type: 'commit', url: `${url}/commits/${sha}` },
  }));
  return { body };
}

export const gitRoutes: readonly Route[] = [
  { route: 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}', permission: 'contents:read', answer: readBlobByHash },
  { route: 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}', permission: 'contents:read', answer: readTree },
  { route: 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}', permission: 'contents:read', answer: readGitCommit },
  { route: 'GET /repos/{owner}/{repo}/git/matching-refs/{ref}', permission: 'contents:read', answer: matchingRefs },
];
