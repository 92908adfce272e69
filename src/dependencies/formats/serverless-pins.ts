import { childOf, type OutlineNode } from '../../notation/yaml/outline.js';
import { outlineOf } from '../../notation/yaml/outlined.js';
import type { Component } from '../component.js';
import type { Format, Source } from '../format.js';
import { imagesBelow } from './images.js';
import { nearest } from './npm/pnpm-workspace.js';

const common = { relation: 'direct', dev: false, via: [], origin: 'registry' } as const;

/** Serverless Framework: the framework's own version, its plugins, and images of functions. */
export const serverlessPins: Format = {
  name: 'serverless-pins',
  ecosystem: 'serverless',
  kind: 'manifest',
  matches: (path) => /(?:^|\/)serverless\.ya?ml$/.test(path),
  parse: (source) => {
    const { nodes: root, notices } = outlineOf(source);
    const service = root.find(({ key }) => key === 'service');
    if (service === undefined || !root.some(({ key }) => key === 'provider')) return { components: [], notices };
    const functions = root.find(({ key }) => key === 'functions');
    const images = imagesBelow(source.path, functions?.children ?? []);
    return { components: [frameworkOf(source, root, service), ...pluginsOf(source, root), ...images], notices };
  },
};

/** A `package.json` that names the framework decides which one deploys. */
function frameworkOf(source: Source, root: readonly OutlineNode[], service: OutlineNode): Component {
  const written = root.find(({ key }) => key === 'frameworkVersion')?.value;
  const decided = /"serverless"\s{0,20}:\s{0,20}"([^"\n]{1,100})"/.exec(nearest(source, 'package.json') ?? '')?.[1];
  const at = { path: source.path, start: service.keyStart, end: service.valueEnd };
  return { ...common, name: 'serverless', version: written ?? decided, at, pinned: 'framework' };
}

/** A list below `plugins`, or below its `modules`; the one-line form too. */
function pluginsOf({ path, text }: Source, root: readonly OutlineNode[]): readonly Component[] {
  const plugins = root.find(({ key }) => key === 'plugins');
  const list = childOf(plugins, 'modules') ?? plugins;
  if (list === undefined) return [];
  const written = list.value.startsWith('[') ? [list] : list.children;
  return written.flatMap((node) =>
    [...text.slice(node.valueStart, node.valueEnd).matchAll(/(?<![\w./@-])@?\w[\w./-]{1,213}/g)].map(
      (match): Component => {
        const start = node.valueStart + match.index;
        const at = { path, start, end: start + match[0].length };
        return { ...common, name: match[0], version: undefined, at, pinned: 'plugin' };
      },
    ),
  );
}
