import type { Found, RelatedPlace } from '../findings/finding.js';
import { type LineIndex, type LinesOf, positionOf } from '../findings/lines.js';
import { passagesIn } from '../findings/passage.js';
import type { Edit, Span } from '../model/span.js';
import { type Problem, type ProposedFix, proposeFix } from './definition.js';

/** Where a problem stands and is mended. */
export interface Places extends RelatedPlace, Pick<Found, 'origin' | 'related' | 'text'> {
  readonly fix: ProposedFix | undefined;
}

/** A problem of passages stands on the first of them, as far as the file shows them; any other on the whole of what it is at. */
export function placesOf(problem: Problem, linesOf: LinesOf): Places {
  const { at, origin, related } = problem;
  const place = (span: Span): RelatedPlace => placeOf(span, linesOf);
  const here = shownIn(at, problem, linesOf);
  const there = origin && here === undefined ? shownIn(origin, problem, linesOf) : undefined;
  const shown = here ?? there ?? [];
  const [first, ...others] = firstOfLines(shown.map(place));
  const besides = [...others, ...(related ?? []).map(place)];
  return {
    ...((here && first) ?? place(at)),
    ...(origin && { origin: (there && first) ?? place(origin) }),
    ...((related !== undefined || besides.length > 0) && { related: besides }),
    ...(first && { text: place(here === undefined && origin ? origin : at) }),
    // What stands elsewhere may be used by others too.
    fix: proposeFix('exact', rewritten(problem, here ?? [])) ?? problem.fix,
  };
}

function shownIn(whole: Span, { passages = [] }: Problem, linesOf: LinesOf): readonly Span[] | undefined {
  const lines = passages.length === 0 ? undefined : linesOf(whole.path);
  return lines && passagesIn(whole, passages, lines);
}

/** Every passage as it is better; nothing where one of them cannot be said. */
function rewritten({ passages = [] }: Problem, shown: readonly Span[]): readonly Edit[] {
  const edits = shown.flatMap((span, index): readonly Edit[] => {
    const text = passages[index]?.better;
    return text === undefined ? [] : [{ ...span, text }];
  });
  return edits.length === passages.length ? edits : [];
}

/** One of each line. */
function firstOfLines(places: readonly RelatedPlace[]): readonly RelatedPlace[] {
  return [...new Map(places.toReversed().map((place) => [place.start.line, place] as const)).values()].reverse();
}

function placeOf(at: Span, linesOf: LinesOf): RelatedPlace {
  const lines = linesOf(at.path);
  if (lines === undefined) return { at, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  return { at, start: positionOf(lines, at.start), end: positionOf(lines, endOf(at, lines)) };
}

/** Values that end with their line break (block texts) end on their last line. */
function endOf(at: Span, { text }: LineIndex): number {
  let end = Math.max(at.end, at.start);
  while (end > at.start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end -= 1;
  return end;
}
