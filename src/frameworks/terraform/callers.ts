import type { Files } from '../../model/files.js';
import { localPath } from '../../model/local-path.js';
import { folderOf } from '../../model/path.js';
import { isConfiguration } from './recognition.js';

/** More files than this are not looked through for calls. */
const mostFiles = 400;

const localSource = /\bsource["\s]{0,20}[=:]\s{0,20}"(\.{1,2}\/[^"\n]{0,200})"/g;

/** Folders that are called as modules, once for each set of files that is all at hand. */
const remembered = new WeakMap<Files, ReadonlySet<string>>();

/** Whether a module of the repository calls the one in this folder, so that it belongs to its caller's stack. */
export function isCalled(folder: string, files: Files): boolean {
  return (remembered.get(files) ?? calledFolders(files)).has(folder);
}

function calledFolders(files: Files): ReadonlySet<string> {
  const called = new Set<string>();
  let isWhole = true;
  for (const path of files.list().filter(isConfiguration).slice(0, mostFiles)) {
    const text = files.read(path);
    if (text === undefined) isWhole = false;
    else if (text.includes('module')) addCalls(text, folderOf(path), called);
  }
  if (isWhole) remembered.set(files, called);
  return called;
}

/** A folder that names itself is no call of it. */
function addCalls(text: string, from: string, called: Set<string>): void {
  for (const [, source = ''] of text.matchAll(localSource)) {
    const found = localPath(from, source);
    if (typeof found === 'object' && found.path !== from) called.add(found.path);
  }
}
