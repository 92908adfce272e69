import type { Place } from '../places/place.js';
import type { ReviewComment, Thread } from '../world.js';
import { type Html, html, joined } from './html.js';
import { markdown, type SuggestionView } from './markdown.js';

/** What a thread's view needs to know beside the thread. */
export interface ThreadContext {
  /** The head's text of the file, in lines. */
  readonly lines: readonly string[];
  readonly file: number;
}

export function linesOf(place: Place): string {
  const side = place.side === 'LEFT' ? 'deleted line' : 'line';
  return place.startLine === null ? `${side} ${place.line}` : `${side}s ${place.startLine}–${place.line}`;
}

function changedLine(kind: 'added' | 'deleted', sign: string, line: string): Html {
  return html`<tr class="${kind}"><td class="sign" aria-hidden="true">${sign}</td><td class="text"><code>${line}</code></td></tr>`;
}

function button(comment: ReviewComment): Html {
  const open = comment.place !== undefined && comment.thread.resolvedBy === undefined;
  if (!open) return html`<p class="note">This suggestion is outdated.</p>`;
  return html`<form method="post" action="/suggestions/${comment.id}"><button class="primary">Commit suggestion</button></form>`;
}

/** A suggestion as GitHub shows it: the lines it replaces, the lines it brings, and the button. */
function suggestionOf(comment: ReviewComment, context: ThreadContext): SuggestionView {
  const { place } = comment;
  const first = place?.startLine ?? place?.line ?? 0;
  const replaced = place === undefined ? [] : context.lines.slice(first - 1, place.line);
  return (lines) => html`<div class="suggestion">
    <div class="suggestion-title">Suggested change</div>
    <table class="lines"><tbody>
      ${joined(replaced.map((line) => changedLine('deleted', '−', line)))}
      ${joined(lines.map((line) => changedLine('added', '+', line)))}
    </tbody></table>
    ${button(comment)}
  </div>`;
}

function authorOf(comment: ReviewComment): Html {
  const name = comment.user.login.replace(/\[bot\]$/, '');
  const badge = comment.user.type === 'Bot' ? html` <span class="badge">bot</span>` : undefined;
  const letter = name.slice(0, 1).toUpperCase();
  return html`<span class="avatar" aria-hidden="true">${letter}</span> <strong>${name}</strong>${badge}`;
}

function commentCard(comment: ReviewComment, context: ThreadContext): Html {
  const where = linesOf(comment.place ?? comment.original);
  return html`<article class="comment" id="comment-${comment.id}" data-line="${comment.place?.line}" data-side="${comment.original.side}">
    <header>${authorOf(comment)} <span class="where">commented on ${where}</span></header>
    <div class="body">${markdown(comment.body, suggestionOf(comment, context))}</div>
  </article>`;
}

/** A conversation at its line; folded when it is over. */
export function threadView(thread: Thread, context: ThreadContext): Html {
  const cards = joined(thread.comments.map((comment) => commentCard(comment, context)));
  const { resolvedBy } = thread;
  if (resolvedBy === undefined) return html`<div class="thread">${cards}</div>`;
  const title = html`Resolved by ${resolvedBy.login}: ${titleOf(thread)}`;
  return html`<details class="thread resolved"><summary>${title}</summary>${cards}</details>`;
}

function titleOf(thread: Thread): string {
  return (thread.comments[0]?.body ?? '').split('\n')[0]?.replace(/[*`\\]/g, '') ?? '';
}

/** Conversations whose lines are gone. */
export function outdatedView(threads: readonly Thread[], context: ThreadContext): Html | undefined {
  if (threads.length === 0) return undefined;
  const count = `${threads.length} outdated ${threads.length === 1 ? 'conversation' : 'conversations'}`;
  const views = threads.map((thread) => threadView({ ...thread, resolvedBy: undefined }, context));
  return html`<details class="outdated"><summary>${count}</summary>${joined(views)}</details>`;
}
