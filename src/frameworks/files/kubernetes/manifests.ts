import type { Cluster } from '../../../clouds/kubernetes/cluster.js';
import { type KubernetesObject, objectsIn } from '../../../clouds/kubernetes/objects.js';
import type { Notice } from '../../../findings/notice.js';
import type { Files } from '../../../model/files.js';
import { folderOf } from '../../../model/path.js';
import { lineAt } from '../../../notation/source.js';
import type { Elsewhere, NotOurs } from '../../framework.js';
import { filesDirectlyIn } from '../folder-files.js';
import { notOurs } from '../not-ours.js';
import { openTextFiles, type TextFiles } from '../text-files.js';
import { kustomizationIn, patchesUpon, resourcesOf } from './kustomization.js';
import { patchesOf } from './patches.js';
import { patched, wholly } from './patching.js';
import { entryOfFolder, isManifest, isYaml, manifestFolder } from './recognition.js';

/** The objects that the manifests of one folder declare, with what could not be read. */
export interface Manifests extends Cluster {
  readonly kind: 'manifests';
  readonly notices: readonly Notice[];
}

/** Reads the manifests of an entry, if one of them shows a sign of what is looked for. */
export function readManifests(entry: string, files: Files, sign: RegExp): Manifests | Elsewhere | NotOurs {
  const folder = manifestFolder(entry);
  const own = filesDirectlyIn(files.list(), folder).filter(isManifest);
  const texts = openTextFiles(files);
  const listed = listedBelow(folder, files, texts);
  const candidates = [...own, ...listed].filter((path) => files.read(path)?.includes('apiVersion') ?? false);
  if (!candidates.some((path) => sign.test(files.read(path) ?? ''))) {
    return notOurs('none of its manifests shows a sign of such objects', texts.notices);
  }
  const above = listingAbove(folder, files, texts);
  if (above !== undefined) return { kind: 'elsewhere', by: [entryOfFolder(above)] };
  return assemble(folder, candidates, files, texts);
}

/** Manifests in folders below, without a kustomization of their own, that this folder's kustomization names. */
function listedBelow(folder: string, files: Files, texts: TextFiles): readonly string[] {
  const named = resourcesOf(kustomizationIn(folder, files, texts), folder);
  return named.filter((path) => isYaml(path) && folderOf(path) !== folder && isBelow(path, folder));
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

/** The folder whose kustomization names manifests of this one, which has none of its own. */
function listingAbove(folder: string, files: Files, texts: TextFiles): string | undefined {
  if (folder === '' || kustomizationIn(folder, files, texts) !== undefined) return undefined;
  for (let above = folderOf(folder); ; above = folderOf(above)) {
    const named = resourcesOf(kustomizationIn(above, files, texts), above);
    if (named.some((path) => isYaml(path) && folderOf(path) === folder)) return above;
    if (above === '') return undefined;
  }
}

function assemble(folder: string, paths: readonly string[], files: Files, texts: TextFiles): Manifests {
  const own = patchesOf(kustomizationIn(folder, files, texts), folder, texts);
  const partial = new Set(own.flatMap(({ path }) => path ?? []));
  const patches = [...own, ...patchesUpon(folder, files, texts)];
  const templates = paths.filter((path) => isTemplate(files.read(path) ?? ''));
  const plain = paths.filter((path) => !templates.includes(path));
  const declared = plain.flatMap((path) => (texts.read(path)?.documents ?? []).flatMap(objectsIn));
  const [first] = declared.slice(mostObjects);
  const some = declared.slice(0, mostObjects);
  const isAffordable = some.length * patches.length <= mostPatched;
  const objects = some.map((object) =>
    partial.has(object.at.path) || !isAffordable ? wholly(object) : patched(object, patches),
  );
  const read = [...texts.paths].filter((path) => files.read(path) !== undefined);
  return {
    kind: 'manifests',
    folder,
    objects,
    reading: { writer: texts.writer, unresolved: [] },
    paths: [...new Set([...paths, ...read])],
    notices: [...texts.notices, ...templates.map(noticeOf), ...(first === undefined ? [] : [tooMany(first, files)])],
    open:
      templates.length > 0 || first !== undefined || plain.some((path) => texts.read(path)?.documents === undefined),
  };
}

/** Objects of one folder that are read, and how often patches are laid upon objects. */
const mostObjects = 2000;
const mostPatched = 50_000;

function tooMany({ at: { path, start } }: KubernetesObject, files: Files): Notice {
  const message = `This folder declares more than ${mostObjects} objects; those from here on were not reviewed.`;
  return { path, line: lineAt(files.read(path) ?? '', start), message, kind: 'unread' };
}

const control = /^[ \t]{0,200}\{\{-?[ \t]{0,20}(?:if|with|range|include|template|define|toYaml|end|else)\b/m;

/** A template of Helm's, which is no YAML before it is rendered. */
function isTemplate(text: string): boolean {
  return control.test(text);
}

function noticeOf(path: string): Notice {
  const message = 'This file is a template that is rendered later, so it was not reviewed.';
  return { path, line: 1, message, kind: 'unread' };
}
