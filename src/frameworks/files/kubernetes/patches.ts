import { localPath } from '../../../model/local-path.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { readYaml } from '../../../notation/yaml/yaml.js';
import type { TextFiles } from '../text-files.js';

export type Change =
  | { readonly kind: 'fields'; readonly fields: Value }
  | { readonly kind: 'paths'; readonly paths: readonly (readonly string[])[] }
  | { readonly kind: 'image'; readonly name: string }
  | { readonly kind: 'any' };

/** A change that a Kustomize overlay makes to an object. */
export interface Patch {
  /** Of the object that it is meant for; undefined stands for any. */
  readonly kind: string | undefined;
  readonly name: string | undefined;
  /** What it does: fields that it sets, paths that it changes, images that it replaces, or nobody knows. */
  readonly change: Change;
  /** The file that it stands in, if it is one of its own. */
  readonly path: string | undefined;
}

/** The patches of a kustomization. */
export function patchesOf(kustomization: Value | undefined, folder: string, texts: TextFiles): readonly Patch[] {
  const keys = ['patches', 'patchesStrategicMerge', 'patchesJson6902'];
  const written = keys.flatMap((key) => itemsOf(valueAt(kustomization, key)));
  const images = itemsOf(valueAt(kustomization, 'images')).flatMap((item) => textOf(valueAt(item, 'name')) ?? []);
  const isUnclear = unclear.some((key) => valueAt(kustomization, key) !== undefined);
  return [
    ...marksOf(kustomization),
    ...written.flatMap((item) => patchOf(item, folder, texts)),
    ...images.map((name): Patch => ({ ...anything, change: { kind: 'image', name } })),
    ...(isUnclear ? [anything] : []),
  ];
}

/** Programs and rules of their own: what they make of an object is known when they have run. */
const unclear = ['replacements', 'transformers', 'vars', 'configurations', 'validators'];
const anything: Patch = { kind: undefined, name: undefined, path: undefined, change: { kind: 'any' } };

/** Labels and annotations that a kustomization gives to every object, in their present and their former form. */
function marksOf(kustomization: Value | undefined): readonly Patch[] {
  const labels = itemsOf(valueAt(kustomization, 'labels')).map((item) => valueAt(item, 'pairs'));
  return [
    ...labels.flatMap((marks) => marked('labels', marks)),
    ...marked('labels', valueAt(kustomization, 'commonLabels'), true),
    ...marked('annotations', valueAt(kustomization, 'commonAnnotations')),
  ];
}

function marked(key: 'labels' | 'annotations', marks: Value | undefined, inSelectors = false): readonly Patch[] {
  if (marks === undefined) return [];
  const { at } = marks;
  const within = (name: string, value: Value): Value => ({
    kind: 'map',
    entries: [{ key: name, keyAt: at, value }],
    open: false,
    at,
  });
  const own = within('metadata', within(key, marks));
  const names = marks.kind === 'map' ? marks.entries.map((entry) => entry.key) : [];
  const templates = names.map((name) => ['spec', 'template', 'metadata', key, name]);
  const selectors = inSelectors ? names.map((name) => ['spec', 'selector', name]) : [];
  return [
    { ...anything, change: { kind: 'fields', fields: own } },
    { ...anything, change: { kind: 'paths', paths: [...templates, ...selectors] } },
  ];
}

function patchOf(item: Value, folder: string, texts: TextFiles): readonly Patch[] {
  const written = textOf(item) ?? textOf(valueAt(item, 'path'));
  const inline = textOf(valueAt(item, 'patch')) ?? (written?.includes('\n') ? written : undefined);
  const target = valueAt(item, 'target');
  const kind = textOf(valueAt(target, 'kind'));
  const name = textOf(valueAt(target, 'name'));
  const isAimed = target !== undefined;
  if (inline !== undefined) {
    const documents = readYaml({ path: item.at.path, text: inline }).documents ?? [];
    return documents.map((document) => aimed(document, { kind, name, path: undefined, isAimed }));
  }
  const located = localPath(folder, written ?? '');
  if (typeof located !== 'object') return [];
  const documents = texts.read(located.path)?.documents ?? [];
  return documents.map((document) => aimed(document, { kind, name, path: located.path, isAimed }));
}

function aimed(document: Value, target: Aim): Patch {
  if (document.kind !== 'map') return { ...target, change: operationsIn(document) };
  const kind = target.kind ?? (target.isAimed ? undefined : textOf(valueAt(document, 'kind')));
  const name = target.name ?? (target.isAimed ? undefined : textOf(valueAt(document, 'metadata', 'name')));
  return { ...target, kind, name, change: { kind: 'fields', fields: document } };
}

interface Aim extends Omit<Patch, 'change'> {
  /** It says itself what it is meant for. */
  readonly isAimed: boolean;
}

/** The paths of operations: https://datatracker.ietf.org/doc/html/rfc6901 */
function operationsIn(document: Value): Change {
  const paths = itemsOf(document).map((operation) => {
    const written = [valueAt(operation, 'path'), valueAt(operation, 'from')].flatMap((path) => textOf(path) ?? []);
    return written.map((path) =>
      path
        .split('/')
        .slice(1)
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')),
    );
  });
  if (document.kind !== 'list' || document.open || paths.some((found) => found.length === 0)) return { kind: 'any' };
  return { kind: 'paths', paths: paths.flat() };
}
