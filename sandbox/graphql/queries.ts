import { blobSize, entryAt, objectType, readBlob } from '../git/objects.js';
import { resolveCommit } from '../git/repository.js';
import { canRead } from '../server/authenticate.js';
import type { Repository } from '../world.js';
import { nodeId } from './ids.js';
import type { GraphSession } from './mutations.js';
import { type Arguments, type GraphNode, graphError, node, taking } from './node.js';
import { actorNode, pullNode } from './pulls.js';

/** GitHub cuts the text of a blob there. */
const textBytes = 512_000;

function blobNode(repository: Repository, sha: string): GraphNode {
  const { directory } = repository;
  return node('Blob', {
    id: nodeId('Blob', sha),
    oid: sha,
    byteSize: () => blobSize(directory, sha),
    isBinary: async () => (await readBlob(directory, sha)).includes(0),
    isTruncated: async () => (await blobSize(directory, sha)) > textBytes,
    text: async () => {
      const bytes = await readBlob(directory, sha);
      return bytes.includes(0) ? null : bytes.subarray(0, textBytes).toString('utf8');
    },
  });
}

async function objectBySha(repository: Repository, sha: string): Promise<GraphNode | null> {
  if (!/^[0-9a-f]{40}$/.test(sha)) return null;
  const type = await objectType(repository.directory, sha);
  if (type === 'blob') return blobNode(repository, sha);
  return type === 'commit' ? node('Commit', { id: nodeId('Commit', sha), oid: sha }) : null;
}

/** `REVISION:PATH`, or a revision alone. */
async function objectByExpression(repository: Repository, expression: string): Promise<GraphNode | null> {
  const at = expression.indexOf(':');
  const revision = at < 0 ? expression : expression.slice(0, at);
  const commit = await resolveCommit(repository.directory, revision);
  if (commit === undefined) return null;
  if (at < 0) return objectBySha(repository, commit);
  const entry = await entryAt(repository.directory, commit, expression.slice(at + 1));
  return entry?.type === 'blob' ? blobNode(repository, entry.sha) : null;
}

function repositoryNode(session: GraphSession, repository: Repository): GraphNode {
  return node('Repository', {
    id: nodeId('Repository', repository.id),
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: repository.fullName,
    isPrivate: repository.isPrivate,
    isFork: repository.parent !== undefined,
    owner: actorNode(repository.owner),
    object: taking(['oid', 'expression'], ({ oid, expression }) =>
      typeof oid === 'string' ? objectBySha(repository, oid) : objectByExpression(repository, String(expression)),
    ),
    pullRequest: taking(['number'], ({ number }) => {
      const pull = session.world.pulls.find((each) => each.repository === repository && each.number === number);
      if (pull !== undefined) return pullNode(session, pull);
      throw graphError('NOT_FOUND', `Could not resolve to a PullRequest with the number of ${String(number)}.`);
    }),
  });
}

function repositoryByName(session: GraphSession, { owner, name }: Arguments): GraphNode {
  const repository = session.world.repositories.get(`${String(owner)}/${String(name)}`.toLowerCase());
  if (repository !== undefined && canRead(session.caller, repository)) return repositoryNode(session, repository);
  const message = `Could not resolve to a Repository with the name '${String(owner)}/${String(name)}'.`;
  throw graphError('NOT_FOUND', message);
}

export function queryRoot(session: GraphSession): GraphNode {
  return node('Query', {
    viewer: () => actorNode(session.world.app.bot),
    repository: taking(['owner', 'name'], (given) => repositoryByName(session, given)),
    rateLimit: () => node('RateLimit', { limit: session.world.limits.requestsPerHour, cost: 1, remaining: 4999 }),
  });
}
