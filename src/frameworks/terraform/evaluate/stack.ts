import type { Notice } from '../../../findings/notice.js';
import type { Files } from '../../framework.js';
import { readJson } from '../../reading/json.js';
import { folderOf } from '../../reading/local-path.js';
import type { ConfigurationFile } from '../syntax/block.js';
import { parseConfiguration } from '../syntax/configuration.js';
import { parseHcl } from '../syntax/parse.js';
import { evaluate } from './expressions.js';
import { type Module, moduleOf } from './module.js';
import { type Expanded, expand } from './modules.js';
import type { Scope, Session } from './scope.js';
import type { Given } from './variables.js';

/** Steps of evaluation for one stack: ordinary ones need a few thousand. */
const mostSteps = 400_000;

/** A root module with everything it calls in the repository. */
export interface EvaluatedStack {
  readonly root: Module;
  readonly expanded: readonly Expanded[];
  readonly session: Session;
  readonly notices: readonly Notice[];
  /** Every file that was read. */
  readonly paths: readonly string[];
  /** The parsed files by path. */
  readonly files: ReadonlyMap<string, ConfigurationFile>;
}

const configuration = /\.(?:tf|tofu)(?:\.json)?$/;

/** Whether a file is part of a module. */
export function isConfiguration(path: string): boolean {
  return configuration.test(path);
}

/** Reads and evaluates the root module in a folder; undefined if there is none. */
export function evaluateStack(folder: string, files: Files): EvaluatedStack | undefined {
  const loading = loadFrom(files);
  const root = loading.load(folder);
  if (root === undefined) return undefined;
  const session = sessionOf(folder, loading);
  const given = givenBeside(root, session, loading);
  const expanded = expand(session, root, given, loading.load);
  const { notices, parsed } = loading;
  return { root, expanded, session, notices, paths: [...loading.paths], files: parsed };
}

interface Loading {
  readonly load: (folder: string) => Module | undefined;
  readonly read: (path: string) => string | undefined;
  readonly list: (folder: string) => readonly string[];
  readonly notices: Notice[];
  readonly paths: Set<string>;
  readonly parsed: Map<string, ConfigurationFile>;
}

function loadFrom(files: Files): Loading {
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
    const found = list(folder).filter(isConfiguration);
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

function sessionOf(root: string, { read, notices, parsed }: Loading): Session {
  let left = mostSteps;
  return {
    root,
    notices,
    instances: new Map(),
    calls: new Map(),
    level: { depth: 0 },
    readText: read,
    textOf: (path) => parsed.get(path)?.text ?? '',
    spend: (steps) => {
      left -= steps;
      return left > 0;
    },
  };
}

const variableFile = /(?:^|\/)(?:terraform\.tfvars|[^/]*\.auto\.tfvars)(?:\.json)?$/;

/** Terraform's own order: `terraform.tfvars` first, then `*.auto.tfvars` by name; the last one wins. */
function givenBeside(root: Module, session: Session, { list, read, notices }: Loading): Given {
  const found = list(root.folder).filter((path) => variableFile.test(path));
  const ordered = found.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const values = new Map<string, ReturnType<Given>>();
  for (const path of ordered) {
    const text = read(path);
    if (text === undefined) continue;
    if (path.endsWith('.json')) {
      const { documents, notices: told } = readJson({ path, text });
      notices.push(...told);
      const [document] = documents ?? [];
      if (document?.kind === 'map') for (const { key, value } of document.entries) values.set(key, value);
      continue;
    }
    const { body, notices: told } = parseHcl({ path, text });
    notices.push(...told);
    for (const { name, value } of body.attributes.values())
      values.set(name, evaluate(value, plainScope(root, session)));
  }
  return (name) => values.get(name);
}

function rank(path: string): number {
  return /(?:^|\/)terraform\.tfvars/.test(path) ? 0 : 1;
}

/** Variable files hold literals only: no name means anything in them. */
function plainScope(module: Module, session: Session): Scope {
  const nothing = (_name: string, at: { readonly path: string; readonly start: number; readonly end: number }) =>
    ({ kind: 'unknown', at, because: 'not a literal' }) as const;
  return {
    module,
    session,
    prefix: '',
    names: new Map(),
    variable: nothing,
    local: nothing,
    call: nothing,
    output: nothing,
    resource: () => undefined,
    dataSource: () => undefined,
  };
}
