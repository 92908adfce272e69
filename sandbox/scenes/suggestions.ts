import { fileAt } from '../git/objects.js';
import { applyToText, parseSuggestions } from '../places/suggestion.js';
import type { ReviewComment, World } from '../world.js';
import { accountNamed } from './identity.js';
import { push } from './pushes.js';

export type Applied = { readonly commit: string } | { readonly refused: string };

/** Why GitHub shows no button, or a dead one, under a comment's suggestion. */
function obstacle(comment: ReviewComment): string | undefined {
  if (comment.pull.state !== 'open') return 'Suggestions cannot be applied while the pull request is closed.';
  if (comment.thread.resolvedBy !== undefined) return 'The suggestion was applied or marked resolved.';
  if (comment.place === undefined) return 'Outdated suggestions cannot be applied.';
  const { side, startSide } = comment.place;
  return side === 'LEFT' || startSide === 'LEFT' ? 'Suggestions on deleted lines are not supported.' : undefined;
}

/** Commits a comment's first suggestion to the head branch, by GitHub's rules, and sends `synchronize`. */
export async function applySuggestion(world: World, comment: ReviewComment): Promise<Applied> {
  const refused = obstacle(comment);
  if (refused !== undefined || comment.place === undefined) return { refused: refused ?? 'There is no place.' };
  const suggestion = parseSuggestions(comment.body).find(({ closed }) => closed);
  if (suggestion === undefined) return { refused: 'The comment suggests nothing.' };
  const { pull, path, place } = comment;
  const file = await fileAt(pull.headRepository.git, pull.headSha, path);
  if (file === undefined) return { refused: 'The file is not in the head commit.' };
  const range = { first: place.startLine ?? place.line, last: place.line };
  const applied = applyToText(file.bytes.toString('utf8'), range, suggestion);
  if ('refused' in applied) return applied;
  const by = accountNamed(world, 'dev');
  comment.thread.resolvedBy = by;
  const files = { [path]: applied.text };
  const message = `Update ${path}`;
  const { after } = await push(world, pull.headRepository, { branch: pull.headBranch, files, by, message });
  return { commit: after };
}
