import { isNew } from '../diff/introduced.js';
import { parseFilePatch } from '../diff/patch.js';
import type { Placed } from '../findings/finding.js';
import { identitiesOf } from '../findings/together.js';
import { fixedThreads, postReview, saidIn } from '../publish/review.js';
import { readThreads, resolveThreads, type Thread } from '../publish/threads.js';
import type { ChangedFile, PullRequest } from '../pull-request/pull-request.js';
import { gatherAlike } from '../report/alike.js';
import { canCarry, type Diff, isWorthAComment, toComments } from '../report/comments.js';
import type { Review } from '../review.js';
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
  const diff = diffOf(pull.changedFiles, review);
  const sayable = review.findings.filter(
    (finding) =>
      isNew(finding) && finding.suppressed === null && finding.place === 'comment' && canCarry(finding, diff),
  );
  const mayResolve = await tools.mayResolve();
  const threads = sayable.length > 0 || mayResolve ? await readThreads(github, job, job.number) : [];
  const said = saidIn(sayable, threads);
  const unsaid = sayable.filter((finding) => !said.has(finding));
  const comments = gatherAlike(toComments(unsaid, diff).filter(isWorthAComment));
  const posted = comments.slice(0, Math.max(0, settings.review.comments - countStanding(threads, sayable)));
  const left = comments.slice(posted.length);
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
  return fixedThreads(threads, new Set(present.flatMap(identitiesOf)));
}

function diffOf(changed: readonly ChangedFile[], { texts }: Review): Diff {
  const heads = new Map(changed.flatMap(({ path, previousPath }) => (previousPath ? [[previousPath, path]] : [])));
  const patches = changed.flatMap(({ path, patch }) => {
    const parsed = patch === undefined ? undefined : parseFilePatch(patch);
    return parsed === undefined ? [] : [[path, parsed] as const];
  });
  return { patches: new Map(patches), headPath: (path) => heads.get(path) ?? path, texts };
}
