import type { Annotation, CheckRun, CheckSuite } from '../check.js';
import { commitTree } from '../git/commit.js';
import { mergedTree, resolveCommit, setRef } from '../git/repository.js';
import type { MergeGroup } from '../webhooks/announcement.js';
import type { Pull, Repository, World } from '../world.js';
import { accountNamed, newId, nowText } from './identity.js';
import type { Head } from './waiting.js';

/** The app's suite of checks for a commit; it is made when it is first needed. */
export function checkSuiteOf(world: World, repository: Repository, headSha: string, branch?: string): CheckSuite {
  const known = world.checkSuites.find(
    (suite) => suite.repository === repository && suite.headSha === headSha && suite.app === undefined,
  );
  if (known !== undefined) return known;
  const pull = world.pulls.find((each) => each.headRepository === repository && each.headSha === headSha);
  const headBranch = branch ?? pull?.headBranch ?? null;
  const suite = { id: newId(world), repository, headSha, headBranch, createdAt: nowText() };
  world.checkSuites.push(suite);
  return suite;
}

/** What another app reports about a commit. */
export interface OtherReport {
  /** The app's short name: `sonarqubecloud`. */
  readonly app: string;
  readonly name: string;
  readonly conclusion: string;
  readonly annotations?: readonly Annotation[];
}

/** Another app on the same GitHub concludes a check of its own. */
export async function reportCheck(world: World, { repository, headSha }: Head, report: OtherReport): Promise<void> {
  const { app: slug, name, conclusion, annotations = [] } = report;
  const sender = accountNamed(world, `${slug}[bot]`);
  const app = { ...world.app, id: newId(world), slug, name: slug, bot: sender };
  const at = nowText();
  const suite = { id: newId(world), repository, headSha, headBranch: null, createdAt: at, app };
  world.checkSuites.push(suite);
  const run: CheckRun = {
    id: newId(world),
    repository,
    headSha,
    suite,
    annotations: [...annotations],
    name,
    externalId: '',
    detailsUrl: undefined,
    status: 'completed',
    conclusion,
    startedAt: at,
    completedAt: at,
    title: name,
    summary: '',
    text: null,
    actions: [],
  };
  world.checkRuns.push(run);
  await world.announce({ subject: { event: 'check_run', run }, action: 'completed', sender });
}

/** A person presses "Re-run" at one check. */
export async function rerequestRun(world: World, run: CheckRun): Promise<void> {
  const sender = accountNamed(world, 'dev');
  await world.announce({ subject: { event: 'check_run', run }, action: 'rerequested', sender });
}

/** A person presses "Re-run all checks". */
export async function rerequestSuite(world: World, run: CheckRun): Promise<void> {
  const sender = accountNamed(world, 'dev');
  await world.announce({ subject: { event: 'check_suite', suite: run.suite }, action: 'rerequested', sender });
}

/** A person presses one of a check run's buttons. */
export async function requestAction(world: World, run: CheckRun, identifier: string): Promise<void> {
  const subject = { event: 'check_run', run, requested: identifier } as const;
  await world.announce({ subject, action: 'requested_action', sender: accountNamed(world, 'dev') });
}

/** Puts a pull request into the merge queue: GitHub merges it on a branch of its own and asks for checks. */
export async function enqueue(world: World, pull: Pull): Promise<MergeGroup & { readonly repository: Repository }> {
  const { repository, baseBranch, headSha, number } = pull;
  const { git } = repository;
  const baseSha = await resolveCommit(git, `refs/heads/${baseBranch}`);
  const tree = baseSha === undefined ? undefined : await mergedTree(git, baseSha, headSha);
  if (baseSha === undefined || tree === undefined) throw new Error(`Pull request ${number} has conflicts.`);
  const message = `Merge pull request #${number}`;
  const merged = await commitTree(git, tree, [baseSha, headSha], message);
  const headRef = `refs/heads/gh-readonly-queue/${baseBranch}/pr-${number}-${baseSha}`;
  await setRef(git, headRef, merged);
  const group = { headSha: merged, headRef, baseSha, baseRef: `refs/heads/${baseBranch}` };
  const subject = { event: 'merge_group', repository, group } as const;
  await world.announce({ subject, action: 'checks_requested', sender: pull.user });
  return { ...group, repository };
}
