import type { Notice } from '../findings/notice.js';
import type { ResourceSuppression, Suppressions } from '../findings/suppress.js';
import { type CommentSuppression, commentSuppressions } from '../findings/suppression.js';
import type { Files } from '../model/files.js';
import type { Judge } from './judge.js';

/** The suppressions that may cover findings in some files. */
export interface SuppressionsIn {
  readonly all: Suppressions;
  readonly comments: readonly CommentSuppression[];
  /** Comments that have no effect. */
  readonly notices: readonly Notice[];
}

/** Reads the suppressions of files: their comments, the metadata that belongs to them, and the settings. */
export function suppressionsIn(
  { paths, metadata }: { readonly paths: readonly string[]; readonly metadata: readonly ResourceSuppression[] },
  files: Files,
  { settings, date, policies }: Judge,
): SuppressionsIn {
  const read = paths.map((path) => ({ path, ...commentSuppressions(path, files.read(path) ?? '', date) }));
  return {
    all: {
      comments: new Map(read.map(({ path, suppressions }) => [path, suppressions])),
      metadata,
      settings: settings.suppressions,
      date,
      formerIds: new Map(policies.map(({ id, formerIds = [] }) => [id, formerIds])),
    },
    comments: read.flatMap(({ suppressions }) => suppressions),
    notices: read.flatMap(({ notices }) => notices),
  };
}
