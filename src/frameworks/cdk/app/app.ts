import { findNodeAtLocation, getNodeValue } from 'jsonc-parser';
import type { Files } from '../../../model/files.js';
import { localPath } from '../../../model/local-path.js';
import { jsonTree } from '../../../notation/json/tree.js';
import { modulePaths } from '../program/linking.js';

/** The files of an app, its own first; the tool is started in `home`. */
export interface App {
  readonly home: string;
  readonly paths: readonly string[];
}

/** An app of more files than this is read file by file. */
const mostFiles = 150;
const mostBrought = 200;

/** What files bring in and what apps are made of, while the texts are at hand. */
interface Known {
  readonly brought: Map<string, readonly string[]>;
  readonly apps: Map<string, App>;
}

const known = new WeakMap<Files, Known>();

function knownOf(files: Files): Known {
  const found = known.get(files) ?? { brought: new Map(), apps: new Map() };
  known.set(files, found);
  return found;
}

/** The app that `cdk.json` starts, if it says which program of the repository that is. */
export function appOf(settings: string, files: Files): App | undefined {
  const { apps } = knownOf(files);
  const before = apps.get(settings);
  if (before !== undefined) return before;
  const home = settings.includes('/') ? settings.slice(0, settings.lastIndexOf('/')) : '';
  const listed = new Set(files.list());
  const start = listed.has(settings) ? startOf(files.read(settings), home, listed) : undefined;
  if (start === undefined) return undefined;
  const paths = [start];
  let isWhole = true;
  for (const path of paths) {
    const inner = broughtIn(path, files);
    isWhole &&= inner !== undefined;
    for (const candidates of inner ?? []) {
      const next = modulePaths(path, candidates, home).find((one) => listed.has(one));
      if (next !== undefined && !paths.includes(next)) paths.push(next);
    }
    if (paths.length > mostFiles) return undefined;
  }
  const app = { home, paths };
  if (isWhole) apps.set(settings, app);
  return app;
}

/** `npx ts-node bin/app.ts`, `python3 app.py`: the first word that is a program of the repository. */
function startOf(text: string | undefined, home: string, listed: ReadonlySet<string>): string | undefined {
  const tree = text === undefined ? undefined : jsonTree(text);
  const command: unknown = tree && findNodeAtLocation(tree, ['app']) && getNodeValue(tree).app;
  if (typeof command !== 'string') return undefined;
  for (const word of command.slice(0, 1000).split(/[\s"']+/)) {
    if (!/\.(?:[cm]?[jt]s|py)$/.test(word)) continue;
    const found = localPath(home, word);
    const path = typeof found === 'object' ? found.path : '';
    const written = [path.replace(/\.js$/, '.ts'), path].find((one) => listed.has(one));
    if (written !== undefined) return written;
  }
  return undefined;
}

const scripts = /(?:\bfrom|\bimport|\brequire\s*\()\s*['"](\.[^'"\n]{0,300})['"]/g;
const python = /^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import[ \t]+([^#\n]{0,300}|\([^)]{0,2000}\))|import[ \t]+([\w.]+))/gm;

/** The modules that a file brings in, as far as they may be files of the repository; undefined if it is not at hand. */
function broughtIn(path: string, files: Files): readonly string[] | undefined {
  const { brought } = knownOf(files);
  const before = brought.get(path);
  if (before !== undefined) return before;
  const text = files.read(path);
  if (text === undefined) return undefined;
  const found = path.endsWith('.py')
    ? pythonModules(text)
    : [...text.matchAll(scripts)].map(([, module = '']) => module);
  const modules = [...new Set(found)].slice(0, mostBrought);
  brought.set(path, modules);
  return modules;
}

/** What is brought in from a package may be a module of it. */
function pythonModules(text: string): readonly string[] {
  return [...text.matchAll(python)].flatMap(([, from, names = '', whole]) => {
    if (from === undefined) return whole ?? [];
    const inner = [...names.matchAll(/(?:^|[,(])\s*(\w+)/g)].map(([, name = '']) => name);
    return [from, ...inner.map((name) => (from.endsWith('.') ? from + name : `${from}.${name}`))];
  });
}
