import type { Notice } from '../../findings/notice.js';
import type { Files } from '../../model/files.js';
import { readJson } from '../../notation/json/json.js';
import { jsonWriter } from '../../notation/json/writer.js';
import type { ReadText } from '../../notation/source.js';
import { type Writer, writerOfFiles } from '../../notation/writer.js';
import { yamlWriter } from '../../notation/yaml/writer.js';
import { readYaml } from '../../notation/yaml/yaml.js';

/** The plain YAML and JSON files of one stack, each parsed once. */
export interface TextFiles {
  readonly read: (path: string) => ReadText | undefined;
  /** Every path that was asked for, there or not. */
  readonly paths: ReadonlySet<string>;
  readonly notices: readonly Notice[];
  readonly writer: Writer;
}

/** The files of one stack. */
export function openTextFiles(files: Files): TextFiles {
  const texts = new Map<string, ReadText>();
  const paths = new Set<string>();
  const notices: Notice[] = [];
  const read = (path: string): ReadText | undefined => {
    paths.add(path);
    const known = texts.get(path);
    if (known !== undefined) return known;
    const text = files.read(path);
    if (text === undefined) return undefined;
    const found = isJsonPath(path) ? readJson({ path, text }) : readYaml({ path, text });
    texts.set(path, found);
    notices.push(...found.notices);
    return found;
  };
  return { read, paths, notices, writer: writerInto(texts) };
}

function isJsonPath(path: string): boolean {
  return /\.json$/i.test(path);
}

/** Writes into whichever text a value stands in. */
function writerInto(texts: ReadonlyMap<string, ReadText>): Writer {
  const writers = new Map<string, Writer>();
  return writerOfFiles((path) => {
    const text = texts.get(path);
    if (text === undefined) return undefined;
    const writer = writers.get(path) ?? (isJsonPath(path) ? jsonWriter(text) : yamlWriter(text));
    writers.set(path, writer);
    return writer;
  });
}
