import { isNew } from '../diff/introduced.js';
import { parseFilePatch } from '../diff/patch.js';
import type { Placed } from '../findings/finding.js';
import { identitiesOf, toldBy } from '../findings/together.js';
import { fixedThreads, postReview, saidIn } from '../publish/review.js';
import { readThreads, resolveThreads, type Thread } from '../publish/threads.js';
import { headPatches, headPathIn } from '../pull-request/patches.js';
import type { PullRequest } from '../pull-request/pull-request.js';
import type { Review } from '../review.js';
import { canCarry } from '../topics/placing.js';
import type { Diff } from '../topics/topic.js';
import { unsaidOf } from '../topics/unsaid.js';
import type { PullJob } from './job.js';
import type { Tools } from './review.js';
import type { Reviewed } from './reviewer.js';

/** A review with the change it is about. */
export interface Commented {
  readonly pull: PullRequest;
  readonly reviewed: Reviewed;
}

/**
 * Posts what is new in one review, nothing twice, and resolves what is gone. Returns the findings that stand in
 * comments now; everything else the check run has to tell.
 */
export async function publishComments(
  job: PullJob,
  tools: Tools,
  { pull, reviewed }: Commented,
): Promise<ReadonlySet<Placed>> {
  const { github, words } = tools;
  const { review, settings } = reviewed;
  const diff = diffOf(pull, review);
  const topics = review.topics.filter(({ findings: [lead] }) => canCarry(lead, diff));
  const sayable = review.findings.filter((finding) => isNew(finding) && finding.suppressed === null);
  const mayResolve = await tools.mayResolve();
  const threads = topics.length > 0 || mayResolve ? await readThreads(github, job, job.number) : [];
  const said = saidIn(sayable, threads);
  const unsaid = topics.flatMap((topic) => unsaidOf(topic, said, { diff, profile: settings.profile }));
  const posted = unsaid.slice(0, Math.max(0, settings.review.comments - countStanding(threads, sayable)));
  const left = unsaid.slice(posted.length);
  const isPosted =
    posted.length > 0 && (await postReview(github, job, { posted, left }, { words, texts: review.texts }));
  if (mayResolve) await resolveThreads(github, gone(threads, review));
  const now = isPosted ? posted.flatMap(({ findings }) => findings) : [];
  return new Set([...said, ...now]);
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
