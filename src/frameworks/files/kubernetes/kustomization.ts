import type { Files } from '../../../model/files.js';
import { localPath } from '../../../model/local-path.js';
import { folderOf } from '../../../model/path.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { readYaml } from '../../../notation/yaml/yaml.js';
import { filesUnder } from '../folder-files.js';
import type { TextFiles } from '../text-files.js';
import { isKustomization, kustomizationPath } from './recognition.js';

/** A change that a Kustomize overlay makes to an object. */
export interface Patch {
  /** Of the object that it is meant for; undefined stands for any. */
  readonly kind: string | undefined;
  readonly name: string | undefined;
  /** The fields that it sets; undefined if they are listed as operations. */
  readonly fields: Value | undefined;
  /** The file that it stands in, if it is one of its own. */
  readonly path: string | undefined;
}

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

/** The patches of a kustomization. */
export function patchesOf(kustomization: Value | undefined, folder: string, texts: TextFiles): readonly Patch[] {
  const keys = ['patches', 'patchesStrategicMerge', 'patchesJson6902'];
  const written = keys.flatMap((key) => itemsOf(valueAt(kustomization, key)));
  return [...marksOf(kustomization), ...written.flatMap((item) => patchOf(item, folder, texts))];
}

/** Labels and annotations that a kustomization gives to every object, in their present and their former form. */
function marksOf(kustomization: Value | undefined): readonly Patch[] {
  const labels = itemsOf(valueAt(kustomization, 'labels')).map((item) => valueAt(item, 'pairs'));
  return [
    ...[valueAt(kustomization, 'commonLabels'), ...labels].flatMap((marks) => marked('labels', marks)),
    ...marked('annotations', valueAt(kustomization, 'commonAnnotations')),
  ];
}

function marked(key: 'labels' | 'annotations', marks: Value | undefined): readonly Patch[] {
  if (marks === undefined) return [];
  const { at } = marks;
  const within = (name: string, value: Value): Value => ({
    kind: 'map',
    entries: [{ key: name, keyAt: at, value }],
    open: false,
    at,
  });
  return [{ kind: undefined, name: undefined, path: undefined, fields: within('metadata', within(key, marks)) }];
}

function patchOf(item: Value, folder: string, texts: TextFiles): readonly Patch[] {
  const written = textOf(item) ?? textOf(valueAt(item, 'path'));
  const inline = textOf(valueAt(item, 'patch')) ?? (written?.includes('\n') ? written : undefined);
  const target = valueAt(item, 'target');
  const kind = textOf(valueAt(target, 'kind'));
  const name = textOf(valueAt(target, 'name'));
  if (inline !== undefined) {
    const documents = readYaml({ path: item.at.path, text: inline }).documents ?? [];
    return documents.map((document) => aimed(document, { kind, name, path: undefined }));
  }
  const located = localPath(folder, written ?? '');
  if (typeof located !== 'object') return [];
  const documents = texts.read(located.path)?.documents ?? [];
  return documents.map((document) => aimed(document, { kind, name, path: located.path }));
}

function aimed(document: Value, target: Omit<Patch, 'fields'>): Patch {
  if (document.kind !== 'map') return { ...target, fields: undefined };
  const kind = target.kind ?? textOf(valueAt(document, 'kind'));
  const name = target.name ?? textOf(valueAt(document, 'metadata', 'name'));
  return { ...target, kind, name, fields: document };
}

/** What an overlay says that changes objects. */
const changes = /patch|labels|commonLabels|commonAnnotations/;

/** Overlays that are looked for near a base, at most. */
const mostOverlays = 50;

/** The patches of all overlays near a folder that are built upon it. */
export function patchesUpon(folder: string, files: Files, texts: TextFiles): readonly Patch[] {
  return kustomizationsNear(folder, files).flatMap((path) => {
    const own = folderOf(path);
    if (own === folder || !changes.test(files.read(path) ?? '')) return [];
    const kustomization = texts.read(path)?.documents?.[0];
    const isUpon = resourcesOf(kustomization, own).some((built) => built === folder || folderOf(built) === folder);
    return isUpon ? patchesOf(kustomization, own, texts) : [];
  });
}

/** Those below the folder two levels up, or one level up where that would be too many. */
function kustomizationsNear(folder: string, files: Files): readonly string[] {
  const parent = folderOf(folder);
  const wide = filesUnder(files.list(), folderOf(parent)).filter(isKustomization);
  const near = wide.length <= mostOverlays ? wide : filesUnder(files.list(), parent).filter(isKustomization);
  return near.slice(0, mostOverlays);
}
