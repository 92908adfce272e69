import type { Edit, Span } from '../../../../model/span.js';
import type { Value } from '../../../../model/value.js';
import { lineStart, nextLineStart } from '../../../../notation/geometry.js';
import type { Mapping } from '../cloud.js';

/** Takes a whole resource away, and the blank line after it. */
export function removalOf({ resources }: Mapping, { path, start, end }: Span): readonly Edit[] {
  const text = resources.stack.session.textOf(path);
  const after = nextLineStart(text, end);
  const isBlank = text.slice(after, nextLineStart(text, after)).trim() === '';
  return [{ path, start: lineStart(text, start), end: isBlank ? nextLineStart(text, after) : after, text: '' }];
}

/** Takes one text out of a list of several that stand beside each other, with the comma that goes with it. */
export function itemRemovalOf(
  { resources }: Mapping,
  items: readonly Value[],
  index: number,
): readonly Edit[] | undefined {
  const [item, before, after] = [items[index], items[index - 1], items[index + 1]];
  if (item === undefined) return undefined;
  const { path } = item.at;
  const text = resources.stack.session.textOf(path);
  const areNeighbours = (one: Value, next: Value) =>
    one.at.path === path && next.at.path === path && /^"?\s*,\s*"?$/.test(text.slice(one.at.end, next.at.start));
  if (before !== undefined && areNeighbours(before, item)) {
    return [{ path, start: before.at.end, end: item.at.end, text: '' }];
  }
  const isFirst = before === undefined && after !== undefined && areNeighbours(item, after);
  return isFirst ? [{ path, start: item.at.start, end: after.at.start, text: '' }] : undefined;
}
