import { readFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Found } from '../findings/finding.js';
import { CannotRun, reasonOf } from './cannot-run.js';

/** The files that a list names, one a line or ended by NUL; `-` is the standard input. Relative to the present folder. */
export async function readFileList(from: string): Promise<readonly string[]> {
  const listed = await (from === '-' ? text(process.stdin) : readFile(from, 'utf8')).catch((error: unknown) => {
    throw new CannotRun(`The list ${from} cannot be read: ${reasonOf(error)}; check --files-from.`);
  });
  return listed
    .split(listed.includes('\0') ? '\0' : /\r?\n/)
    .map((line) => line.replace(/^\.\//, ''))
    .filter((line) => line !== '');
}

/** The listed files as paths below a root. What lies elsewhere is of no interest. */
export function below(root: string, files: readonly string[]): ReadonlySet<string> {
  const paths = files.map((file) => relative(resolve(root), resolve(file)).split(sep).join('/'));
  return new Set(paths.filter((path) => path !== '' && !path.startsWith('../')));
}

/** True if one of these files decides about a finding: it stands there, its value comes from there, or its stack starts there. */
export function isIn(files: ReadonlySet<string>): (finding: Found) => boolean {
  return ({ at, stack, origin, related = [] }) =>
    [at.path, stack, ...(origin === undefined ? [] : [origin.at.path]), ...related.map((one) => one.at.path)].some(
      (path) => files.has(path),
    );
}
