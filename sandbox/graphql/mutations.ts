import { permits, reaches } from '../server/authenticate.js';
import type { Caller } from '../server/call.js';
import type { Thread, World } from '../world.js';
import { parseNodeId } from './ids.js';
import { type Arguments, type GraphNode, graphError, node, taking } from './node.js';
import { threadNode } from './pulls.js';

export interface GraphSession {
  readonly world: World;
  readonly caller: Extract<Caller, { kind: 'installation' }>;
  readonly later: (task: () => Promise<void>) => void;
  readonly violation: (kind: string, detail: string) => void;
}

/** GitHub wants to write contents, besides pull requests, from an app that resolves a thread. */
const resolving = 'pull_requests:write+contents:write';

function inputOf(given: Arguments): Arguments {
  const { input } = given;
  return typeof input === 'object' && input !== null ? (input as Arguments) : {};
}

function threadOf(session: GraphSession, id: unknown): Thread {
  const parsed = typeof id === 'string' ? parseNodeId(id) : undefined;
  const thread =
    parsed?.kind === 'PullRequestReviewThread'
      ? session.world.threads.find((each) => each.id === parsed.id)
      : undefined;
  if (thread !== undefined && reaches(session.caller, thread.pull.repository)) return thread;
  throw graphError('NOT_FOUND', `Could not resolve to a node with the global id of '${String(id)}'`);
}

function checkPermission(session: GraphSession, mutation: string): void {
  if (permits(session.caller.token.permissions, resolving)) return;
  session.violation('missing-permission', `${mutation} needs ${resolving}`);
  throw graphError('FORBIDDEN', 'Resource not accessible by integration');
}

function setResolved(session: GraphSession, given: Arguments, resolved: boolean): GraphNode {
  const thread = threadOf(session, inputOf(given).threadId);
  const mutation = resolved ? 'resolveReviewThread' : 'unresolveReviewThread';
  checkPermission(session, mutation);
  thread.resolvedBy = resolved ? session.world.app.bot : undefined;
  const action = resolved ? 'resolved' : 'unresolved';
  const subject = { event: 'pull_request_review_thread', pull: thread.pull, thread } as const;
  session.later(() => session.world.announce({ subject, action, sender: session.world.app.bot }));
  return node(`${mutation}Payload`, { thread: threadNode(session, thread), clientMutationId: null });
}

export function mutationRoot(session: GraphSession): GraphNode {
  return node('Mutation', {
    resolveReviewThread: taking(['input'], (given) => setResolved(session, given, true)),
    unresolveReviewThread: taking(['input'], (given) => setResolved(session, given, false)),
  });
}
