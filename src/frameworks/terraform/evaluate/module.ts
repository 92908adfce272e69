import type { Attribute, Block, Body, ConfigurationFile } from '../../../notation/hcl/block.js';
import { mergedBlocks } from './overrides.js';

/** The files of one folder, taken together. */
export interface Module {
  readonly folder: string;
  readonly files: readonly ConfigurationFile[];
  readonly variables: ReadonlyMap<string, Block>;
  readonly locals: ReadonlyMap<string, Attribute>;
  readonly outputs: ReadonlyMap<string, Block>;
  readonly resources: readonly Block[];
  /** The same by `type.name`. */
  readonly addresses: ReadonlyMap<string, Block>;
  /** By `type.name`. */
  readonly dataSources: ReadonlyMap<string, Block>;
  readonly calls: readonly Block[];
  readonly providers: readonly Block[];
  /** Old addresses and what they are called now. */
  readonly moved: readonly Block[];
  /** Parts could not be read: absence is unknown. */
  readonly open: boolean;
}

/** Sorts the blocks of a folder's files by what they declare. */
export function moduleOf(folder: string, files: readonly ConfigurationFile[]): Module {
  const blocks = mergedBlocks(files);
  const ofType = (type: string) => blocks.filter((block) => block.type === type);
  const named = (type: string) => new Map(ofType(type).map((block) => [block.labels[0] ?? '', block]));
  const resources = ofType('resource').filter(({ labels }) => labels.length === 2);
  return {
    folder,
    files,
    variables: named('variable'),
    locals: new Map(ofType('locals').flatMap(({ body }) => [...body.attributes])),
    outputs: named('output'),
    resources,
    addresses: new Map(resources.toReversed().map((block) => [block.labels.join('.'), block])),
    dataSources: new Map(ofType('data').map((block) => [block.labels.join('.'), block])),
    calls: ofType('module').filter(({ labels }) => labels.length === 1),
    providers: ofType('provider'),
    moved: ofType('moved'),
    open: files.some(({ body }) => isOpen(body)),
  };
}

function isOpen(body: Body): boolean {
  return body.open || body.blocks.some((block) => block.type === '' || (block.type === 'resource' && block.body.open));
}
