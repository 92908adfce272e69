import type { CheckRun } from '../check.js';
import { resolveCommit } from '../git/repository.js';
import { checkSuiteOf } from '../scenes/checks.js';
import { newId, nowText } from '../scenes/identity.js';
import { type Answer, bodyOf, type Exchange, type Route, repositoryOf } from '../server/exchange.js';
import { unprocessable } from '../server/refusal.js';
import { checkRunShape } from '../shapes/check.js';
import { runOf } from './check-lists.js';
import { addOutput, type CheckDraft } from './check-output.js';
import { noCommit } from './commits.js';

/** States that only GitHub itself sets. */
const reserved = new Set(['waiting', 'pending', 'requested']);
const mostActions = 3;

function checkDraft(draft: CheckDraft): void {
  const { status = '', conclusion, details_url: details, actions = [] } = draft;
  const invalid = (message: string, violation: string) => unprocessable(`Invalid request.\n\n${message}`, violation);
  if (reserved.has(status)) throw invalid(`${status} can only be set by GitHub.`, 'reserved-status');
  if (status === 'completed' && conclusion === undefined) {
    throw invalid('Missing required key: conclusion.', 'completed-without-conclusion');
  }
  if (conclusion === 'stale') throw invalid('stale can only be set by GitHub.', 'reserved-conclusion');
  if (details !== undefined && !/^https?:\/\//.test(details)) {
    throw invalid('details_url must use http or https.', 'bad-details-url');
  }
  if (actions.length > mostActions) throw invalid('No more than 3 actions are allowed.', 'too-many-actions');
}

function setState(run: CheckRun, draft: CheckDraft): void {
  if (draft.conclusion !== undefined) {
    run.status = 'completed';
    run.conclusion = draft.conclusion;
    run.completedAt = draft.completed_at ?? nowText();
  } else if (draft.status !== undefined) {
    run.status = draft.status;
    run.conclusion = null;
    run.completedAt = null;
  }
}

async function apply(exchange: Exchange, run: CheckRun, draft: CheckDraft): Promise<void> {
  checkDraft(draft);
  if (draft.output !== undefined) await addOutput(exchange, run, draft.output);
  run.name = draft.name ?? run.name;
  run.externalId = draft.external_id ?? run.externalId;
  run.detailsUrl = draft.details_url ?? run.detailsUrl;
  run.startedAt = draft.started_at ?? run.startedAt;
  run.actions = draft.actions ?? run.actions;
  setState(run, draft);
}

function announce(exchange: Exchange, run: CheckRun, action: 'created' | 'completed'): void {
  const { world, actor } = exchange;
  exchange.later(() => world.announce({ subject: { event: 'check_run', run }, action, sender: actor }));
}

async function create(exchange: Exchange): Promise<Answer> {
  const { world } = exchange;
  const repository = repositoryOf(exchange);
  const draft = bodyOf<CheckDraft>(exchange);
  const headSha = draft.head_sha ?? '';
  const known = /^[0-9a-f]{40}$/.test(headSha) ? await resolveCommit(repository.git, headSha) : undefined;
  if (known === undefined) throw noCommit(headSha);
  const run: CheckRun = {
    id: newId(world),
    repository,
    headSha,
    suite: checkSuiteOf(world, repository, headSha),
    annotations: [],
    name: draft.name ?? '',
    externalId: '',
    detailsUrl: undefined,
    status: 'queued',
    conclusion: null,
    startedAt: nowText(),
    completedAt: null,
    title: null,
    summary: null,
    text: null,
    actions: [],
  };
  await apply(exchange, run, draft);
  world.checkRuns.push(run);
  announce(exchange, run, 'created');
  if (run.status === 'completed') announce(exchange, run, 'completed');
  return { status: 201, body: checkRunShape(world, run) };
}

async function update(exchange: Exchange): Promise<Answer> {
  const run = runOf(exchange);
  const before = run.status;
  await apply(exchange, run, bodyOf<CheckDraft>(exchange));
  if (run.status === 'completed' && before !== 'completed') announce(exchange, run, 'completed');
  return { body: checkRunShape(exchange.world, run) };
}

const repository = '/repos/{owner}/{repo}';

export const checkRoutes: readonly Route[] = [
  { route: `POST ${repository}/check-runs`, permission: 'checks:write', creates: true, answer: create },
  { route: `PATCH ${repository}/check-runs/{check_run_id}`, permission: 'checks:write', answer: update },
];
