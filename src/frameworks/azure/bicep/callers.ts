import type { Files } from '../../../model/files.js';
import { localPath } from '../../../model/local-path.js';
import { folderOf } from '../../../model/path.js';

/** More files than this are not looked through for calls. */
const mostFiles = 300;

const call = /^[ \t]*module\s+\w+\s+'([^'\n]{1,300})'/gm;

/** Whether a file starts a stack: a file that another one calls belongs to its caller's. */
export function startsStack(path: string, files: Files): boolean {
  return files.read(path) !== undefined && callersOf(path, files).length === 0;
}

/** The files that call a file as their module. */
export function callersOf(entry: string, files: Files): readonly string[] {
  const others = files.list().filter((path) => path.endsWith('.bicep') && path !== entry);
  return others.slice(0, mostFiles).filter((path) => calls(files.read(path) ?? '', folderOf(path), entry));
}

function calls(text: string, from: string, entry: string): boolean {
  for (const [, written = ''] of text.matchAll(call)) {
    const found = localPath(from, written);
    if (typeof found === 'object' && found.path === entry) return true;
  }
  return false;
}
