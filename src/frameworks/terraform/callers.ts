import type { Files } from '../../model/files.js';
import { localPath } from '../../model/local-path.js';
import { folderOf } from '../../model/path.js';
import { isConfiguration } from './recognition.js';

/** More files than this are not looked through for calls. */
const mostFiles = 400;

const localSource = /\bsource["\s]{0,20}[=:]\s{0,20}"(\.{1,2}\/[^"\n]{0,200})"/g;

/** Callers by the folders that they call as modules. */
type Callers = ReadonlyMap<string, ReadonlySet<string>>;

/** Once for each set of files that is all at hand. */
const remembered = new WeakMap<Files, Callers>();

/** The folders of the repository that call the module in this one, so that it belongs to their stacks. */
export function callersOf(folder: string, files: Files): readonly string[] {
  return [...((remembered.get(files) ?? callersAmong(files)).get(folder) ?? [])];
}

function callersAmong(files: Files): Callers {
  const called = new Map<string, Set<string>>();
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
function addCalls(text: string, from: string, called: Map<string, Set<string>>): void {
  for (const [, source = ''] of text.matchAll(localSource)) {
    const found = localPath(from, source);
    if (typeof found !== 'object' || found.path === from) continue;
    called.set(found.path, (called.get(found.path) ?? new Set()).add(from));
  }
}
