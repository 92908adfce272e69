import type { Notice } from '../../findings/notice.js';
import type { Span } from '../../model/span.js';
import type { Value } from '../../model/value.js';
import type { Source } from '../source.js';
import type { YamlNode } from './node.js';

/** Gives a tagged node its meaning. `value` is the node read as if it had no tag; its span includes the tag. */
export type TagReader = (tag: string, value: Value) => Value;

/** One pass over one text. */
export interface Walk {
  readonly source: Source;
  readonly tag: TagReader | undefined;
  /** Scalars may hold marks of template directives. */
  readonly masked: boolean;
  readonly anchors: Map<string, YamlNode>;
  readonly shared: Span[];
  readonly flows: Span[];
  readonly notices: Notice[];
  readonly failures: Notice[];
  /** Anchored nodes that are being read: an alias to one of them is a cycle. */
  readonly open: Set<YamlNode>;
  depth: number;
  /** Where the outermost alias stands while its node is being read. */
  use: Span | undefined;
  visitsLeft: number;
  flowEnd: number;
}

/** Nodes that may be read through aliases in one file. */
const aliasBudget = 50_000;

export function newWalk(source: Source, tag: TagReader | undefined, masked: boolean): Walk {
  return {
    source,
    tag,
    masked,
    anchors: new Map(),
    shared: [],
    flows: [],
    notices: [],
    failures: [],
    open: new Set(),
    depth: 0,
    use: undefined,
    visitsLeft: aliasBudget,
    flowEnd: 0,
  };
}
