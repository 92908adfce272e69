import { built, inFolders, installed, tests } from '../model/folders.js';
import { importedNpm, importedPython } from '../policies/components/imports.js';
import type { ShippingFunction } from '../policies/components/shipping.js';
import type { ComponentSide } from './component-sets.js';

/** A function of more files than this is told to bundle a component, without saying whether it imports it. */
const mostFiles = 40;

const source = /\.(?:[cm]?[jt]sx?|py)$/;
const isBeside = inFolders(installed, built, tests);
const testFile = /\.(?:test|spec|d)\.[cm]?[jt]s$/;

/** The functions with what their code imports, where all of it can be read. */
export async function withImports(
  functions: readonly ShippingFunction[],
  { files, fetch }: Pick<ComponentSide, 'files' | 'fetch'>,
): Promise<readonly ShippingFunction[]> {
  const code = files.list().filter((path) => source.test(path) && !isBeside(path) && !testFile.test(path));
  const own = new Map(functions.map((fn) => [fn, sourcesOf(fn, code)]));
  const wanted = [...new Set([...own.values()].flat())].filter((path) => !files.texts.has(path));
  if (wanted.length > 0) files.add(await fetch(wanted), wanted);
  return functions.map((fn) => {
    const paths = own.get(fn) ?? [];
    const texts = paths.map((path) => ({ path, text: files.read(path) }));
    if (paths.length === 0 || texts.some(({ text }) => text === undefined)) return fn;
    return { ...fn, imports: [...new Set(texts.flatMap(({ path, text }) => importsIn(path, text ?? '')))] };
  });
}

function sourcesOf({ codeRoot }: ShippingFunction, code: readonly string[]): readonly string[] {
  if (codeRoot === undefined || codeRoot === '' || codeRoot === '.') return [];
  const root = codeRoot.replace(/^\.\//, '').replace(/\/+$/, '');
  const paths = code.filter((path) => path === root || path.startsWith(`${root}/`));
  return paths.length > mostFiles ? [] : paths;
}

function importsIn(path: string, text: string): readonly string[] {
  return path.endsWith('.py') ? importedPython(text) : importedNpm(text);
}
