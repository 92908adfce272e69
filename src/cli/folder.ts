import { stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { Notice } from '../findings/notice.js';
import { CannotRun } from './cannot-run.js';
import { listFiles, readFiles } from './folder-listing.js';

/** A folder of the host as a tree of texts. Links are not followed. */
export interface Folder {
  readonly root: string;
  readonly paths: readonly string[];
  readonly read: (paths: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly unread: () => readonly Notice[];
}

interface Listed {
  readonly root: string;
  readonly paths: readonly string[];
  readonly notices: readonly Notice[];
}

/** Lists what is given. Of several folders and files the tree is that of the folder they share, with nothing else in it. */
export async function openFolder(given: readonly string[]): Promise<Folder> {
  const listed = await Promise.all(given.map(listOne));
  const [first] = listed;
  const root = first !== undefined && listed.length === 1 ? first.root : sharedFolder(listed.map((one) => one.root));
  const notices = listed.flatMap((one) =>
    one.notices.map((notice) => ({ ...notice, path: under(root, one, notice.path) })),
  );
  const paths = listed.flatMap((one) => one.paths.map((path) => under(root, one, path)));
  return {
    root,
    paths: [...new Set(paths)].sort(),
    read: (wanted) => readFiles(root, wanted, notices),
    unread: () => notices,
  };
}

/** A folder with what is below it; a single file counts as a folder with nothing else in it. */
async function listOne(path: string): Promise<Listed> {
  const about = await stat(path).catch(() => {
    throw new CannotRun(`There is no ${path}; give a folder or file that exists.`);
  });
  if (about.isFile()) return { root: join(path, '..'), paths: [relative(join(path, '..'), path)], notices: [] };
  const notices: Notice[] = [];
  return { root: path, paths: await listFiles(path, notices), notices };
}

/** The path of a listed file from another folder above. */
function under(root: string, { root: own }: Listed, path: string): string {
  const prefix = relative(resolve(root), resolve(own)).split(sep).join('/');
  return prefix === '' ? path : `${prefix}/${path}`;
}

/** The innermost folder that holds all. */
function sharedFolder(roots: readonly string[]): string {
  const [first = [], ...others] = roots.map((root) => resolve(root).split(sep));
  const ends = first.findIndex((name, depth) => others.some((other) => other[depth] !== name));
  return first.slice(0, ends === -1 ? first.length : ends).join(sep) || sep;
}
