import type { OpenFaasStack } from '../../clouds/kubernetes/openfaas/openfaas-stack.js';
import type { Notice } from '../../findings/notice.js';
import type { Files } from '../../model/files.js';
import { localPath } from '../../model/local-path.js';
import { folderOf } from '../../model/path.js';
import { itemsOf, type MapEntry, textOf, type Value, valueAt } from '../../model/value.js';
import { lineAt } from '../../notation/source.js';
import { openTextFiles } from '../files/text-files.js';
import { looksLikeStackFile } from './recognition.js';
import { substituted } from './shell-variables.js';

/** A stack file, with the files of variables that its functions name. */
export interface StackFile extends OpenFaasStack {
  /** Functions may exist that could not be read. */
  readonly open: boolean;
  readonly paths: readonly string[];
  readonly notices: readonly Notice[];
}

/** Reads a stack file; undefined if the file is none. */
export function readStackFile(path: string, files: Files): StackFile | undefined {
  const text = files.read(path);
  if (text === undefined || !looksLikeStackFile(text)) return undefined;
  const texts = openTextFiles(files);
  const document = texts.read(path)?.documents?.[0];
  const notices: Notice[] = [];
  const root: Value = document ?? { kind: 'map', entries: [], open: true, at: { path, start: 0, end: 0 } };
  const provider = textOf(valueAt(root, 'provider', 'name'));
  if (document !== undefined && provider !== 'openfaas' && provider !== 'faas') return undefined;
  const functions = valueAt(root, 'functions');
  const variablesIn = (item: Value): readonly MapEntry[] | undefined => {
    const found = localPath(folderOf(path), textOf(item) ?? '');
    const read = typeof found === 'object' ? texts.read(found.path)?.documents?.[0] : undefined;
    const map = valueAt(read, 'environment');
    if (map?.kind === 'map') return map.entries.map((entry) => ({ ...entry, value: substituted(entry.value) }));
    notices.push({ path, line: lineAt(text, item.at.start), message: missingFile, kind: 'information' });
    return undefined;
  };
  return {
    path,
    root,
    functions: functions?.kind === 'map' ? functions.entries : [],
    open: functions?.kind !== 'map' || functions.open,
    reading: { writer: texts.writer, unresolved: [] },
    evaluated: substituted,
    get paths() {
      return [...texts.paths];
    },
    get notices() {
      return [...texts.notices, ...notices];
    },
    variablesOf: (fn) => {
      const found = itemsOf(valueAt(fn, 'environment_file')).map(variablesIn);
      const entries = found.flatMap((known) => known ?? []);
      return found.includes(undefined) || entries.length > mostVariables ? undefined : entries;
    },
  };
}

/** Files of variables may be named by every function of a stack. */
const mostVariables = 200;

const missingFile = 'This file of variables was not found in the repository or holds none; what it sets is not known.';
