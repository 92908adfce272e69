import type { Notice } from '../../../findings/notice.js';
import type { Files } from '../../../model/files.js';
import { folderOf } from '../../../model/path.js';
import type { ConfigurationFile } from '../../../notation/hcl/block.js';
import { parseConfiguration } from '../../../notation/hcl/configuration.js';
import { isConfiguration } from '../recognition.js';
import { type Module, moduleOf } from './module.js';

/** OpenTofu leaves out a `.tf` file beside a `.tofu` file of the same name. */
function inForce(paths: readonly string[]): readonly string[] {
  const all = new Set(paths);
  return paths.filter((path) => !/\.tf(?:\.json)?$/.test(path) || !all.has(path.replace(/\.tf(\.json)?$/, '.tofu$1')));
}

/** Reads modules and other files, and remembers what was read. */
export interface Loading {
  readonly load: (folder: string) => Module | undefined;
  readonly read: (path: string) => string | undefined;
  readonly list: (folder: string) => readonly string[];
  readonly notices: Notice[];
  readonly paths: Set<string>;
  readonly parsed: Map<string, ConfigurationFile>;
}

/** Loads from the files of one commit. */
export function loadFrom(files: Files): Loading {
  const notices: Notice[] = [];
  const paths = new Set<string>();
  const parsed = new Map<string, ConfigurationFile>();
  const modules = new Map<string, Module | undefined>();
  const read = (path: string): string | undefined => {
    paths.add(path);
    return files.read(path);
  };
  const list = (folder: string) => files.list().filter((path) => folderOf(path) === folder);
  const load = (folder: string): Module | undefined => {
    if (modules.has(folder)) return modules.get(folder);
    const found = inForce(list(folder).filter(isConfiguration));
    const read_ = found.flatMap((path) => {
      const text = read(path);
      if (text === undefined) return [];
      const { body, notices: told } = parseConfiguration({ path, text });
      notices.push(...told);
      const file = { path, text, body };
      parsed.set(path, file);
      return [file];
    });
    const module = read_.length === 0 ? undefined : moduleOf(folder, read_);
    modules.set(folder, module);
    return module;
  };
  return { load, read, list, notices, paths, parsed };
}
