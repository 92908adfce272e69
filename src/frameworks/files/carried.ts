import type { Files } from '../../model/files.js';
import { globOf, isFrugal } from '../../model/glob.js';
import { mostCarried, unneededIn } from '../../model/unneeded.js';

/** Files below a folder that no code needs and that its ignore file does not leave out; none where that cannot be told. */
export function carriedBeside(files: Files, folder: string, ignoreFile: string): readonly string[] {
  const found = unneededIn(files.list(), folder);
  if (found.length === 0) return found;
  const path = folder === '' ? ignoreFile : `${folder}/${ignoreFile}`;
  const isThere = files.list().includes(path);
  const text = isThere ? files.read(path) : '';
  const patterns = text === undefined ? undefined : patternsIn(text);
  if (patterns === undefined) return [];
  const tests = patterns.map((pattern) => globOf(pattern));
  return found.filter((file) => !tests.some((test) => test(file))).slice(0, mostCarried);
}

/** More lines, and longer ones, are not followed. */
const mostLines = 500;
const longest = 200;

/** Patterns in the form of `.gitignore`; undefined where one takes something back, or is not followed. */
function patternsIn(text: string): readonly string[] | undefined {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const isStrange = (line: string) => line.startsWith('!') || line.length > longest || !isFrugal(line);
  if (lines.length > mostLines || lines.some(isStrange)) return undefined;
  return lines.flatMap((line) => {
    const plain = line.replace(/^\/|\/$/g, '');
    const anywhere = line.slice(0, -1).includes('/') ? plain : `**/${plain}`;
    return [anywhere, `${anywhere}/**`];
  });
}
