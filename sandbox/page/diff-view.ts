import type { ChangedFile } from '../git/diff.js';
import { type Hunk, type HunkLine, parseHunks } from '../places/hunks.js';
import type { Place } from '../places/place.js';
import type { Thread } from '../world.js';
import { type Html, html, joined } from './html.js';
import { outdatedView, type ThreadContext, threadView } from './thread.js';

const kinds = { '+': 'added', '-': 'deleted', ' ': 'kept' } as const;
const words = { '+': 'added', '-': 'deleted', ' ': 'unchanged' } as const;

function placeOf(thread: Thread): Place | undefined {
  return thread.comments[0]?.place;
}

function standsAt(place: Place | undefined, line: HunkLine): boolean {
  if (place === undefined) return false;
  return place.side === 'LEFT' ? place.line === line.before : place.line === line.after && line.sign !== '-';
}

function covers(place: Place | undefined, line: HunkLine): boolean {
  if (place === undefined) return false;
  const number = place.side === 'LEFT' ? line.before : line.sign === '-' ? undefined : line.after;
  return number !== undefined && number >= (place.startLine ?? place.line) && number <= place.line;
}

function lineRow(line: HunkLine, threads: readonly Thread[], context: ThreadContext): Html {
  const commented = threads.some((thread) => thread.resolvedBy === undefined && covers(placeOf(thread), line));
  const kind = kinds[line.sign];
  return html`<tr class="${kind}${commented ? ' commented' : ''}" id="file-${context.file}-${line.after === undefined ? 'L' : 'R'}${line.after ?? line.before}">
    <td class="number">${line.before}</td><td class="number">${line.after}</td>
    <td class="sign"><span aria-hidden="true">${line.sign}</span><span class="unseen">${words[line.sign]}</span></td>
    <td class="text"><code>${line.text}</code></td>
  </tr>`;
}

function withThreads(line: HunkLine, threads: readonly Thread[], context: ThreadContext): Html {
  const here = threads.filter((thread) => standsAt(placeOf(thread), line));
  const views = here.map((thread) => threadView(thread, context));
  const row = lineRow(line, threads, context);
  return here.length === 0 ? row : html`${row}<tr class="talk"><td colspan="4">${joined(views)}</td></tr>`;
}

function hunkRows(hunk: Hunk, threads: readonly Thread[], context: ThreadContext): Html {
  const rows = hunk.lines.map((line) => withThreads(line, threads, context));
  return html`<tr class="hunk"><td colspan="4"><code>${hunk.header}</code></td></tr>${joined(rows)}`;
}

/** One changed file: its hunks, and the conversations at their lines. */
export function fileView(file: ChangedFile, threads: readonly Thread[], context: ThreadContext): Html {
  const rows = parseHunks(file.patch).map((hunk) => hunkRows(hunk, threads, context));
  const gone = threads.filter((thread) => placeOf(thread) === undefined);
  return html`<section class="file" aria-labelledby="file-${context.file}">
    <header><h3 id="file-${context.file}">${file.filename}</h3>
      <span class="counts"><span class="plus">+${file.additions}</span> <span class="minus">−${file.deletions}</span></span>
    </header>
    <div class="scroll"><table class="diff" data-path="${file.filename}"><tbody>${joined(rows)}</tbody></table></div>
    ${outdatedView(gone, context)}
  </section>`;
}
