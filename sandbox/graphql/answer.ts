import { refusal } from '../server/refusal.js';
import { parseBody } from '../server/request.js';
import type { RestDesk, Visit } from '../server/rest.js';
import { jsonReply, type Reply } from '../server/send.js';
import { execute } from './execute.js';
import { type GraphSession, mutationRoot } from './mutations.js';
import { parseQuery } from './parse.js';
import { queryRoot } from './queries.js';

interface GraphRequest {
  readonly query?: unknown;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** Errors that come from the query itself and not from what it asked for. */
const mistakes = new Set(['undefinedField', 'argumentNotAccepted', 'variableNotDefined', 'undefinedFragment']);

/** Answers the part of GitHub's graph that reviews need: blobs, review threads, resolving them. */
export async function answerGraphql(desk: RestDesk, visit: Visit): Promise<Reply> {
  const { call, caller, request } = visit;
  if (caller.kind !== 'installation') {
    throw refusal(401, 'This endpoint requires you to be authenticated.', { violation: 'unauthenticated' });
  }
  call.body = parseBody(request);
  const { query, variables } = (call.body ?? {}) as GraphRequest;
  if (typeof query !== 'string') {
    throw refusal(400, 'A query attribute must be specified and must be a string.', { violation: 'graphql-syntax' });
  }
  const document = parseQuery(query);
  call.writes = document.operation === 'mutation';
  desk.rates.admit(desk.world.limits, caller, { writes: call.writes, creates: call.writes });
  const violation: GraphSession['violation'] = (kind, detail) =>
    void desk.world.violations.push({ kind, detail, route: call.route });
  const session: GraphSession = { world: desk.world, caller, later: visit.later, violation };
  const root = document.operation === 'mutation' ? mutationRoot(session) : queryRoot(session);
  const { data, errors, failures } = await execute(root, document, variables ?? {});
  for (const { type, message } of failures) if (mistakes.has(type)) violation('graphql-invalid', message);
  const rates = desk.rates.headers(desk.world.limits, caller, 'graphql');
  return jsonReply(200, errors === undefined ? { data } : { data, errors }, rates);
}
