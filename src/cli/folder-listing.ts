import type { Dirent } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Notice } from '../findings/notice.js';
import { decodeText, largestFile } from '../pull-request/text.js';
import { isSilent } from '../stacks/relevance.js';
import { CannotRun, reasonOf } from './cannot-run.js';

/** Every file below a folder. Links are not followed. */
export async function listFiles(root: string, notices: Notice[]): Promise<readonly string[]> {
  const found: string[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of await listFolder(root, folder, notices)) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !isSilent(`${path}/`)) folders.push(path);
      if (entry.isFile()) found.push(path.split(sep).join('/'));
    }
  }
  return found.sort();
}

/** What is in a folder. One that may not be listed is told; without the first there is nothing to do. */
async function listFolder(root: string, folder: string, notices: Notice[]): Promise<readonly Dirent[]> {
  try {
    return await readdir(join(root, folder), { withFileTypes: true });
  } catch (error) {
    if (folder === '') throw new CannotRun(`${root} cannot be listed: ${reasonOf(error)}.`);
    notices.push({ path: `${folder}/`, message: `The folder cannot be listed: ${reasonOf(error)}.`, kind: 'unread' });
    return [];
  }
}

/** The texts of files of the host; what cannot be read is told. */
export async function readFiles(
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
  const about = await lstat(file).catch(() => undefined);
  if (!about?.isFile()) return undefined;
  if (about.size > largestFile(path))
    return { path, message: 'The file is too large and was not read.', kind: 'unread' };
  const bytes = await readFile(file).catch(reasonOf);
  if (typeof bytes === 'string') return { path, message: `The file cannot be read: ${bytes}.`, kind: 'unread' };
  return decodeText(path, bytes);
}
