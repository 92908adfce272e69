import type { Files } from '../framework.js';
import { folderOf, localPath } from '../reading/local-path.js';
import { isConfiguration } from './evaluate/loading.js';

/** More files than this are not looked through for calls. */
const mostFiles = 400;

const localSource = /\bsource["\s]{0,20}[=:]\s{0,20}"(\.{1,2}\/[^"\n]{0,200})"/g;

/** Whether a module of the repository calls the one in this folder, so that it belongs to its caller's stack. */
export function isCalled(folder: string, files: Files): boolean {
  const others = files.list().filter((path) => isConfiguration(path) && folderOf(path) !== folder);
  return others.slice(0, mostFiles).some((path) => calls(files.read(path) ?? '', folderOf(path), folder));
}

function calls(text: string, from: string, folder: string): boolean {
  for (const [, source = ''] of text.matchAll(localSource)) {
    const found = localPath(from, source);
    if (typeof found === 'object' && found.path === folder) return true;
  }
  return false;
}
