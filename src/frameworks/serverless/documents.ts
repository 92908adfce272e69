import type { Notice } from '../../findings/notice.js';
import type { Files } from '../../model/files.js';
import { localPath } from '../../model/local-path.js';
import { folderOf } from '../../model/path.js';
import type { Span } from '../../model/span.js';
import { readJson } from '../../notation/json/json.js';
import { lineAt, type ReadText, type Source } from '../../notation/source.js';
import { readYaml } from '../../notation/yaml/yaml.js';
import { readShortForm } from '../cloudformation/tags.js';
import type { Imported } from './program/exported-values.js';
import { importedValue, type Modules } from './program/module-files.js';
import { readProgram } from './program/program.js';

/** The texts of one service, each parsed once. */
export interface Documents {
  readonly texts: ReadonlyMap<string, ReadText>;
  readonly notices: readonly Notice[];
  /** Every path referred to, read or not. */
  readonly paths: ReadonlySet<string>;
  readonly read: (path: string) => ReadText | undefined;
  /** The plain text of a file, for those that are neither YAML nor JSON nor programs. */
  readonly text: (path: string) => string | undefined;
  /** The path that a text in the service means; one that climbs out is a notice. */
  readonly locate: (written: string, at: Span) => string | undefined;
  readonly exists: (path: string) => boolean;
  /** All paths of the tree. */
  readonly list: Files['list'];
  readonly note: (at: Span, message: string, kind: Notice['kind']) => void;
}

/** Paths in a service are relative to the folder of its configuration. */
export function openDocuments(entry: string, files: Files): Documents {
  const texts = new Map<string, ReadText>();
  const notices = new Map<string, Notice>();
  const paths = new Set<string>([entry]);
  const add = (notice: Notice) => notices.size < mostNotices && notices.set(JSON.stringify(notice), notice);
  const note: Documents['note'] = ({ path, start }, message, kind) =>
    void add({ path, line: lineAt(texts.get(path)?.source.text ?? '', start), message, kind });
  const open = new Set<string>();
  const documents: Documents = {
    texts,
    get notices() {
      return [...notices.values()];
    },
    paths,
    note,
    text: (path) => files.read(path),
    exists: existence(files),
    list: files.list,
    read: (path) => {
      if (texts.has(path) || open.has(path)) return texts.get(path);
      const text = files.read(path);
      if (text === undefined) return undefined;
      open.add(path);
      const read = readText({ path, text }, (wanted) => importedValue(modules, path, wanted));
      open.delete(path);
      texts.set(path, read);
      for (const notice of read.notices) add(notice);
      return read;
    },
    locate: (written, at) => {
      const found = localPath(folderOf(entry), written);
      if (found === 'outside') note(at, climbsOut, 'unread');
      if (typeof found !== 'object') return undefined;
      paths.add(found.path);
      return found.path;
    },
  };
  const modules = modulesOf(entry, { documents, open, paths });
  return documents;
}

function existence(files: Files): (path: string) => boolean {
  let listed: ReadonlySet<string> | undefined;
  return (path) => {
    listed ??= new Set(files.list());
    return listed.has(path);
  };
}

interface Opened {
  readonly documents: Documents;
  /** Files that are being read. */
  readonly open: ReadonlySet<string>;
  readonly paths: Set<string>;
}

function modulesOf(entry: string, { documents, open, paths }: Opened): Modules {
  return {
    entry,
    exists: documents.exists,
    read: (path) => {
      paths.add(path);
      return open.size > deepestImport ? undefined : documents.read(path);
    },
  };
}

/** Files that may import each other in a chain. */
const deepestImport = 20;

const mostNotices = 100;
const climbsOut = 'This path leads out of the repository and was not read; use a path inside it.';

export function isProgram(path: string): boolean {
  return /\.[cm]?[jt]s$/i.test(path);
}

export function isJson(path: string): boolean {
  return /\.json$/i.test(path);
}

/** True if a file is data that addresses can lead into. */
export function isStructured(path: string): boolean {
  return isJson(path) || isProgram(path) || /\.ya?ml$/i.test(path);
}

function readText(source: Source, imported: Imported): ReadText {
  const { path } = source;
  if (isProgram(path)) return readProgram(source, imported);
  return isJson(path) ? readJson(source) : readYaml(source, readShortForm);
}
