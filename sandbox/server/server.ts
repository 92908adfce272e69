import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerGraphql } from '../graphql/answer.js';
import type { RequestChecks } from '../openapi/requests.js';
import { routes } from '../routes/routes.js';
import type { World } from '../world.js';
import { authenticate } from './authenticate.js';
import type { Call, Caller } from './call.js';
import { makeTrouble, takeFault } from './faults.js';
import { rateCounter } from './rates.js';
import { refusalBody, refusalOf } from './refusal.js';
import { type Request, readRequest, recordCall } from './request.js';
import { answerRest, type RestDesk } from './rest.js';
import { router } from './router.js';
import { conditional, jsonReply, type Reply, send } from './send.js';

export interface ServerOptions {
  readonly checks: RequestChecks;
  /** Compare the sandbox's own answers with GitHub's description. */
  readonly checkAnswers: boolean;
  readonly port: number;
}

type Task = () => Promise<void>;

interface Desk extends RestDesk {
  readonly find: ReturnType<typeof router>;
}

function violation(world: World, call: Call, kind: string, detail: string): void {
  world.violations.push({ kind, detail, route: call.route });
}

function replyToError(desk: Desk, call: Call, caller: Caller, error: unknown): Reply {
  const refused = refusalOf(error);
  if (refused === undefined) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    violation(desk.world, call, 'sandbox-failure', detail);
    return jsonReply(500, { message: 'The sandbox failed.' });
  }
  if (refused.violation !== undefined) {
    const [kind = '', ...words] = refused.violation.split(' ');
    violation(desk.world, call, kind, words.join(' ') || refused.message);
  }
  const rates = desk.rates.headers(desk.world.limits, caller, 'core');
  return jsonReply(refused.status, refusalBody(refused), { ...rates, ...refused.headers });
}

async function answer(desk: Desk, request: Request, call: Call, later: Task[]): Promise<Reply> {
  const found = request.isGraphql ? undefined : desk.find(request.method, request.path);
  let caller: Caller = { kind: 'nobody' };
  try {
    caller = authenticate(desk.world, request.header('authorization'));
    const visit = { request, call, caller, later: (task: Task) => void later.push(task) };
    const given = request.isGraphql ? await answerGraphql(desk, visit) : await answerRest(desk, visit, found);
    const reply = conditional(request, given);
    if (reply.status !== 304) desk.rates.charge(caller);
    return reply;
  } catch (error) {
    return replyToError(desk, call, caller, error);
  }
}

async function troubled(desk: Desk, call: Call, response: ServerResponse): Promise<'over' | 'cut' | 'fine' | Reply> {
  const fault = takeFault(desk.world.faults, call);
  if (fault === undefined) return 'fine';
  try {
    const over = await makeTrouble(fault, desk.world.limits, response);
    return over ? 'over' : fault.kind === 'truncate' ? 'cut' : 'fine';
  } catch (error) {
    return replyToError(desk, call, { kind: 'nobody' }, error);
  }
}

async function serve(desk: Desk, request: Request, response: ServerResponse): Promise<void> {
  const call = recordCall(desk.world, request);
  if (request.isGraphql) call.route = 'POST /graphql';
  else call.route = desk.find(request.method, request.path)?.route.route ?? call.route;
  const trouble = await troubled(desk, call, response);
  if (trouble === 'over') {
    call.finishedAt = Date.now();
    return;
  }
  const later: Task[] = [];
  const reply = typeof trouble === 'string' ? await answer(desk, request, call, later) : trouble;
  send(response, call, reply, trouble === 'cut');
  for (const task of later) await task();
}

/** Starts the API on a port of this machine and tells the world its address. */
export async function listen(world: World, options: ServerOptions): Promise<Server> {
  const desk: Desk = {
    world,
    checks: options.checks,
    checkAnswers: options.checkAnswers,
    rates: rateCounter(),
    find: router(routes),
  };
  const server = createServer((incoming, response) => {
    readRequest(world, incoming)
      .then((request) => serve(desk, request, response))
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  world.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return server;
}
