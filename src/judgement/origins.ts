import { settingsIn } from '../facts/settings-in.js';
import type { RelatedPlace } from '../findings/finding.js';
import { linesFrom, positionOf } from '../findings/lines.js';
import type { Files } from '../model/files.js';
import type { Model } from '../model/model.js';
import { type Span, spanKey } from '../model/span.js';

/** Where the value is written that a line only names: a local, a parameter's default, a file of variables. */
export type OriginOf = (at: Span) => RelatedPlace | undefined;

/** The origins of a model's settings by their places. The model is walked only when somebody asks. */
export function originsOf(model: Model, files: Files): OriginOf {
  let origins: ReadonlyMap<string, Span> | undefined;
  const linesOf = linesFrom(files);
  return (at) => {
    origins ??= originsIn(model);
    const origin = origins.get(spanKey(at));
    const lines = origin && linesOf(origin.path);
    if (origin === undefined || lines === undefined) return undefined;
    return { at: origin, start: positionOf(lines, origin.start), end: positionOf(lines, origin.end) };
  };
}

function originsIn(model: Model): ReadonlyMap<string, Span> {
  const origins = new Map<string, Span>();
  for (const setting of settingsIn(model)) {
    if (setting.kind === 'known' && setting.origin !== undefined) origins.set(spanKey(setting.at), setting.origin);
  }
  return origins;
}
