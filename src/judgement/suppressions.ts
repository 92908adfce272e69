import { linesFrom, positionOf } from '../findings/lines.js';
import type { Notice } from '../findings/notice.js';
import type { ResourceSuppression, Suppressions } from '../findings/suppress.js';
import { type Commented, commentSuppressions, isPast, suppressionMarker } from '../findings/suppression.js';
import type { Files } from '../model/files.js';
import { commentsIn } from '../notation/comments/comments.js';
import type { Policy } from '../policies/definition.js';
import { nearestName } from '../settings/nearest-name.js';
import type { Judge } from './judge.js';
import type { WrittenSuppression } from './new-suppressions.js';

/** The suppressions that may cover findings in some files. */
export interface SuppressionsIn {
  readonly all: Suppressions;
  /** Those that the files themselves hold. */
  readonly written: readonly WrittenSuppression[];
  /** Those that have no effect. */
  readonly notices: readonly Notice[];
}

/** Reads the suppressions of files: their comments, the metadata that belongs to them, and the settings. */
export function suppressionsIn(
  { paths, metadata }: { readonly paths: readonly string[]; readonly metadata: readonly ResourceSuppression[] },
  files: Files,
  { settings, date, policies }: Judge,
): SuppressionsIn {
  const read = paths.map((path) => ({ path, ...commentSuppressions(commented(path, files), date) }));
  const { formerIds, ids } = namesOf(policies);
  const written = [...read.flatMap(({ suppressions }) => suppressions), ...inMetadata(metadata, files)];
  return {
    all: {
      comments: new Map(read.map(({ path, suppressions }) => [path, suppressions])),
      metadata,
      settings: settings.suppressions,
      date,
      formerIds,
    },
    written,
    notices: [
      ...read.flatMap(({ notices }) => notices),
      ...metadata.filter(({ until }) => isPast(until, date)).map((one) => endedNotice(one, files)),
      ...unknownPolicies(written, ids),
    ],
  };
}

/** All the names of policies; every stack of a review asks for those of the same ones. */
interface Names {
  readonly formerIds: Suppressions['formerIds'];
  readonly ids: readonly string[];
}

const names = new WeakMap<readonly Policy[], Names>();

function namesOf(policies: readonly Policy[]): Names {
  const known = names.get(policies);
  if (known !== undefined) return known;
  const formerIds = new Map(policies.map(({ id, formerIds: former = [] }) => [id, former]));
  const made = { formerIds, ids: [...formerIds].flat(2) };
  names.set(policies, made);
  return made;
}

/** The comments of a file are looked for only where one may be a suppression. */
function commented(path: string, files: Files): Commented {
  const text = files.read(path) ?? '';
  return { path, text, comments: text.includes(suppressionMarker) ? commentsIn(path, text) : [] };
}

function inMetadata(metadata: readonly ResourceSuppression[], files: Files): readonly WrittenSuppression[] {
  const linesOf = linesFrom(files);
  return metadata.map(({ policy, reason, resource, at }) => {
    const lines = linesOf(at.path);
    const writtenOn = lines === undefined ? 1 : positionOf(lines, at.start).line;
    return { policy, reason, at, writtenOn, about: resource };
  });
}

function endedNotice({ at, until = '' }: ResourceSuppression, files: Files): Notice {
  const lines = linesFrom(files)(at.path);
  const message = `This suppression ended on ${until} and has no effect any more; remove it or give it a new date.`;
  return { path: at.path, line: lines === undefined ? 1 : positionOf(lines, at.start).line, message, kind: 'settings' };
}

function unknownPolicies(written: readonly WrittenSuppression[], ids: readonly string[]): readonly Notice[] {
  const unknown = written.filter(({ policy }) => !ids.includes(policy));
  return unknown.map(({ policy, at, writtenOn }) => {
    const nearest = nearestName(policy, ids);
    const hint = nearest === undefined ? '' : `; did you mean ${nearest}`;
    const message = `This suppression has no effect: there is no policy ${JSON.stringify(policy.slice(0, 60))}${hint}.`;
    return { path: at.path, line: writtenOn, message, kind: 'settings' };
  });
}
