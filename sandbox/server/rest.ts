import { apiVersions } from '../limits.data.js';
import type { RequestChecks } from '../openapi/requests.js';
import type { World } from '../world.js';
import type { Call, Caller } from './call.js';
import type { Answer, Exchange } from './exchange.js';
import { checkCaller, checkPermission, visibleRepository } from './permission.js';
import type { RateCounter } from './rates.js';
import { notFound, refusal } from './refusal.js';
import { parseBody, type Request } from './request.js';
import { type Found, whyUnknown } from './router.js';
import { type Reply, replyOf } from './send.js';

export interface RestDesk {
  readonly world: World;
  readonly checks: RequestChecks;
  readonly checkAnswers: boolean;
  readonly rates: RateCounter;
}

export interface Visit {
  readonly request: Request;
  readonly call: Call;
  readonly caller: Caller;
  readonly later: (task: () => Promise<void>) => void;
}

function checkRequest(desk: RestDesk, visit: Visit, route: string): Exchange['query'] {
  const { call, request } = visit;
  const checked = desk.checks.check(route, request.query, call.body);
  for (const ignored of checked.ignored) {
    desk.world.violations.push({ kind: 'ignored-field', detail: ignored, route });
  }
  if (checked.problems.length === 0) return checked.query;
  throw refusal(422, `Invalid request.\n\n${checked.problems.join('\n')}`, {
    errors: checked.problems.map((message) => ({ code: 'invalid', message })),
    violation: `schema ${checked.problems.join('; ')}`,
  });
}

function exchangeOf(desk: RestDesk, visit: Visit, found: Found): Exchange {
  const { world } = desk;
  const { caller, call, request } = visit;
  const repository = visibleRepository(world, found.route, caller, found.parameters);
  checkPermission(found.route, caller, repository);
  const query = checkRequest(desk, visit, found.route.route);
  return {
    world,
    caller,
    actor: world.app.bot,
    repository,
    parameters: found.parameters,
    query,
    body: call.body,
    accept: request.header('accept') ?? '',
    url: request.url,
    call,
    answerHeaders: {},
    later: visit.later,
    violation: (kind, detail) => void world.violations.push({ kind, detail, route: call.route }),
  };
}

function checkAnswer(desk: RestDesk, call: Call, answer: Answer): void {
  if (!desk.checkAnswers || answer.looser === true || answer.body === undefined) return;
  for (const problem of desk.checks.checkAnswer(call.route, answer.status ?? 200, answer.body)) {
    desk.world.violations.push({ kind: 'sandbox-answer', detail: problem, route: call.route });
  }
}

/** Answers one call of the REST API, or throws why it is refused. */
export async function answerRest(desk: RestDesk, visit: Visit, found: Found | undefined): Promise<Reply> {
  const { request, call, caller } = visit;
  if (request.header('user-agent') === undefined) {
    throw refusal(403, 'Please make sure your request has a User-Agent header', { violation: 'no-user-agent' });
  }
  const version = request.header('x-github-api-version') ?? apiVersions[0] ?? '';
  if (!apiVersions.includes(version)) {
    throw refusal(400, `The API version ${version} is not supported.`, { violation: 'unknown-version' });
  }
  if (found === undefined) {
    desk.world.violations.push({
      kind: 'unknown-route',
      detail: whyUnknown(desk.checks, request.method, request.path),
      route: call.route,
    });
    throw notFound();
  }
  const { route } = found;
  checkCaller(route, caller);
  desk.rates.admit(desk.world.limits, caller, { writes: call.writes, creates: route.creates === true });
  call.body = parseBody(request);
  const exchange = exchangeOf(desk, visit, found);
  const answer = await route.answer(exchange);
  checkAnswer(desk, call, answer);
  const rates = desk.rates.headers(desk.world.limits, caller, 'core');
  return replyOf(answer, { ...rates, 'x-github-api-version-selected': version, ...exchange.answerHeaders });
}
