import type { Resource } from '../../model/resource.js';
import type { Span } from '../../model/span.js';
import { entryOf, itemsOf, type MapValue, textOf, type Value, valueAt } from '../../model/value.js';
import type { Reading } from '../../notation/writer.js';
import type { Section } from '../values/section.js';

/** One object of a manifest. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
  /** The line that names it. */
  readonly at: Span;
  readonly root: MapValue;
}

/** The objects of one document, those of lists included. */
export function objectsIn(document: Value): readonly KubernetesObject[] {
  if (document.kind !== 'map') return [];
  const kind = textOf(valueAt(document, 'kind'));
  const apiVersion = textOf(valueAt(document, 'apiVersion'));
  if (kind === undefined || apiVersion === undefined) return [];
  if (kind === 'List') return itemsOf(valueAt(document, 'items')).flatMap((item) => objectOf(item));
  return objectOf(document);
}

function objectOf(root: Value): readonly KubernetesObject[] {
  if (root.kind !== 'map') return [];
  const kind = textOf(valueAt(root, 'kind'));
  const apiVersion = textOf(valueAt(root, 'apiVersion'));
  if (kind === undefined || apiVersion === undefined) return [];
  const metadata = entryOf(root, 'metadata')?.value;
  const named = entryOf(metadata, 'name') ?? entryOf(metadata, 'generateName');
  const at = named ? through(named.keyAt, named.value.at) : (entryOf(root, 'kind')?.keyAt ?? root.at);
  const name = textOf(named?.value) ?? kind.toLowerCase();
  return [{ apiVersion, kind, name, namespace: textOf(valueAt(metadata, 'namespace')), at, root }];
}

function through(first: Span, last: Span): Span {
  return first.path === last.path && last.end > first.end ? { ...first, end: last.end } : first;
}

/** True if an object is of an API group, whatever its version. */
export function isOfGroup({ apiVersion }: KubernetesObject, group: string): boolean {
  return apiVersion.startsWith(`${group}/`);
}

export function objectSection({ root, at }: KubernetesObject, reading: Reading): Section {
  return { map: root, at, reading };
}

/** What a resource of the model says about the object that declares it. */
export function resourceOf(object: KubernetesObject, id: string): Resource {
  return { id, type: object.kind, at: object.at, whole: object.root.at };
}

/** An annotation or label of an object, under the path of its metadata. */
export function markOf(object: KubernetesObject, marks: 'annotations' | 'labels', key: string): Value | undefined {
  return valueAt(object.root, 'metadata', marks, key);
}

/** True if a map of annotations or labels has a key that begins so. */
export function hasMark(marks: Value | undefined, prefix: string): boolean {
  return marks?.kind === 'map' && marks.entries.some(({ key }) => key.startsWith(prefix));
}
