import type { Git } from './git.js';

export type FileStatus = 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed';

/** One changed file, as GitHub lists it. A binary file, and one whose diff is too large, has no patch. */
export interface ChangedFile {
  readonly filename: string;
  readonly previous?: string;
  readonly status: FileStatus;
  readonly sha: string;
  readonly additions: number;
  readonly deletions: number;
  readonly patch?: string;
}

const command = ['-c', 'core.quotepath=false', '-c', 'diff.renames=true', '-c', 'diff.renameLimit=3000', 'diff'];
const flags = ['--no-color', '--no-ext-diff', '--no-textconv', '-M', '--full-index', '--no-abbrev'];
const statuses = new Map<string, FileStatus>([
  ['A', 'added'],
  ['D', 'removed'],
  ['M', 'modified'],
  ['R', 'renamed'],
  ['C', 'copied'],
  ['T', 'changed'],
]);

export async function diffText(git: Git, from: string, to: string): Promise<string> {
  return git.text([...command, ...flags, from, to]);
}

type Named = Pick<ChangedFile, 'filename' | 'previous' | 'status' | 'sha'>;

function parseNames(raw: string): readonly Named[] {
  const fields = raw.split('\0')[Symbol.iterator]();
  const next = () => fields.next().value ?? '';
  const named: Named[] = [];
  for (let meta = next(); meta !== ''; meta = next()) {
    const [, , from = '', to = '', letter = 'M'] = meta.slice(1).split(' ');
    const status = statuses.get(letter.charAt(0)) ?? 'modified';
    const first = next();
    const sha = status === 'removed' ? from : to;
    if (status !== 'renamed' && status !== 'copied') named.push({ filename: first, status, sha });
    else named.push({ previous: first, filename: next(), status, sha });
  }
  return named;
}

function count(patch: string, sign: string): number {
  return patch.split('\n').filter((line) => line.startsWith(sign)).length;
}

function withPatch(named: Named, block: string): ChangedFile {
  const at = block.search(/^@@ /m);
  if (at < 0) return { ...named, additions: 0, deletions: 0 };
  const patch = block.slice(at).replace(/\n$/, '');
  return { ...named, additions: count(patch, '+'), deletions: count(patch, '-'), patch };
}

function filesIn(printed: string): readonly ChangedFile[] {
  const patches = printed.indexOf('\0\0');
  const names = parseNames(patches < 0 ? printed : printed.slice(0, patches + 1));
  const blocks = patches < 0 ? [] : printed.slice(patches + 2).split(/^(?=diff --git )/m);
  let next = 0;
  return names.map((named) => {
    const taken = named.status === 'changed' ? 2 : 1;
    const block = blocks.slice(next, next + taken).find((text) => /^@@ /m.test(text)) ?? '';
    next += taken;
    return withPatch(named, block);
  });
}

/** The files that differ between two commits, each with its patch. */
export function changedFiles(git: Git, from: string, to: string): Promise<readonly ChangedFile[]> {
  const args = [...command, ...flags, '--raw', '-z', '--patch', from, to];
  return git.remember(`diff ${from} ${to}`, async () => filesIn(await git.text(args)));
}
