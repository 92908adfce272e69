import type { Files } from '../../model/files.js';
import { folderOf } from '../../model/path.js';
import type { OutlineNode } from '../../notation/yaml/outline.js';
import { outlineOf } from '../../notation/yaml/outlined.js';
import { resolvePath } from '../format.js';

export function isKustomization(path: string): boolean {
  return /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(path);
}

/** The items of a list; those that stand as far left as its key follow it. */
export function itemsBelow(root: readonly OutlineNode[], name: string): readonly OutlineNode[] {
  const at = root.findIndex(({ key }) => key === name);
  if (at === -1) return [];
  const beside = root.slice(at + 1);
  const end = beside.findIndex(({ key }) => key !== '');
  return [...(root[at]?.children ?? []), ...beside.slice(0, end === -1 ? undefined : end)];
}

/** An entry of an item that says something. */
export function entryOf(item: OutlineNode, key: string): OutlineNode | undefined {
  const entries = item.key === '' ? [...inItem(item), ...item.children] : [item];
  return entries.find((entry) => entry.key === key && entry.value !== '');
}

/** `- name: image`: the first entry of an item stands on the line of its dash. */
function inItem(item: OutlineNode): readonly OutlineNode[] {
  const found = /^(\w{1,20}): {1,9}["']?([^"'\s]{1,500})["']?$/.exec(item.value);
  const [, key = '', value = ''] = found ?? [];
  const valueStart = item.valueStart + item.value.lastIndexOf(value);
  return found === null ? [] : [{ ...item, key, value, valueStart, valueEnd: valueStart + value.length, children: [] }];
}

/** The paths of files and folders that a kustomization is made from. */
export function partsOf(path: string, root: readonly OutlineNode[]): readonly string[] {
  const listed = ['resources', 'bases'].flatMap((key) => itemsBelow(root, key));
  return listed.flatMap(({ value }) => resolvePath(folderOf(path), value) ?? []);
}

/** The manifests that a kustomization deploys: its own, and those of what it is built upon. */
export function deployedBy(path: string, files: Files): readonly string[] {
  const found = new Set<string>();
  const waiting = [path];
  for (let at = waiting.pop(), read = 0; at !== undefined && read < mostRead; at = waiting.pop(), read += 1) {
    const parts = new Set(partsOf(at, rootOf(at, files)));
    for (const one of files.list()) {
      if (!/\.ya?ml$|(?:^|\/)Kustomization$/.test(one) || !(parts.has(one) || parts.has(folderOf(one)))) continue;
      if (isKustomization(one) && !found.has(one)) waiting.push(one);
      found.add(one);
    }
  }
  return [...found].filter((one) => !isKustomization(one));
}

function rootOf(path: string, files: Files): readonly OutlineNode[] {
  return outlineOf({ path, text: files.read(path) ?? '' }).nodes;
}

/** Kustomizations of a tree that are read, at most. */
const mostRead = 50;

/** What is asked of the kustomizations of a tree. */
export interface Kustomizations {
  /** True if whatever deploys this file gives this image a tag or digest of its own: what the file says is never used. */
  readonly sets: (path: string, image: string) => boolean;
}

interface Kustomized {
  readonly path: string;
  readonly parts: ReadonlySet<string>;
  readonly images: readonly OutlineNode[];
}

export function kustomizationsOf(files: Files): Kustomizations {
  const paths = files.list().filter(isKustomization);
  const all = paths.length > mostRead ? [] : paths.map((path) => kustomized(path, files));
  return { sets: (path, image) => isSetAbove(all, { path, image, depth: 0 }) };
}

function kustomized(path: string, files: Files): Kustomized {
  const root = rootOf(path, files);
  const components = itemsBelow(root, 'components').flatMap(({ value }) => {
    const folder = resolvePath(folderOf(path), value);
    return files.list().filter((one) => isKustomization(one) && folderOf(one) === folder);
  });
  const images = [...components.slice(0, mostRead).map((one) => rootOf(one, files)), root].flatMap((one) =>
    itemsBelow(one, 'images'),
  );
  return { path, parts: new Set(partsOf(path, root)), images };
}

interface Asked {
  readonly path: string;
  readonly image: string;
  readonly depth: number;
}

const deepest = 6;

/** Asks every way up from a file: a kustomization that nothing is built upon deploys what it has. */
function isSetAbove(all: readonly Kustomized[], { path, image, depth }: Asked): boolean {
  const above = all.filter(
    (one) => one.path !== path && (one.parts.has(path) || (isKustomization(path) && one.parts.has(folderOf(path)))),
  );
  if (above.length === 0 || depth > deepest) return false;
  return above.every((one) => {
    const entry = one.images.find((item) => entryOf(item, 'name')?.value === image);
    if (entry !== undefined && (entryOf(entry, 'digest') ?? entryOf(entry, 'newTag')) !== undefined) return true;
    const name = (entry && entryOf(entry, 'newName')?.value) ?? image;
    return isSetAbove(all, { path: one.path, image: name, depth: depth + 1 });
  });
}
