import type { Files } from '../../../model/files.js';
import { localPath } from '../../../model/local-path.js';
import { folderOf } from '../../../model/path.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { filesUnder } from '../folder-files.js';
import type { TextFiles } from '../text-files.js';
import { type Patch, patchesOf } from './patches.js';
import { isKustomization, kustomizationPath } from './recognition.js';

/** The kustomization of a folder. */
export function kustomizationIn(folder: string, files: Files, texts: TextFiles): Value | undefined {
  const path = kustomizationPath(folder, files);
  return path === undefined ? undefined : texts.read(path)?.documents?.[0];
}

/** The paths in the repository that a kustomization is made from. */
export function resourcesOf(kustomization: Value | undefined, folder: string): readonly string[] {
  const listed = ['resources', 'bases', 'components'].flatMap((key) => itemsOf(valueAt(kustomization, key)));
  return listed.flatMap((item) => {
    const found = localPath(folder, textOf(item) ?? '');
    return typeof found === 'object' ? [found.path] : [];
  });
}

/** What an overlay says that changes objects. */
const changes =
  /patch|labels|commonLabels|commonAnnotations|images|replacements|transformers|vars|configurations|components/;

/** Overlays that are looked for near a base, at most. */
const mostOverlays = 50;

/** The patches of all overlays near a folder that are built upon it. */
export function patchesUpon(folder: string, files: Files, texts: TextFiles): readonly Patch[] {
  const near = kustomizationsNear(folder, files).map(folderOf);
  const read = (own: string) => kustomizationIn(own, files, texts);
  const upon = new Set([folder]);
  // An overlay upon an overlay is upon its base.
  for (let size = 0; size !== upon.size; ) {
    size = upon.size;
    for (const own of near) {
      const parts = resourcesOf(read(own), own);
      if (parts.some((part) => upon.has(part) || folderOf(part) === folder)) upon.add(own);
    }
  }
  upon.delete(folder);
  return [...upon].flatMap((own) => {
    const path = kustomizationPath(own, files) ?? '';
    return changes.test(files.read(path) ?? '') ? withComponents(own, { files, texts }) : [];
  });
}

interface Reading {
  readonly files: Files;
  readonly texts: TextFiles;
}

/** The patches of an overlay, and those of the components that it takes in. */
function withComponents(folder: string, { files, texts }: Reading): readonly Patch[] {
  const kustomization = kustomizationIn(folder, files, texts);
  const components = itemsOf(valueAt(kustomization, 'components')).flatMap((item) => {
    const found = localPath(folder, textOf(item) ?? '');
    return typeof found === 'object' && found.path !== folder ? [found.path] : [];
  });
  const taken = components
    .slice(0, mostOverlays)
    .flatMap((path) => patchesOf(kustomizationIn(path, files, texts), path, texts));
  return [...patchesOf(kustomization, folder, texts), ...taken];
}

/** Those of the whole repository; where they are many, those below the folder two levels up, or one level up. */
function kustomizationsNear(folder: string, files: Files): readonly string[] {
  const all = files.list().filter(isKustomization);
  if (all.length <= mostOverlays) return all;
  const parent = folderOf(folder);
  const wide = filesUnder(files.list(), folderOf(parent)).filter(isKustomization);
  const near = wide.length <= mostOverlays ? wide : filesUnder(files.list(), parent).filter(isKustomization);
  return near.slice(0, mostOverlays);
}
