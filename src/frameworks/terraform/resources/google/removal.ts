import type { Edit, Span } from '../../../../model/span.js';
import { lineStart, nextLineStart } from '../../../../notation/geometry.js';
import type { Mapping } from '../cloud.js';

/** Takes a whole resource away, and the blank line after it. */
export function removalOf({ resources }: Mapping, { path, start, end }: Span): readonly Edit[] {
  const text = resources.stack.session.textOf(path);
  const after = nextLineStart(text, end);
  const isBlank = text.slice(after, nextLineStart(text, after)).trim() === '';
  return [{ path, start: lineStart(text, start), end: isBlank ? nextLineStart(text, after) : after, text: '' }];
}
