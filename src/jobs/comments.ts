import { isNew } from '../diff/introduced.js';
import { parseFilePatch } from '../diff/patch.js';
import type { Placed } from '../findings/finding.js';
import { type OtherCheck, otherReporters } from '../findings/other-checks.js';
import { identitiesOf, toldBy } from '../findings/together.js';
import { fixedThreads, postReview, type ReviewTarget, saidIn } from '../publish/review.js';
import { readThreads, resolveThreads, type Thread } from '../publish/threads.js';
import { headPatches, headPathIn } from '../pull-request/patches.js';
import type { PullRequest } from '../pull-request/pull-request.js';
import type { Review } from '../review.js';
import { canCarry } from '../topics/placing.js';
import type { Diff } from '../topics/topic.js';
import { unsaidOf } from '../topics/unsaid.js';
import type { Reviewed } from './reviewer.js';
import type { Tools } from './tools.js';

/** A review with the change it is about. */
export interface Commented {
  readonly pull: PullRequest;
  /** There may be comments of earlier reviews. */
  readonly hasThreads: boolean;
  /** What other analysers say at the same lines is left to them, and to the check. */
  readonly others: readonly OtherCheck[];
  readonly reviewed: Pick<Reviewed, 'review' | 'settings'>;
}

/** What was said on a pull request. */
export interface Said {
  /** The findings that stand in comments now; everything else the check run has to tell. */
  readonly commented: ReadonlySet<Placed>;
  /** The problems that earlier reviews told, each by its fingerprints. */
  readonly told: Thread['problems'];
}

/** Posts what is new in one review, nothing twice, and resolves what is gone. */
export async function publishComments(
  job: ReviewTarget,
  tools: Pick<Tools, 'github' | 'words' | 'mayResolve'>,
  { pull, reviewed, hasThreads, others }: Commented,
): Promise<Said> {
  const { github, words } = tools;
  const { review, settings } = reviewed;
  const diff = diffOf(pull, review);
  const topics = review.topics.filter(({ findings: [lead] }) => canCarry(lead, diff));
  const sayable = review.findings.filter((finding) => isNew(finding) && finding.suppressed === null);
  const threads = hasThreads ? await readThreads(github, job, job.number) : [];
  const said = saidIn(sayable, threads);
  const known = knownIn(sayable, threads);
  const elsewhere = sayable.filter((finding) => otherReporters(finding, others).length > 0);
  const told = new Set([...said, ...known, ...elsewhere]);
  const unsaid = topics.flatMap((topic) => unsaidOf(topic, told, { diff, profile: settings.profile }));
  const posted = unsaid.slice(0, Math.max(0, settings.review.comments - countStanding(threads, sayable)));
  const left = unsaid.slice(posted.length);
  const commenting = new Set(unsaid.flatMap(({ findings }) => findings));
  const checked = sayable.filter((finding) => !commenting.has(finding) && !said.has(finding));
  const selection = { posted, left, known: checked };
  const paths = review.effects.flatMap((effects) => effects.paths);
  const isPosted =
    posted.length > 0 && (await postReview(github, job, selection, { words, texts: review.texts, paths }));
  if (await tools.mayResolve()) await resolveThreads(github, gone(threads, review));
  const now = isPosted ? posted.flatMap(({ findings }) => findings) : [];
  return { commented: new Set([...said, ...now]), told: toldIn(threads) };
}

/** What threads tell, each problem once a file: it may have come back. */
function toldIn(threads: readonly Thread[]): Thread['problems'] {
  const told = threads.flatMap(({ path, problems }) =>
    problems.map((names) => [JSON.stringify([path, names[0]]), names] as const),
  );
  return [...new Map(told).values()];
}

/** What an earlier review knew and left to its check: no later push makes it new. */
function knownIn(findings: readonly Placed[], threads: readonly Thread[]): readonly Placed[] {
  const known = new Set(threads.flatMap((thread) => thread.known));
  return findings.filter((finding) => identitiesOf(finding).some((one) => known.has(one)));
}

/** Comments of earlier pushes whose problems are there still: they count, or each push would bring as many again. */
function countStanding(threads: readonly Thread[], present: readonly Placed[]): number {
  const known = new Set(present.flatMap(identitiesOf));
  return threads.filter(
    ({ fingerprints, isResolvedByUs }) => !isResolvedByUs && fingerprints.some((one) => known.has(one)),
  ).length;
}

/** Threads whose problems are fixed. While parts could not be read, a problem that is not seen may still be there. */
function gone(threads: readonly Thread[], { findings, notices }: Review): readonly Thread[] {
  if (notices.some(({ kind }) => kind === 'unread')) return [];
  const present = findings.filter(({ status, suppressed }) => status !== 'fixed' && suppressed === null);
  return fixedThreads(threads, new Set(present.flatMap(toldBy)));
}

/** The diff as GitHub lists it: it takes no comment where it lists no patch. */
function diffOf(pull: PullRequest, { texts }: Review): Diff {
  const patches = headPatches(pull, ({ patch }) => (patch === undefined ? undefined : parseFilePatch(patch)));
  return { patches, headPath: headPathIn(pull), texts };
}
