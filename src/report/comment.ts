import type { Placed } from '../findings/finding.js';
import type { Sources } from '../findings/sources.js';
import type { Topic } from '../topics/topic.js';
import { acceptance } from './acceptance.js';
import { fingerprintMarker } from './fingerprint-marker.js';
import { count, fenced, joinWithin, prose } from './markdown.js';
import { diagramOf, type Path } from './picture.js';
import { adviceOf, diffOf, editedFile, noteOf, remedyOf } from './problem.js';
import { factsOf, headingOf, leadsOf, placeIn } from './telling.js';
import type { Words } from './words.js';

/** Bytes of each part of a comment that can be long: with the others it stays below GitHub's 65,536. */
const longestPart = 15_000;
/** Bytes of the diffs of fixes that stand on other lines. */
const longestDiffs = 10_000;

/** The body of a review comment: what is true, what that means, what to change, when to leave it, and the hidden marker. */
export function renderComment(topic: Topic, words: Words, texts: Sources, path?: Path): string {
  const [lead] = topic.findings;
  const about = words(lead.policy);
  return [
    headingOf(topic, words),
    ...factsOf(topic, words, longestPart),
    ...(about === undefined ? [] : [prose(about.why)]),
    ...(path === undefined ? [] : [diagramOf(path)]),
    ...suggestionOf(topic),
    ...besideOf(topic, texts),
    ...notesOf(topic),
    ...leadFixing(topic, words),
    ...leftOf(topic, words),
    acceptance(topic, words),
    fingerprintMarker(topic.findings),
  ].join('\n\n');
}

function suggestionOf({ replacement }: Topic): readonly string[] {
  if (replacement === undefined) return [];
  return [fenced(replacement.lines.map((line) => `${line}\n`).join(''), 'suggestion')];
}

/** The edits that no suggestion can make from here, as one diff a file. */
function besideOf({ replacement, beside, path }: Topic, texts: Sources): readonly string[] {
  const byFile = new Map<string, Placed[]>();
  for (const finding of beside) {
    const file = editedFile(finding);
    byFile.set(file, [...(byFile.get(file) ?? []), finding]);
  }
  const blocks = [...byFile].flatMap(([file, findings]) => {
    const diff = diffOf(findings, texts);
    return diff === undefined ? [] : [fenced(file === path ? diff : `${file}\n${diff}`, 'diff')];
  });
  if (blocks.length === 0) return [];
  const shown = joinWithin(blocks, longestDiffs, (left) => `The edits of ${count(left, 'more file')} are left out.`);
  return replacement === undefined ? [shown] : ['The rest of the same edit:', shown];
}

/** What the edits bring with them. */
function notesOf({ fixed, beside }: Topic): readonly string[] {
  return [...new Set([...fixed, ...beside].flatMap(noteOf))];
}

/** What to do about the lead where no edit is shown for it: in words, or as an example. */
function leadFixing(topic: Topic, words: Words): readonly string[] {
  const open = leadsOf(topic).filter((finding) => !topic.fixed.has(finding) && !topic.beside.has(finding));
  const [first] = open;
  if (first === undefined) return [];
  const told = open.slice(0, mostAdvised).flatMap((finding) => adviceOf(finding));
  return [...new Set([...remedyOf(first, words, told), ...told])];
}

/** Findings of one policy whose own advice is repeated. */
const mostAdvised = 4;

/** Parts of a sum that are left after the edits: named here, so that nothing is new when it is told by itself. */
function leftOf({ left, findings: [lead, ...others] }: Topic, words: Words): readonly string[] {
  const told = new Set([lead, ...others].map(({ fingerprint }) => fingerprint));
  const parts = left.filter(({ fingerprint }) => !told.has(fingerprint));
  if (parts.length === 0) return [];
  const lines = parts.slice(0, mostLeft).map((part) => {
    const remedy = words(part.policy)?.remedy ?? '';
    return `- ${prose(part.message.replace(/\.$/, ''))} (${placeIn(part, lead)}). ${prose(remedy)}`.trim();
  });
  const more = parts.length > mostLeft ? [`- and ${parts.length - mostLeft} more`] : [];
  return [`After this edit remains:\n\n${[...lines, ...more].join('\n')}`];
}

const mostLeft = 6;
