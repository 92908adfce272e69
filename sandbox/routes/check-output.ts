import type { Annotation, CheckAction, CheckRun } from '../check.js';
import { fileAt } from '../git/objects.js';
import type { Exchange } from '../server/exchange.js';
import { unprocessable } from '../server/refusal.js';

export interface CheckOutput {
  readonly title?: string;
  readonly summary: string;
  readonly text?: string;
  readonly annotations?: readonly Annotation[];
}

/** The body of creating or updating a check run. */
export interface CheckDraft {
  readonly name?: string;
  readonly head_sha?: string;
  readonly status?: string;
  readonly conclusion?: string;
  readonly external_id?: string;
  readonly details_url?: string;
  readonly started_at?: string;
  readonly completed_at?: string;
  readonly output?: CheckOutput;
  readonly actions?: readonly CheckAction[];
}

/** GitHub's own limits of an annotation: https://docs.github.com/rest/checks/runs */
const messageBytes = 64 * 1024;
const titleCharacters = 255;

function annotationProblem(annotation: Annotation): string | undefined {
  const { start_line: first, end_line: last, start_column: left, end_column: right } = annotation;
  const columns = left !== undefined || right !== undefined;
  const problems: readonly (readonly [boolean, string])[] = [
    [first < 1, 'line numbers start at 1'],
    [last < first, 'end_line is before start_line'],
    [columns && first !== last, 'columns are only supported on a single line'],
    [left !== undefined && right !== undefined && right < left, 'end_column is before start_column'],
    [annotation.message === '', 'message is blank'],
    [Buffer.byteLength(annotation.message) > messageBytes, 'message is over 64 KB'],
    [Buffer.byteLength(annotation.raw_details ?? '') > messageBytes, 'raw_details is over 64 KB'],
    [(annotation.title ?? '').length > titleCharacters, 'title is over 255 characters'],
  ];
  return problems.find(([wrong]) => wrong)?.[1];
}

/** An annotation that nobody will see is no error to GitHub; here it is noted. */
async function checkTarget(exchange: Exchange, run: CheckRun, annotation: Annotation): Promise<void> {
  const file = await fileAt(run.repository.git, run.headSha, annotation.path);
  const lines = file?.bytes.toString('utf8').replace(/\n$/, '').split('\n').length ?? 0;
  if (annotation.end_line <= lines) return;
  exchange.violation('annotation-off-file', `${annotation.path}:${annotation.end_line}, file has ${lines} lines`);
}

async function checkAnnotations(exchange: Exchange, run: CheckRun, annotations: readonly Annotation[]): Promise<void> {
  for (const annotation of annotations) {
    const problem = annotationProblem(annotation);
    if (problem !== undefined) throw unprocessable(`Invalid request.\n\n${problem}`, `annotation ${problem}`);
    await checkTarget(exchange, run, annotation);
  }
}

/** Adds what a call says to a run's output; annotations of several calls add up. How much one call may hold, the schema says. */
export async function addOutput(exchange: Exchange, run: CheckRun, output: CheckOutput): Promise<void> {
  await checkAnnotations(exchange, run, output.annotations ?? []);
  run.annotations.push(...(output.annotations ?? []));
  run.title = output.title ?? run.title;
  run.summary = output.summary;
  run.text = output.text ?? run.text;
}
