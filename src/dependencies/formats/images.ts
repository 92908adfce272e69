import { linesOf } from '../../notation/text.js';
import { childOf, type OutlineNode } from '../../notation/yaml/outline.js';
import { outlineOf } from '../../notation/yaml/outlined.js';
import type { Component, ComponentEcosystem } from '../component.js';
import type { Format, Parsed, Source } from '../format.js';
import { unverifiedCommands } from '../unverified.js';
import { imageTexts } from '../written-texts.js';
import { kustomizationsOf } from './kustomization.js';
import { wholeFolder } from './whole-folder.js';

/** Container build files: the images they start from. */
export const dockerfile: Format = {
  name: 'dockerfile',
  ecosystem: 'dockerfile',
  kind: 'manifest',
  matches: (path) => /(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[\w-]{1,50})?$|\.[Dd]ockerfile$/.test(path),
  parse: ({ path, text, files }) => {
    const stages = new Set<string>();
    const components = [...linesOf(text)].flatMap((line) => {
      const found =
        /^\s{0,50}FROM\s{1,20}(?:--platform=\S{1,100}\s{1,20})?(\S{1,500})(?:\s{1,20}AS\s{1,20}(\S{1,200}))?/i.exec(
          line.text,
        );
      if (found === null) return [];
      const [, image = '', stage] = found;
      const known = stages.has(image.toLowerCase()) || image === 'scratch';
      if (stage !== undefined) stages.add(stage.toLowerCase());
      if (known) return [];
      const start = line.start + line.text.indexOf(image, line.text.toUpperCase().indexOf('FROM') + 4);
      return [imageComponent(image, { path, start, end: start + image.length })];
    });
    const copies = wholeFolder({ path, text, files });
    const unverified = unverifiedCommands(path, text);
    return { components, notices: [], texts: imageTexts({ path, text }), unverified, ...(copies && { copies }) };
  },
};

/** An image reference, with its tag and digest. Parts that only the build knows make the version unknown. */
export function imageComponent(image: string, at: Component['at']): Component {
  const [named = '', digest] = image.split('@', 2);
  const colon = named.lastIndexOf(':');
  const tagged = colon > named.lastIndexOf('/');
  const name = tagged ? named.slice(0, colon) : named;
  const tag = tagged ? named.slice(colon + 1) : '';
  const open = /[${}<>]/.test(image);
  return {
    name: name.slice(0, 300),
    version: digest ?? (tag === '' ? undefined : tag),
    range: digest === undefined ? tag : `@${digest}`,
    relation: 'direct',
    dev: false,
    via: [],
    at,
    origin: open ? 'unknown' : 'registry',
    pinned: 'image',
  };
}

function yamlImages(
  name: string,
  ecosystem: ComponentEcosystem,
  isStack: (root: readonly OutlineNode[], path: string) => boolean,
): Format {
  return {
    name,
    ecosystem,
    kind: 'manifest',
    matches: (path) => /\.ya?ml$/.test(path) && !/(?:^|\/)(?:pnpm-lock|pnpm-workspace)\.yaml$/.test(path),
    parse: (source) => imagesIn(source, isStack),
  };
}

function imagesIn(
  { path, text, files }: Source,
  isStack: (root: readonly OutlineNode[], path: string) => boolean,
): Parsed {
  if (!/\b(?:image|ImageUri)\b/.test(text)) return { components: [], notices: [] };
  const { nodes: root, notices } = outlineOf({ path, text });
  if (!isStack(root, path)) return { components: [], notices: [] };
  const written = imagesBelow(path, root);
  if (written.length === 0) return { components: [], notices };
  const kustomizations = kustomizationsOf(files);
  return { components: written.filter(({ name }) => !kustomizations.sets(path, name)), notices };
}

/** Images in an outline. Functions that are built here name the image that the build makes, which is no dependency. */
export function imagesBelow(path: string, root: readonly OutlineNode[]): Component[] {
  const components: Component[] = [];
  const open = [root];
  for (let siblings = open.pop(); siblings !== undefined; siblings = open.pop()) {
    const built = siblings.some(({ key }) => key === 'handler' || key === 'build');
    for (const node of siblings) {
      if (node.children.length > 0) open.push(node.children);
      const image = built ? undefined : imageOf(node);
      if (image === undefined) continue;
      components.push(imageComponent(image, { path, start: node.valueEnd - image.length, end: node.valueEnd }));
    }
  }
  return components.sort((a, b) => a.at.start - b.at.start);
}

function imageOf(node: OutlineNode): string | undefined {
  const nested = node.key === '' && /^image: /.test(node.value) ? node.value.slice(7) : undefined;
  const image = node.key === 'image' || node.key === 'ImageUri' ? node.value : nested;
  return image !== undefined && /^[\w.:/@-]{1,500}$/.test(image) && /[.:/]/.test(image) ? image : undefined;
}

/** Knative services. */
export const knativeImages = yamlImages('knative-images', 'knative', (root) =>
  root.some((node) => node.key === 'apiVersion' && node.value.startsWith('serving.knative.dev/')),
);

/** OpenFaaS stack files: the images that are deployed but not built there. */
export const openfaasImages = yamlImages('openfaas-images', 'openfaas', (root) => {
  const provider = root.find((node) => node.key === 'provider');
  return childOf(provider, 'name')?.value === 'openfaas';
});
