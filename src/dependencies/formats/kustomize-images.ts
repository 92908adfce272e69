import { folderOf } from '../../model/path.js';
import type { OutlineNode } from '../../notation/yaml/outline.js';
import { outlineOf } from '../../notation/yaml/outlined.js';
import type { Component } from '../component.js';
import { type Format, resolvePath, type Source } from '../format.js';
import { imageComponent } from './images.js';

/**
 * Kustomize: the tags and digests that a deployment sets for images of its base. One that only renames an image leaves its
 * tag as the base has it.
 */
export const kustomizeImages: Format = {
  name: 'kustomize-images',
  ecosystem: 'knative',
  kind: 'manifest',
  matches: (path) => /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(path),
  parse: (source) => {
    if (!/^images:/m.test(source.text)) return { components: [], notices: [] };
    const { nodes: root, notices } = outlineOf(source);
    if (!deploysServices(source, root)) return { components: [], notices: [] };
    return { components: itemsBelow(root, 'images').flatMap((item) => setImage(source.path, item)), notices };
  },
};

/** The items of a list; those that stand as far left as its key follow it. */
function itemsBelow(root: readonly OutlineNode[], name: string): readonly OutlineNode[] {
  const at = root.findIndex(({ key }) => key === name);
  if (at === -1) return [];
  const beside = root.slice(at + 1);
  const end = beside.findIndex(({ key }) => key !== '');
  return [...(root[at]?.children ?? []), ...beside.slice(0, end === -1 ? undefined : end)];
}

const mostRead = 50;

/** True if a file that it deploys, itself or in a folder that it names, declares a service of Knative. */
function deploysServices({ path, files }: Source, root: readonly OutlineNode[]): boolean {
  const named = itemsBelow(root, 'resources').flatMap(({ value }) => resolvePath(folderOf(path), value) ?? []);
  const targets = new Set(named);
  const read = files.list().filter((one) => /\.ya?ml$/.test(one) && (targets.has(one) || targets.has(folderOf(one))));
  return read.slice(0, mostRead).some((one) => (files.read(one) ?? '').includes('serving.knative.dev/'));
}

function setImage(path: string, item: OutlineNode): readonly Component[] {
  const entries = item.key === '' ? [...inItem(item), ...item.children] : [item];
  const of = (key: string) => entries.find((entry) => entry.key === key && entry.value !== '');
  const name = of('newName') ?? of('name');
  const decides = of('digest') ?? of('newTag');
  if (name === undefined || decides === undefined) return [];
  const written = `${name.value}${decides.key === 'digest' ? '@' : ':'}${decides.value}`;
  return [imageComponent(written, { path, start: decides.valueStart, end: decides.valueEnd })];
}

/** `- name: image`: the first entry of an item stands on the line of its dash. */
function inItem(item: OutlineNode): readonly OutlineNode[] {
  const found = /^(\w{1,20}): {1,9}["']?([^"'\s]{1,500})["']?$/.exec(item.value);
  const [, key = '', value = ''] = found ?? [];
  const valueStart = item.valueStart + item.value.lastIndexOf(value);
  return found === null ? [] : [{ ...item, key, value, valueStart, valueEnd: valueStart + value.length, children: [] }];
}
