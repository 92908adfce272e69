import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Notice } from '../findings/notice.js';
import { decodeText, largestFile } from '../pull-request/text.js';
import { isSilent } from '../stacks/relevance.js';

/** A folder of the host as a tree of texts. Links are not followed. */
export interface Folder {
  readonly root: string;
  readonly paths: readonly string[];
  readonly read: (paths: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly unread: () => readonly Notice[];
}

/** Lists a folder; a single file counts as a folder with nothing else in it. */
export async function openFolder(path: string): Promise<Folder> {
  const single = (await stat(path)).isFile();
  const root = single ? join(path, '..') : path;
  const paths = single ? [relative(root, path)] : await listFiles(root);
  const notices: Notice[] = [];
  return { root, paths, read: (wanted) => readFiles(root, wanted, notices), unread: () => notices };
}

async function listFiles(root: string): Promise<readonly string[]> {
  const found: string[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !isSilent(`${path}/`)) folders.push(path);
      if (entry.isFile()) found.push(path.split(sep).join('/'));
    }
  }
  return found.sort();
}

async function readFiles(
  root: string,
  paths: readonly string[],
  notices: Notice[],
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const path of paths) {
    const read = await readOne(join(root, path), path);
    if (typeof read === 'string') texts.set(path, read);
    else if (read !== undefined) notices.push(read);
  }
  return texts;
}

async function readOne(file: string, path: string): Promise<string | Notice | undefined> {
  const about = await lstat(file);
  if (!about.isFile()) return undefined;
  if (about.size > largestFile(path))
    return { path, message: 'The file is too large and was not read.', kind: 'unread' };
  return decodeText(path, await readFile(file));
}
