import type { Level } from '../../../clouds/azure/apis/auth-levels.js';
import type { Notice } from '../../../findings/notice.js';
import type { Files } from '../../../model/files.js';
import { built, compiled, hosting, inFolders, installed, tests } from '../../../model/folders.js';
import { folderOf, isWithin } from '../../../model/path.js';
import { fixed, type Setting } from '../../../model/setting.js';
import type { Reading } from '../../../notation/writer.js';
import type { DeclaredFunction } from './binding.js';
import { compiledFunctions, guardsAll } from './compiled/compiled-functions.js';
import { functionOf } from './function-json.js';
import { type Host, readHost } from './host.js';
import { javascriptFunctions } from './javascript/javascript-functions.js';
import { projectRuntime } from './project-runtime.js';
import { pythonFunctions } from './python/python-functions.js';

/** One function app as its folder declares it. */
export interface FunctionApp {
  /** What the project file of a .NET app says of its runtime. */
  readonly runtime: Setting<string> | undefined;
  /** The path of `host.json`, whether it is there or not. */
  readonly path: string;
  readonly folder: string;
  readonly host: Host;
  readonly functions: readonly DeclaredFunction[];
  readonly unresolved: Reading['unresolved'];
  readonly paths: readonly string[];
  readonly notices: readonly Notice[];
}

/** Lists what the package of an app leaves out. */
export const ignoreFile = '.funcignore';

/** Files of code that are looked into for functions, at most. */
const mostFiles = 200;
const isSkipped = inFolders(installed, built, compiled, tests, hosting, ['env']);
const testFile = /\.(?:test|spec|d)\.[mc]?[jt]sx?$|(?:^|\/)test_\w+\.py$|Tests?\.(?:cs|java)$|Tests?\/[^/]*\.cs$/;

/** Reads the app of a folder; undefined if nothing there declares a function. */
export function readApp(path: string, files: Files): FunctionApp | undefined {
  const folder = folderOf(path);
  const unresolved: Reading['unresolved'] = [];
  const notices: Notice[] = [];
  const host = readHost(path, files, unresolved);
  notices.push(...(host.read?.notices ?? []));
  const within = files.list().filter((one) => isWithin(one, folder));
  const isApp = files.list().includes(path);
  const declared = within.filter(
    (one) =>
      one.endsWith('function.json') &&
      /^[^/]*\/?function\.json$/.test(one.slice(folder === '' ? 0 : folder.length + 1)),
  );
  const byFile = declared.flatMap((one) => functionOf(one, files, unresolved) ?? []);
  notices.push(...byFile.flatMap(({ read }) => read.notices));
  const code = isApp ? codeIn(within, folder, { files, unresolved }) : emptyCode;
  const functions = [...byFile.flatMap(({ fn }) => fn ?? []), ...code.functions];
  if (functions.length === 0 && !isApp && byFile.length === 0) return undefined;
  const runtime = isApp ? projectRuntime(folder, files) : undefined;
  const ignoring = within.filter((one) => one === (folder === '' ? ignoreFile : `${folder}/${ignoreFile}`));
  const own = [...(isApp ? [path] : []), ...declared, ...ignoring];
  const paths = [...own, ...code.paths, ...(runtime ? [runtime.at.path] : [])];
  return { path, folder, host, runtime, functions, unresolved, paths, notices: [...notices, ...code.notices] };
}

interface Code {
  readonly functions: readonly DeclaredFunction[];
  readonly paths: readonly string[];
  readonly notices: readonly Notice[];
}

const emptyCode: Code = { functions: [], paths: [], notices: [] };

interface Context {
  readonly files: Files;
  readonly unresolved: Reading['unresolved'];
}

function codeIn(within: readonly string[], folder: string, { files, unresolved }: Context): Code {
  const others = within.filter((path) => path.endsWith('/host.json') && folderOf(path) !== folder).map(folderOf);
  const own = within.filter(
    (path) =>
      !isSkipped(path.slice(folder.length)) &&
      !testFile.test(path) &&
      !others.some((other) => path.startsWith(`${other}/`)),
  );
  const scripts = own.filter((path) => /\.[mc]?[jt]sx?$/.test(path)).slice(0, mostFiles);
  const modules = own.filter((path) => path.endsWith('.py')).slice(0, mostFiles);
  const compiled = own.filter((path) => /\.(?:cs|java)$/.test(path)).slice(0, mostFiles);
  const read = (path: string) => ({ path, text: files.read(path) ?? '' });
  const javascript = scripts.map((path) => ({ path, ...javascriptFunctions(read(path), folder, unresolved) }));
  const python = modules.map((path) => ({ path, ...pythonFunctions(read(path), folder, unresolved) }));
  const classes = compiled.map((path) => ({ path, functions: compiledFunctions(read(path), folder, unresolved) }));
  const isGuarded = compiled.some((path) => guardsAll(read(path)));
  const level = python.find((one) => one.level !== undefined)?.level;
  return {
    functions: [
      ...javascript.flatMap((one) => one.functions),
      ...python.flatMap((one) => one.functions.map((fn) => withLevel(fn, level))),
      ...classes.flatMap((one) => one.functions.map((fn) => (isGuarded ? { ...fn, checksCallers: true } : fn))),
    ],
    paths: [...javascript, ...python, ...classes].flatMap((one) =>
      one.functions.length > 0 || ('level' in one && one.level !== undefined) ? [one.path] : [],
    ),
    notices: [...javascript, ...python].flatMap((one) => one.notices),
  };
}

function withLevel(fn: DeclaredFunction, level: Setting<Level> | undefined): DeclaredFunction {
  return { ...fn, otherwise: level ?? fixed('function-key', fn.at) };
}
