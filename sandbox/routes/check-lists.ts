import type { CheckRun } from '../check.js';
import {
  type Answer,
  type Exchange,
  numberParameter,
  parameter,
  queryText,
  type Route,
  repositoryOf,
} from '../server/exchange.js';
import { pageOf } from '../server/pages.js';
import { notFound } from '../server/refusal.js';
import { checkRunShape, checkSuiteShape } from '../shapes/check.js';
import { repositoryPage } from '../shapes/urls.js';
import { commitNamed, noCommit } from './commits.js';

/** The check run that a route names. */
export function runOf(exchange: Exchange): CheckRun {
  const repository = repositoryOf(exchange);
  const id = numberParameter(exchange, 'check_run_id');
  const run = exchange.world.checkRuns.find((each) => each.repository === repository && each.id === id);
  if (run === undefined) throw notFound();
  return run;
}

async function listForCommit(exchange: Exchange): Promise<Answer> {
  const { world } = exchange;
  const repository = repositoryOf(exchange);
  const ref = parameter(exchange, 'ref');
  const sha = await commitNamed(repository, ref, noCommit(ref));
  const name = queryText(exchange, 'check_name');
  const status = queryText(exchange, 'status');
  const found = world.checkRuns
    .filter((run) => run.repository === repository && run.headSha === sha)
    .filter((run) => (name === undefined || run.name === name) && (status === undefined || run.status === status));
  const newest = [...new Map(found.map((run) => [run.name, run])).values()];
  const runs = [...(queryText(exchange, 'filter') === 'all' ? found : newest)].reverse();
  const shown = pageOf(exchange, runs).map((run) => checkRunShape(world, run));
  return { body: { total_count: runs.length, check_runs: shown } };
}

function listAnnotations(exchange: Exchange): Answer {
  const run = runOf(exchange);
  const page = repositoryPage(exchange.world, run.repository);
  const absent = { start_column: null, end_column: null, title: null, raw_details: null };
  const shapes = run.annotations.map((each) => ({
    ...absent,
    ...each,
    blob_href: `${page}/blob/${run.headSha}/${each.path}`,
  }));
  return { body: pageOf(exchange, shapes) };
}

async function readSuite(exchange: Exchange): Promise<Answer> {
  const id = numberParameter(exchange, 'check_suite_id');
  const suite = exchange.world.checkSuites.find((each) => each.id === id);
  if (suite === undefined || suite.repository !== exchange.repository) throw notFound();
  return { body: await checkSuiteShape(exchange.world, suite) };
}

const repository = '/repos/{owner}/{repo}';

/** Reading check runs and suites. */
export const checkListRoutes: readonly Route[] = [
  {
    route: `GET ${repository}/check-runs/{check_run_id}`,
    permission: 'checks:read',
    answer: (exchange) => ({ body: checkRunShape(exchange.world, runOf(exchange)) }),
  },
  {
    route: `GET ${repository}/check-runs/{check_run_id}/annotations`,
    permission: 'checks:read',
    answer: listAnnotations,
  },
  { route: `GET ${repository}/commits/{ref}/check-runs`, permission: 'checks:read', answer: listForCommit },
  { route: `GET ${repository}/check-suites/{check_suite_id}`, permission: 'checks:read', answer: readSuite },
];
