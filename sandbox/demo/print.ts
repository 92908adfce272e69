import pc from 'picocolors';
import type { CheckRun } from '../check.js';
import { linesOf } from '../page/thread.js';
import { parseSuggestions } from '../places/suggestion.js';
import type { Sandbox } from '../sandbox.js';
import type { Pull, ReviewComment } from '../world.js';

/** What Markdown would show of a line, without its signs. */
function plain(line: string): string {
  return line
    .replace(/&#\d+;|\*\*|`/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

function suggestionLines(comment: ReviewComment): readonly string[] {
  const suggestion = parseSuggestions(comment.body)[0];
  if (suggestion === undefined) return [];
  if (suggestion.lines.length === 0) return [pc.red('    - suggests to remove it')];
  return suggestion.lines.map((line) => pc.green(`    + ${line}`));
}

function commentLines(comment: ReviewComment): readonly string[] {
  const [title = '', , message = ''] = comment.body.split('\n');
  return [
    `  ${pc.cyan(comment.path)}, ${linesOf(comment.place ?? comment.original)}`,
    `    ${pc.bold(plain(title))}`,
    `    ${plain(message)}`,
    ...suggestionLines(comment),
    '',
  ];
}

/** What the check tells of problems that have no comment. */
function detailLines(text: string): readonly string[] {
  const told = text.split('<details>')[0] ?? '';
  const problems = told.matchAll(/^\*\*(.+)\*\*, \[`(.+?)`\].*\n\n(.+)$/gm);
  return [...problems].flatMap(([, title = '', place = '', message = '']) => [
    `  ${pc.cyan(place)}`,
    `    ${pc.bold(plain(title))}`,
    `    ${plain(message)}`,
    '',
  ]);
}

/** A finished review, in words: the check, and every comment of this push at its place. */
export function reviewText(sandbox: Sandbox, pull: Pull, run: CheckRun): string {
  const comments = sandbox.comments(pull).filter(({ originalCommit }) => originalCommit === run.headSha);
  const color = run.conclusion === 'success' ? pc.green : run.conclusion === 'failure' ? pc.red : pc.yellow;
  const annotations = run.annotations.map(
    ({ path, start_line: line, title, message }) =>
      `  ${pc.cyan(`${path}:${line}`)} ${title ?? ''}\n    ${message.split('\n')[0] ?? ''}\n`,
  );
  const details = detailLines(run.text ?? '');
  return [
    '',
    `${color(`${run.name}: ${run.conclusion ?? ''}`)}  ${run.title ?? ''}`,
    '',
    ...comments.flatMap(commentLines),
    ...annotations,
    ...(details.length > 0 ? ['  In the check only:', '', ...details] : []),
  ].join('\n');
}
