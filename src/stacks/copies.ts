import type { Files } from '../model/files.js';
import { globOf } from '../model/glob.js';
import { folderOf, isWithin } from '../model/path.js';
import { declaredIds } from './declared.js';
import type { ReadStack } from './read-stack.js';

/** A stack as far as it decides whether it was made from another. */
export interface Origin {
  readonly entry: string;
  readonly framework: string;
  readonly ids: ReadonlySet<string>;
  /** How it was made, if it looks like something that a tool writes. */
  readonly made: 'synthesised' | 'written-by-tool' | 'packaged' | undefined;
}

/** Characters of a file in which its own notes stand. */
const header = 2_000;
const notice = /^[ \t]*(?:#|\/\/|\/?\*|<!--).{0,200}(?:do not (?:edit|modify)|auto-?generated|@generated)/im;
const packaged = /^[ \t]*"?(?:CodeUri|ContentUri|TemplateURL|DefinitionUri)"?:[ \t]*["']?(?:s3:\/\/|https:\/\/s3)/m;
const packagedName = /(?:^|\/)(?:packaged?|output)(?:[-_.][^/]*)?\.(?:ya?ml|json)$/i;

/** What can be seen of where a stack comes from. `isGenerated`: the repository itself says so of a path. */
export function originOf(stack: ReadStack, files: Files, isGenerated: (path: string) => boolean): Origin {
  const { entry, model } = stack;
  const text = files.read(entry) ?? '';
  const isSynthesised = entry.endsWith('.json') && text.includes('"aws:cdk:path"');
  const isWritten = isGenerated(entry) || packagedName.test(entry) || notice.test(text.slice(0, header));
  const isPackaged = packaged.test(text);
  const made = isSynthesised ? 'synthesised' : isWritten ? 'written-by-tool' : isPackaged ? 'packaged' : undefined;
  return { entry, framework: model.framework, ids: declaredIds(stack), made };
}

/** Where nothing but the places of its code looks packaged, a person may have written them: its source is near, or there is none. */
function isNear({ entry, made }: Origin, source: Origin): boolean {
  if (made !== 'packaged') return true;
  return isWithin(entry, folderOf(source.entry)) || isWithin(source.entry, folderOf(entry));
}

/** For stacks that tools made from others that were read, by entry, those others. */
export type Copies = ReadonlyMap<string, readonly Origin[]>;

/** Finds what each made stack was made from: stacks that persons wrote, and copies of it that were met before. */
export function copiesAmong(stacks: readonly Origin[]): Copies {
  const sources = stacks.filter(({ made }) => made === undefined);
  return new Map(
    stacks.flatMap((one, place) => {
      if (one.made === undefined) return [];
      const before = stacks.slice(0, place).filter(({ made }) => made === one.made);
      const found = sourcesOf(
        one,
        [...sources, ...before].filter((source) => isNear(one, source)),
      );
      return found.length === 0 ? [] : [[one.entry, found] as const];
    }),
  );
}

/** The sources that hold most of a made stack together: it may have been split since then. The one that adds most comes first. */
function sourcesOf({ entry, ids, made }: Origin, sources: readonly Origin[]): readonly Origin[] {
  const program = sources.find(
    ({ framework, entry: start }) => framework === 'cdk' && isWithin(entry, folderOf(start)),
  );
  if (made === 'synthesised' && program !== undefined) return [program];
  const found: Origin[] = [];
  const missing = new Set(ids);
  const added = (source: Origin) => [...source.ids].filter((id) => missing.has(id));
  while (missing.size > 0) {
    const [best] = sources
      .map((source) => ({ source, more: added(source) }))
      .sort((a, b) => b.more.length - a.more.length);
    // What is alike by one name only is not a part of it.
    if (best === undefined || best.more.length < (ids.size > 1 ? 2 : 1)) break;
    found.push(best.source);
    for (const id of best.more) missing.delete(id);
  }
  return (ids.size - missing.size) * 2 > ids.size ? found : [];
}

const attributes = '.gitattributes';

/** The files of a tree that say which others are generated. */
export function attributeFiles(tree: readonly string[]): readonly string[] {
  return tree.filter((path) => path === attributes || path.endsWith(`/${attributes}`)).slice(0, 20);
}

/** What the repository marks as generated for GitHub: https://docs.github.com/repositories/working-with-files/managing-files/customizing-how-changed-files-appear-on-github */
export function generatedIn(files: Files, tree: readonly string[]): (path: string) => boolean {
  const tests = attributeFiles(tree).flatMap((path) => {
    const folder = folderOf(path);
    return (files.read(path) ?? '').split('\n').flatMap((line) => {
      const [pattern = '', ...said] = line.trim().split(/\s+/);
      const isMarked = said.some((word) => word === 'linguist-generated' || word === 'linguist-generated=true');
      return isMarked && !pattern.startsWith('#') ? [matching(pattern, folder)] : [];
    });
  });
  return (path) => tests.some((test) => test(path));
}

function matching(pattern: string, folder: string): (path: string) => boolean {
  const isName = !pattern.slice(0, -1).includes('/');
  const below = isName ? `**/${pattern}` : pattern.replace(/^\//, '');
  return globOf(folder === '' ? below : `${folder}/${below}`);
}
