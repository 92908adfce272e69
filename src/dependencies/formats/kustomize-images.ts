import { folderOf } from '../../model/path.js';
import type { OutlineNode } from '../../notation/yaml/outline.js';
import { outlineOf } from '../../notation/yaml/outlined.js';
import type { Component } from '../component.js';
import type { Format, Source } from '../format.js';
import { imageComponent } from './images.js';
import { entryOf, isKustomization, itemsBelow, partsOf } from './kustomization.js';

/**
 * Kustomize: the tags and digests that a deployment sets for images of its base. One that only renames an image leaves its
 * tag as the base has it.
 */
export const kustomizeImages: Format = {
  name: 'kustomize-images',
  ecosystem: 'knative',
  kind: 'manifest',
  matches: isKustomization,
  parse: (source) => {
    if (!/^images:/m.test(source.text)) return { components: [], notices: [] };
    const { nodes: root, notices } = outlineOf(source);
    if (!deploysServices(source, root)) return { components: [], notices: [] };
    return { components: itemsBelow(root, 'images').flatMap((item) => setImage(source.path, item)), notices };
  },
};

const mostRead = 50;

/** True if a file that it deploys, itself or in a folder that it names, declares a service of Knative. */
function deploysServices({ path, files }: Source, root: readonly OutlineNode[]): boolean {
  const targets = new Set(partsOf(path, root));
  const read = files.list().filter((one) => /\.ya?ml$/.test(one) && (targets.has(one) || targets.has(folderOf(one))));
  return read.slice(0, mostRead).some((one) => (files.read(one) ?? '').includes('serving.knative.dev/'));
}

function setImage(path: string, item: OutlineNode): readonly Component[] {
  const of = (key: string) => entryOf(item, key);
  const name = of('newName') ?? of('name');
  const decides = of('digest') ?? of('newTag');
  if (name === undefined || decides === undefined) return [];
  const written = `${name.value}${decides.key === 'digest' ? '@' : ':'}${decides.value}`;
  return [imageComponent(written, { path, start: decides.valueStart, end: decides.valueEnd })];
}
