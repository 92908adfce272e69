import type { Notice } from '../../findings/notice.js';
import type { Files } from '../../model/files.js';
import { localPath } from '../../model/local-path.js';
import { folderOf } from '../../model/path.js';
import type { Value } from '../../model/value.js';
import { readJson } from '../../notation/json/json.js';
import { lineAt, type ReadText } from '../../notation/source.js';
import { readYaml } from '../../notation/yaml/yaml.js';
import { readShortForm } from './tags.js';

/** The texts of one stack, each parsed once. */
export interface Documents {
  readonly texts: ReadonlyMap<string, ReadText>;
  readonly notices: readonly Notice[];
  /** Every path referred to, read or not. */
  readonly paths: ReadonlySet<string>;
  readonly read: (path: string) => ReadText | undefined;
  /** The path that a reference in the template means; one that climbs out is a notice. */
  readonly locate: (written: string, at: Value['at']) => string | undefined;
}

/** The documents of the stack that starts at `entry`. */
export function openDocuments(entry: string, files: Files): Documents {
  const texts = new Map<string, ReadText>();
  const notices: Notice[] = [];
  const paths = new Set<string>([entry]);
  return {
    texts,
    notices,
    paths,
    read: (path) => {
      const known = texts.get(path);
      if (known !== undefined) return known;
      const text = files.read(path);
      if (text === undefined) return undefined;
      const read = readText(path, text);
      texts.set(path, read);
      notices.push(...read.notices);
      return read;
    },
    locate: (written, at) => {
      const found = localPath(folderOf(entry), written);
      if (found === 'outside') {
        const text = texts.get(at.path)?.source.text ?? '';
        notices.push({ path: at.path, line: lineAt(text, at.start), message: climbsOut, kind: 'unread' });
      } else if (found !== undefined) paths.add(found.path);
      return typeof found === 'object' ? found.path : undefined;
    },
  };
}

const climbsOut = 'This path leads out of the repository and was not read; use a path inside it.';

/** JSON is told by the name, or by the first character where the name does not say. */
export function isJson(path: string, text: string): boolean {
  return /\.json$/i.test(path) || (!/\.ya?ml$/i.test(path) && /^\uFEFF?\s{0,1000}\{/.test(text));
}

function readText(path: string, text: string): ReadText {
  return isJson(path, text) ? readJson({ path, text }) : readYaml({ path, text }, readShortForm);
}
