import { type Misplacement, type Place, placeComment, type Side } from '../places/place.js';
import { parseSuggestions } from '../places/suggestion.js';
import type { Exchange } from '../server/exchange.js';
import { unprocessable } from '../server/refusal.js';
import type { Pull } from '../world.js';

/** A review comment as an app writes it. */
export interface CommentDraft {
  readonly path: string;
  readonly body: string;
  readonly line?: number;
  readonly side?: Side;
  readonly start_line?: number;
  readonly start_side?: Side;
}

export interface PlacedDraft {
  readonly draft: CommentDraft;
  readonly place: Place;
}

const reasons: Readonly<Record<Misplacement, string>> = {
  path: 'Path could not be resolved',
  line: 'Line could not be resolved',
  start: 'Pull request review thread start line must be part of the same hunk as the line.',
  order: 'Pull request review thread start line must precede the end line.',
};

/** Refuses a text that is blank or longer than GitHub stores. */
export function checkBody(exchange: Exchange, body: string): void {
  if (body.trim() === '') throw unprocessable('Unprocessable Entity', 'blank-comment', ['Body cannot be blank']);
  const most = exchange.world.limits.commentCharacters;
  if (body.length <= most) return;
  const message = `body is too long (maximum is ${most} characters)`;
  throw unprocessable('Validation Failed', 'comment-too-long', [message]);
}

function refuse(draft: CommentDraft, misplaced: Misplacement): Error {
  const at = `${draft.path}:${draft.start_line ?? draft.line ?? ''}-${draft.line ?? ''}`;
  return unprocessable('Unprocessable Entity', `comment-outside-diff ${at}`, [reasons[misplaced]]);
}

function checkSuggestions(exchange: Exchange, draft: CommentDraft, place: Place): void {
  const suggestions = parseSuggestions(draft.body);
  const at = `${draft.path}:${place.line}`;
  if (suggestions.some(({ closed }) => !closed)) exchange.violation('suggestion-not-closed', at);
  if (suggestions.length > 1) exchange.violation('several-suggestions', at);
  if (suggestions.length > 0 && place.side === 'LEFT') exchange.violation('suggestion-on-deleted-line', at);
}

/** Places a draft in the pull request's diff, or refuses it as GitHub does. */
export function placeDraft(exchange: Exchange, pull: Pull, draft: CommentDraft): PlacedDraft {
  checkBody(exchange, draft.body);
  const file = pull.files.find(({ filename }) => filename === draft.path);
  if (file === undefined) throw refuse(draft, 'path');
  const { line, side, start_line: startLine, start_side: startSide } = draft;
  const placement = placeComment(file.patch, { line, side, startLine, startSide });
  if ('misplaced' in placement) throw refuse(draft, placement.misplaced);
  checkSuggestions(exchange, draft, placement.place);
  return { draft, place: placement.place };
}
