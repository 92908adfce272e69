import type { ComponentSet } from '../dependencies/component.js';
import { formatsOf } from '../dependencies/component-set.js';
import { inFolders, installed, synthesised } from '../model/folders.js';
import { folderOf, isWithin } from '../model/path.js';
import { type NamedInFolder, namesInPython, namesInScript, wordsIn } from '../policies/components/named.js';
import { plainRoot, type ShippingFunction } from '../policies/components/shipping.js';
import type { ComponentSide } from './component-sets.js';

/** A folder of more files than this is not looked at. */
const mostFiles = 120;
/** Characters of one folder, at most: each of them is looked at more than once. */
const mostCharacters = 1_000_000;

const script = /\.[cm]?[jt]sx?$/;
const python = /\.py$/;
/** Files that may name packages for what runs the code. */
const settings =
  /\.(?:json5?|jsonc|ya?ml|toml|cfg|ini|conf|sh|tf|bicep|html|pug|ejs|hbs|njk|vue|svelte|astro|mdx|ipynb|xml)$|(?:^|\/)(?:Dockerfile|Makefile|Procfile|justfile)[^/]{0,40}$|(?:^|\/)\.[\w-]{1,40}rc$/;
const isForeign = inFolders(installed, synthesised);

type Side = Pick<ComponentSide, 'files' | 'fetch'>;

/** The functions with what their folders name, where a manifest stands in the folder that is packed and all of it can be read. */
export async function withNames(
  functions: readonly ShippingFunction[],
  side: Side,
  sets: readonly ComponentSet[],
): Promise<readonly ShippingFunction[]> {
  const manifests = new Map(sets.filter(isManifest).map((set) => [set.workspace, [] as ComponentSet[]]));
  for (const set of sets.filter(isManifest)) manifests.get(set.workspace)?.push(set);
  const looked = new Map<string, Promise<NamedInFolder | undefined>>();
  const lookedAt = (root: string, declaredIn: string, own: readonly ComponentSet[]) => {
    const key = JSON.stringify([root, declaredIn]);
    const found = looked.get(key) ?? namesIn(root, declaredIn, { side, own });
    looked.set(key, found);
    return found;
  };
  return Promise.all(
    functions.map(async (fn) => {
      const { codeRoot, bundled, declaredIn } = fn;
      const own = codeRoot === undefined || bundled === true ? undefined : manifests.get(plainRoot(codeRoot));
      if (own === undefined || codeRoot === undefined || declaredIn === undefined) return fn;
      const named = await lookedAt(plainRoot(codeRoot), declaredIn, own);
      return named === undefined ? fn : { ...fn, named };
    }),
  );
}

function isManifest({ kind, ecosystem, components }: ComponentSet): boolean {
  return kind === 'manifest' && /^(?:npm|pypi)$/.test(ecosystem) && components.some(({ dev }) => !dev);
}

interface Looked {
  readonly side: Side;
  readonly own: readonly ComponentSet[];
}

async function namesIn(
  root: string,
  declaredIn: string,
  { side: { files, fetch }, own }: Looked,
): Promise<NamedInFolder | undefined> {
  const inside = files.list().filter((path) => isWithin(path, root) && !isForeign(path));
  const paths = inside.filter((path) => isCode(path) || (settings.test(path) && formatsOf(path).length === 0));
  if (paths.length > mostFiles || !paths.some(isCode)) return undefined;
  const manifests = own.map(({ path }) => path);
  const all = [...new Set([...paths, ...declaring(declaredIn, files.list()), ...manifests])];
  const missing = all.filter((path) => !files.texts.has(path));
  if (missing.length > 0) files.add(await fetch(missing), missing);
  const texts = all.map((path) => ({ path, text: files.read(path) }));
  if (texts.some(({ text }) => text === undefined)) return undefined;
  if (texts.reduce((sum, { text = '' }) => sum + text.length, 0) > mostCharacters) return undefined;
  const words = new Set<string>();
  const modules = new Set<string>();
  for (const { path, text = '' } of texts) {
    const manifest = own.find((set) => set.path === path);
    const found = manifest === undefined ? namesOf(path, text) : besideComponents(manifest, text);
    if (found === undefined) return undefined;
    for (const one of found.words) words.add(one);
    for (const one of found.modules) modules.add(one);
  }
  return {
    words,
    modules,
    own: new Set(paths.filter((path) => python.test(path)).flatMap(moduleNames)),
    languages: languagesOf(paths),
  };
}

/** The file that declares a function, or the settings of the folder that does. */
function declaring(path: string, list: readonly string[]): readonly string[] {
  if (list.includes(path)) return [path];
  return list.filter((one) => folderOf(one) === path && settings.test(one) && formatsOf(one).length === 0);
}

function isCode(path: string): boolean {
  return script.test(path) || python.test(path);
}

function languagesOf(paths: readonly string[]): NamedInFolder['languages'] {
  return new Set(paths.filter(isCode).map((path) => (python.test(path) ? 'pypi' : 'npm')));
}

/** A file and the folders above it: Python imports either. */
function moduleNames(path: string): readonly string[] {
  return path.replace(python, '').split('/');
}

type Names = { readonly words: Iterable<string>; readonly modules: Iterable<string> };

function namesOf(path: string, text: string): Names | undefined {
  if (python.test(path)) return namesInPython(text);
  const words = script.test(path) ? namesInScript(text) : wordsIn(text);
  return words === undefined ? undefined : { words, modules: [] };
}

/** What a manifest says besides naming its dependencies; undefined where a tool has written down what others need. */
function besideComponents({ path, components }: ComponentSet, text: string): Names | undefined {
  if (/pip-compile|uv pip compile|#\s{0,10}via\b/.test(text)) return undefined;
  let rest = '';
  let end = 0;
  const spans = components.map(({ at }) => at).filter((at) => at.path === path);
  for (const at of [...spans].sort((a, b) => a.start - b.start)) {
    rest += text.slice(end, Math.max(end, at.start));
    end = Math.max(end, at.end);
  }
  return { words: wordsIn(rest + text.slice(end)), modules: [] };
}
