import { publishComments, type Said } from '../jobs/comments.js';
import { externalIdOf } from '../jobs/job.js';
import { beginCheck, checkName, completeCheck } from '../publish/check-run.js';
import type { GitHub } from '../pull-request/client.js';
import { readOtherChecks } from '../pull-request/other-checks.js';
import type { Address } from '../report/address.js';
import { renderCheckRun } from '../report/check-run.js';
import type { CheckSource } from '../report/check-source.js';
import { accessIn, isForbidden, noting, openGitHub, withGitHub } from './github.js';
import { type JudgedChange, judgeChange } from './judged-change.js';
import type { JudgingOptions } from './judging.js';
import { printOutcome } from './output.js';
import { type PullName, parsePullName } from './pull-name.js';
import { type RemoteChange, readPull } from './remote-change.js';

/** `postern review --pull OWNER/REPO#N [--publish]`: a pull request on GitHub; what the App would post is printed, or posted. */
export async function pullCommand(
  written: string,
  options: JudgingOptions & { readonly publish?: boolean },
): Promise<number> {
  const name = parsePullName(written);
  const github = await openGitHub(accessIn(process.env));
  const called = `${name.owner}/${name.repo}#${name.number}`;
  const { change, judged } = await withGitHub(`${called} cannot be reviewed`, async () => {
    const read = await readPull(github, name);
    return { change: read, judged: await judgeChange(read.pull, read.settings, options, addressIn(read)) };
  });
  if (options.publish === true) {
    const said = await withGitHub(`${called} cannot be commented on`, () => comment(github, name, change, judged));
    await postCheck(github, name, change, { judged, said });
  }
  return printOutcome(judged.outcome, options, judged.judging);
}

/** What was said, beside what other analysers say. */
type SaidBeside = Said & Pick<CheckSource, 'others'>;

/** Posts what is new in one review, as the App does: nothing twice, nothing on what is closed or, unless asked for, a draft. */
export async function comment(
  github: GitHub,
  { owner, repo, number }: PullName,
  change: RemoteChange,
  { review, judging, source }: JudgedChange,
): Promise<SaidBeside> {
  const { settings } = judging.judge;
  const { head } = change;
  const asking = { ownName: checkName, wantsLines: review.topics.length > 0 };
  const others = await readOtherChecks(github, { owner, repo }, head, asking);
  if (!change.isOpen || (change.isDraft && !settings.review.drafts)) return { commented: new Set(), told: [], others };
  const target = { owner, repo, number, head };
  const noted = noting(github, 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews');
  const tools = { github: noted.github, words: source.words, mayResolve: async () => false };
  const { pull, hasThreads } = change;
  const said = await publishComments(target, tools, { pull, hasThreads, others, reviewed: { review, settings } });
  // The App leaves to its check what GitHub will not have as comments; here a permission may be missing.
  if (isForbidden(noted.refused())) throw noted.refused();
  return { ...said, others };
}

interface Published {
  readonly judged: JudgedChange;
  readonly said: SaidBeside;
}

/** Only apps may write checks: with another token the exit code has to do. */
async function postCheck(
  github: GitHub,
  name: PullName,
  { head, url }: RemoteChange,
  { judged, said }: Published,
): Promise<void> {
  const { owner, repo, number } = name;
  const job = { kind: 'pull', head, number, owner, repo, url } as const;
  try {
    const detailsUrl = `${url}/pull/${number}/files`;
    const run = await beginCheck(github, { owner, repo, head, externalId: externalIdOf(job), detailsUrl }, 'again');
    if (run !== undefined) await completeCheck(github, run, renderCheckRun({ ...judged.source, ...said }));
  } catch (error) {
    if (!isForbidden(error)) return withGitHub('The check cannot be written', () => Promise.reject(error));
    process.stderr.write('The token may not write checks: the comments are posted, and the exit code is the result.\n');
  }
}

/** Where lines are shown on GitHub. */
export function addressIn({ url, head, pull }: RemoteChange): Address {
  return ({ path, side, first, last }) => {
    const file = path.split('/').map(encodeURIComponent).join('/');
    const lines = first === last ? `L${first}` : `L${first}-L${last}`;
    return `${url}/blob/${side === 'left' ? pull.mergeBase : head}/${file}#${lines}`;
  };
}
