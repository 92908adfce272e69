/** The new lines that a comment suggests; no line at all deletes the commented ones. */
export interface Suggestion {
  readonly lines: readonly string[];
  /** False when the fence is never closed: GitHub then shows it as text. */
  readonly closed: boolean;
}

const fence = /^( {0,3})(`{3,}|~{3,})[ \t]*([^\s`]*)[ \t]*$/;

function closes(line: string, opener: string): boolean {
  const trimmed = line.trim();
  if (/^ {4}/.test(line) || trimmed.length < opener.length) return false;
  return [...trimmed].every((character) => character === opener.charAt(0));
}

/** All suggestion blocks of a comment, by the fence rules of CommonMark. */
export function parseSuggestions(body: string): readonly Suggestion[] {
  const lines = body.replace(/\r\n/g, '\n').split('\n');
  const suggestions: Suggestion[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const opening = fence.exec(lines[at] ?? '');
    if (opening === null) continue;
    const [, indent = '', opener = '', language] = opening;
    const end = lines.findIndex((line, index) => index > at && closes(line, opener));
    const inside = lines.slice(at + 1, end < 0 ? undefined : end);
    if (language === 'suggestion') {
      const unindented = inside.map((line) => line.replace(new RegExp(`^ {0,${indent.length}}`), ''));
      suggestions.push({ lines: unindented, closed: end >= 0 });
    }
    at = end < 0 ? lines.length : end;
  }
  return suggestions;
}

export interface LineRange {
  readonly first: number;
  readonly last: number;
}

export type Application = { readonly text: string } | { readonly refused: string };

/** Replaces whole lines of a file and keeps its line ends and a missing last one, as GitHub's button does. */
export function applyToText(text: string, range: LineRange, suggestion: Suggestion): Application {
  const parts = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  if (range.last > parts.length) return { refused: 'The lines are past the end of the file.' };
  const replaced = parts.slice(range.first - 1, range.last);
  const lineEnd = replaced[0]?.endsWith('\r\n') === true ? '\r\n' : '\n';
  const lastIsOpen = replaced.at(-1)?.endsWith('\n') === false;
  const fresh = suggestion.lines.map((line, index) =>
    index === suggestion.lines.length - 1 && lastIsOpen ? line : line + lineEnd,
  );
  if (fresh.join('') === replaced.join('')) return { refused: 'The suggestion changes nothing.' };
  return { text: [...parts.slice(0, range.first - 1), ...fresh, ...parts.slice(range.last)].join('') };
}
