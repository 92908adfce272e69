import { folderOf } from '../../../model/path.js';
import { childOf } from '../../../notation/yaml/outline.js';
import { outlineOf } from '../../../notation/yaml/outlined.js';
import type { Source } from '../../format.js';

/** The range that a `catalog:` entry stands for, from the nearest `pnpm-workspace.yaml`. */
export function catalogRange(source: Source, name: string, catalog: string): string | undefined {
  const text = nearest(source, 'pnpm-workspace.yaml');
  if (text === undefined) return undefined;
  const root = outlineOf({ path: source.path, text }).nodes;
  const named = root.find((node) => node.key === 'catalogs');
  const plain = root.find((node) => node.key === 'catalog');
  const chosen =
    catalog === '' || catalog === 'default' ? (plain ?? childOf(named, 'default')) : childOf(named, catalog);
  return childOf(chosen, name)?.value;
}

/** The text of a file of this name in the source's folder or the nearest one above that has it. */
export function nearest(source: Pick<Source, 'path' | 'files'>, name: string): string | undefined {
  return nearestFile(source, name)?.text;
}

/** The same, with its path. */
export function nearestFile(
  source: Pick<Source, 'path' | 'files'>,
  name: string,
): { readonly path: string; readonly text: string } | undefined {
  let folder = folderOf(source.path);
  for (;;) {
    const path = folder === '' ? name : `${folder}/${name}`;
    const text = source.files.read(path);
    if (text !== undefined) return { path, text };
    if (folder === '') return undefined;
    folder = folderOf(folder);
  }
}
