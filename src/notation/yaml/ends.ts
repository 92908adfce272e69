/**
 * Where a node's own text ends in `[start, stop)`: with its last character that is not white space; a text that keeps its
 * empty lines (`|+`) ends with those.
 */
export function textEnd(text: string, start: number, stop: number): number {
  let end = stop;
  const breaks = /^[|>]\d?\+/.test(text.slice(start, start + 3)) ? 1 : Number.POSITIVE_INFINITY;
  for (let kept = 0; kept < breaks && end > start && isSpace(text.charCodeAt(end - 1)); end -= 1) {
    if (text[end - 1] === '\n') kept += 1;
  }
  return end > start && text[end - 1] === '\r' ? end - 1 : end;
}

/** True for a space and a tab, by character code. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

/** True for blanks and line breaks, by character code. */
function isSpace(code: number): boolean {
  return code === 10 || code === 13 || isBlank(code);
}

/** The first place from `start` on that is neither white space nor part of a comment. */
export function skipSpace(text: string, start: number): number {
  let at = start;
  for (;;) {
    while (at < text.length && isSpace(text.charCodeAt(at))) at += 1;
    if (text[at] !== '#') return at;
    const next = text.indexOf('\n', at);
    at = next === -1 ? text.length : next;
  }
}
