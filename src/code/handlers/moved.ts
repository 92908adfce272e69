import type { ServerlessFunction } from '../../model/function.js';
import { folderOf, isWithin } from '../../model/path.js';
import { type Copy, copiedByImage, copiedByMake } from './copies.js';
import { isScript, type Looking, sourceAt } from './files.js';

/** The file that a build puts where the settings name a module: by its entries, or by what is copied. */
export function movedFile(
  { id, entries = [], makefile, dockerfile }: ServerlessFunction,
  { module, root }: { readonly module: string; readonly root: string },
  looking: Looking,
): string | undefined {
  const entry = entryFor(module, entries);
  if (entry !== undefined && looking.scripts.includes(entry)) return entry;
  const read = (path: string | undefined) => (path === undefined ? undefined : looking.files.read(path));
  const [rules, steps] = [read(makefile), read(dockerfile)];
  const copies = rules !== undefined ? copiedByMake(rules, id) : steps === undefined ? [] : copiedByImage(steps);
  for (const path of copies.flatMap((copy) => sourcesOf(module, copy))) {
    const found = sourceAt(root === '' ? path : `${root}/${path}`, looking.scripts);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Entries keep the folders in which they differ. */
function entryFor(module: string, entries: readonly string[]): string | undefined {
  return entries.find((entry) => `/${withoutEnding(entry)}`.endsWith(`/${module}`));
}

/** The modules of which a copy may make the one that is named. */
function sourcesOf(module: string, { from, to }: Copy): readonly string[] {
  const folder = to.replace(/^\/+|\/+$/g, '');
  return from.flatMap((source) => {
    const path = source.replace(/^(?:\.?\/)+/, '').replace(/\/?(?:\*|\.)?$/, '');
    if (!isScript(path)) {
      const rest =
        folder === '' ? module : module.startsWith(`${folder}/`) ? module.slice(folder.length + 1) : undefined;
      return rest === undefined ? [] : [path === '' ? rest : `${path}/${rest}`];
    }
    const name = withoutEnding(path.slice(path.lastIndexOf('/') + 1));
    const made = isScript(folder) ? withoutEnding(folder) : folder === '' ? name : `${folder}/${name}`;
    return made === module ? [withoutEnding(path)] : [];
  });
}

function withoutEnding(path: string): string {
  return path.replace(/\.[a-z]+$/, '');
}

const config = /(?:^|\/)webpack\.config\.[cm]?[jt]s$/;

/** `entry: { orders: './src/orders.ts' }` of webpack: what it makes has the name of the entry. */
export function entryOfBundler(
  { module, root }: { readonly module: string; readonly root: string },
  { files, scripts }: Looking,
): string | undefined {
  for (const path of scripts.filter((one) => config.test(one) && isWithin(root, folderOf(one)))) {
    const [, listed = ''] = /\bentry\s{0,3}:\s{0,3}\{([^{}]{1,4000})\}/.exec(files.read(path) ?? '') ?? [];
    for (const [, name = '', entry = ''] of listed.matchAll(
      /['"]?([\w/.-]{1,100})['"]?\s{0,3}:\s{0,3}['"]([^'"]{1,200})['"]/g,
    )) {
      if (`/${module}` !== `/${name}` && !`/${module}`.endsWith(`/${name}`)) continue;
      const base = withoutEnding(entry.replace(/^(?:\.\/)+/, ''));
      const folder = folderOf(path);
      const found = sourceAt(folder === '' ? base : `${folder}/${base}`, scripts);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
