import type { Finding } from '../findings/finding.js';
import { fails } from '../findings/outcome.js';
import { problemsOf } from '../findings/problems.js';
import { conclude } from '../report/conclusion.js';
import { toldIn } from '../report/formats/rendering.js';
import type { Outcome } from '../report/json.js';
import { type ActionEvent, readEvent } from './action-event.js';
import { type Inputs, readInputs, writeOutputs } from './action-inputs.js';
import { CannotRun, reasonOf } from './cannot-run.js';
import { isForbidden, openGitHub, withGitHub } from './github.js';
import { judgeChange } from './judged-change.js';
import type { Judging } from './judging.js';
import { printOutcome } from './output.js';
import { addressIn, comment } from './pull.js';
import { type RemoteChange, readGroup, readPull } from './remote-change.js';
import { openChange, settingsOf } from './review.js';
import { lookAt } from './scan.js';

type Variables = Readonly<Record<string, string | undefined>>;

/** The action as one step: reviews what the workflow runs for, and answers its exit code. */
export async function runAction(variables: Variables): Promise<number> {
  try {
    const inputs = readInputs(variables);
    const event = await readEvent(variables);
    const { outcome, judging } = await judge(event, inputs, variables);
    const code = await printOutcome(outcome, inputs.options, judging);
    await writeOutputs(variables, outputsOf(outcome, judging, inputs));
    return code;
  } catch (error) {
    const told = error instanceof CannotRun ? error.message : `Unexpected: ${reasonOf(error)}`;
    process.stdout.write(
      `::error title=Postern could not run::${told.replace(/%/g, '%25').replace(/[\r\n]+/g, ' ')}\n`,
    );
    return 2;
  }
}

interface Judged {
  readonly outcome: Outcome;
  readonly judging: Judging;
}

async function judge(event: ActionEvent, inputs: Inputs, variables: Variables): Promise<Judged> {
  const workspace = variables.GITHUB_WORKSPACE || '.';
  if (event.kind === 'tree') return lookAt([workspace], inputs.options);
  if (inputs.token === undefined) {
    const pull = await openChange({ ...inputs.options, repo: workspace, base: event.base, head: event.head });
    return judgeChange(pull, await settingsOf(pull), inputs.options);
  }
  return judgeRemote(event, { ...inputs, token: inputs.token }, variables);
}

async function judgeRemote(
  event: Exclude<ActionEvent, { readonly kind: 'tree' }>,
  inputs: Inputs & { readonly token: string },
  variables: Variables,
): Promise<Judged> {
  const github = await openGitHub({ token: inputs.token, address: variables.GITHUB_API_URL || undefined });
  const { owner, repo } = event.repository;
  const url = `${variables.GITHUB_SERVER_URL || 'https://github.com'}/${owner}/${repo}`;
  const read = (): Promise<RemoteChange> =>
    event.kind === 'pull'
      ? readPull(github, { owner, repo, number: event.number })
      : readGroup(github, event.repository, { ...event, url });
  const { change, judged } = await withGitHub('The change cannot be reviewed', async () => {
    const opened = await read();
    return {
      change: opened,
      judged: await judgeChange(opened.pull, opened.settings, inputs.options, addressIn(opened)),
    };
  });
  if (event.kind === 'pull' && inputs.comments && !event.isFork) {
    await comment(github, { owner, repo, number: event.number }, change, judged).catch((error: unknown) => {
      if (!isForbidden(error)) return withGitHub('The comments cannot be posted', () => Promise.reject(error));
      process.stdout.write(`::notice::${withoutPermission}\n`);
    });
  }
  return judged;
}

const withoutPermission =
  'The token may not comment: give the job the permission pull-requests: write, or set comments to false.';

function outputsOf(outcome: Outcome, { judge: { settings }, failOn }: Judging, { sarif }: Inputs) {
  const told = toldIn(outcome);
  const isFailing = (finding: Finding) => fails(finding, settings.profile, failOn);
  // Counted as the check of the App and the page of the step count them.
  const failing = problemsOf(told.filter(isFailing)).length;
  return {
    conclusion: conclusionOf(outcome, settings.profile, failing),
    problems: String(problemsOf(told).length),
    failing: String(failing),
    ...(sarif !== undefined && { sarif }),
  };
}

function conclusionOf(outcome: Outcome, profile: Judging['judge']['settings']['profile'], failing: number): string {
  if (failing > 0) return 'failure';
  const placed = outcome.findings.flatMap((finding) => ('status' in finding ? [finding] : []));
  return conclude({ findings: placed, notices: outcome.notices }, profile);
}
