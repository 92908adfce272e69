import type { Span } from '../../model/span.js';
import {
  entryOf,
  type ListValue,
  type MapEntry,
  type MapValue,
  textOf,
  type Value,
  valueAt,
} from '../../model/value.js';

const patched = 'patched by Kustomize';

/** The same value, of which more may be known elsewhere: nothing in it is absent for certain. */
export function opened(value: Value): Value {
  if (value.kind === 'list') return { ...value, open: true, items: value.items.map(opened) };
  if (value.kind !== 'map') return value;
  return { ...value, open: true, entries: value.entries.map((entry) => ({ ...entry, value: opened(entry.value) })) };
}

/** A value with what a patch sets: that is not known here any more, and what it does not touch stays as it is. */
export function openedBy(value: Value, patch: Value, mergesLists = false): Value {
  if (patch.kind === 'list' && value.kind === 'list' && mergesLists) return mergedByName(value, patch);
  if (patch.kind !== 'map' || value.kind !== 'map') return unknown(value);
  if (entryOf(patch, '$patch') !== undefined) return unknown(value);
  const entries = value.entries.map((entry) => {
    const change = entryOf(patch, entry.key)?.value;
    return change === undefined ? entry : { ...entry, value: openedBy(entry.value, change, mergesLists) };
  });
  const added = patch.entries.filter(({ key }) => entryOf(value, key) === undefined);
  return { ...value, entries: [...entries, ...added.map((entry) => setElsewhere(entry, value.at))] };
}

function unknown({ at }: Value): Value {
  return { kind: 'unknown', at, because: patched };
}

/** Lists of the kinds that Kubernetes itself has: items of one name are one item, and there may be more. */
function mergedByName(value: ListValue, patch: ListValue): Value {
  const items = value.items.map((item) => {
    const name = textOf(valueAt(item, 'name'));
    const change = name === undefined ? undefined : patch.items.find((one) => textOf(valueAt(one, 'name')) === name);
    return change === undefined ? opened(item) : openedBy(item, change, true);
  });
  return { ...value, open: true, items };
}

/** A value of which the part at a path is set, added or taken away: `-` and numbers count in lists. */
export function changedAt(value: Value, path: readonly string[]): Value {
  const [key, ...rest] = path;
  if (key === undefined) return unknown(value);
  if (value.kind === 'list') {
    if (rest.length === 0) return unknown(value);
    const isMeant = (index: number) => key === '*' || String(index) === key;
    return { ...value, items: value.items.map((item, index) => (isMeant(index) ? changedAt(item, rest) : item)) };
  }
  if (value.kind !== 'map') return unknown(value);
  const isThere = entryOf(value, key) !== undefined;
  if (!isThere) return { ...value, open: true };
  const entries = value.entries.map((entry) =>
    entry.key === key ? { ...entry, value: changedAt(entry.value, rest) } : entry,
  );
  return { ...value, entries };
}

const identity: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata']);

/** An object of which anything may be otherwise but what it is and is called. */
export function changedWholly(root: MapValue): MapValue {
  const entries = root.entries.map((entry) =>
    entry.key === 'metadata'
      ? { ...entry, value: namesOnly(entry.value) }
      : { ...entry, value: identity.has(entry.key) ? entry.value : unknown(entry.value) },
  );
  return { ...root, open: true, entries };
}

function namesOnly(metadata: Value): Value {
  if (metadata.kind !== 'map') return metadata;
  const entries = metadata.entries.map((entry) =>
    /^(?:name|generateName|namespace)$/.test(entry.key) ? entry : { ...entry, value: unknown(entry.value) },
  );
  return { ...metadata, open: true, entries };
}

/** A value without the images of a name: a deployment takes others for them. */
export function withoutImages(value: Value, name: string): Value {
  if (value.kind === 'list') return { ...value, items: value.items.map((item) => withoutImages(item, name)) };
  if (value.kind !== 'map') return value;
  const entries = value.entries.map((entry) => {
    const isMeant = entry.key === 'image' && imageName(textOf(entry.value) ?? '') === name;
    return { ...entry, value: isMeant ? unknown(entry.value) : withoutImages(entry.value, name) };
  });
  return { ...value, entries };
}

/** An image without its tag and digest. */
function imageName(image: string): string {
  return image.replace(/@.{0,200}$/, '').replace(/:[\w.-]{1,128}$/, '');
}

/** An entry that a patch adds, as if it stood in the file that is patched. */
function setElsewhere({ key, value }: MapEntry, at: Span): MapEntry {
  if (value.kind !== 'map') return { key, keyAt: at, value: { kind: 'unknown', at, because: patched } };
  const entries = value.entries.map((entry) => setElsewhere(entry, at));
  return { key, keyAt: at, value: { kind: 'map', entries, open: value.open, at } };
}
