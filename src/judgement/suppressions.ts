import type { Notice } from '../findings/notice.js';
import type { ResourceSuppression, Suppressions } from '../findings/suppress.js';
import {
  type Commented,
  type CommentSuppression,
  commentSuppressions,
  suppressionMarker,
} from '../findings/suppression.js';
import type { Files } from '../model/files.js';
import { commentsIn } from '../notation/comments/comments.js';
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
  const read = paths.map((path) => ({ path, ...commentSuppressions(commented(path, files), date) }));
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

/** The comments of a file are looked for only where one may be a suppression. */
function commented(path: string, files: Files): Commented {
  const text = files.read(path) ?? '';
  return { path, text, comments: text.includes(suppressionMarker) ? commentsIn(path, text) : [] };
}
