import { canRead } from '../server/authenticate.js';
import type { Repository } from '../world.js';
import { nodeId } from './ids.js';
import type { GraphSession } from './mutations.js';
import { type Arguments, type GraphNode, graphError, node, taking } from './node.js';
import { actorNode, pullNode } from './pulls.js';

/** GitHub cuts the text of a blob there. */
const textBytes = 512_000;

function blobNode(sha: string, bytes: Buffer): GraphNode {
  const isBinary = bytes.includes(0);
  return node('Blob', {
    id: nodeId('Blob', sha),
    oid: sha,
    byteSize: bytes.length,
    isBinary,
    isTruncated: bytes.length > textBytes,
    text: () => (isBinary ? null : bytes.subarray(0, textBytes).toString('utf8')),
  });
}

/** An object by its hash, or by `REVISION:PATH`. */
async function objectNamed(repository: Repository, name: string): Promise<GraphNode | null> {
  const found = await repository.git.ask(name);
  if (found?.type === 'blob') return blobNode(found.sha, found.bytes);
  return found?.type === 'commit' ? node('Commit', { id: nodeId('Commit', found.sha), oid: found.sha }) : null;
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
    object: taking(['oid', 'expression'], ({ oid, expression }) => objectNamed(repository, String(oid ?? expression))),
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
