import { commentsIn } from '../../notation/comments/comments.js';
import type { Silence } from '../component.js';
import { silences } from './silences.data.js';

/** A cheap look before comments are read. */
const mayBe = /nosec|NOSONAR|nosem|checkov:skip|deepcode|codeql|lgtm|eslint-disable|biome-ignore|noqa|pylint/i;

/** The comments of a source file that silence an analyser of code. */
export function silencesIn(path: string, text: string): readonly Silence[] {
  if (!mayBe.test(text)) return [];
  return commentsIn(path, text).flatMap(({ start, end }) => {
    const comment = text.slice(start, Math.min(end, start + longest)).trim();
    const name = silences.find(({ says }) => says.test(comment))?.name;
    return name === undefined ? [] : [{ name, at: { path, start, end }, line: lineAt(text, start, end) }];
  });
}

const longest = 1000;

function lineAt(text: string, start: number, end: number): string {
  const from = text.lastIndexOf('\n', start) + 1;
  const next = text.indexOf('\n', end);
  return text.slice(Math.max(from, start - longest), next === -1 ? end : Math.min(next, end + longest)).trim();
}
