import { Composer, type Tags, type YAMLParseError } from 'yaml';
import { nodeOfDocument } from './from-document.js';
import type { YamlNode } from './node.js';
import { tokensOf } from './tokens.js';

/** The tags that templates are full of. The parser makes an error object for each that it does not know. */
const commonTags: Tags = [
  ...['!Ref', '!Sub', '!GetAtt', '!Join', '!If', '!Equals', '!Select', '!FindInMap', '!ImportValue', '!Split'],
  ...['!Not', '!And', '!Or', '!Condition', '!Base64', '!Cidr', '!GetAZs', '!Transform'],
].flatMap((tag) => [
  { tag, resolve: (written: string) => written },
  { tag, collection: 'map' as const },
  { tag, collection: 'seq' as const },
]);

const options = {
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
  schema: 'failsafe',
  customTags: (known: Tags): Tags => [...known, ...commonTags],
} as const;

/** Why a text is no YAML, and from where to where. */
export type YamlError = Pick<YAMLParseError, 'code' | 'message' | 'pos'>;

/** The documents of a text, as `yaml` reads them; none with an error. */
export interface Composed {
  readonly documents: readonly (YamlNode | undefined)[];
  readonly error: YamlError | undefined;
}

/**
 * Reads with `yaml`, which says what is wrong and where. It makes an error object for every unknown tag; their stack traces
 * would cost as much as parsing does.
 */
export function composed(text: string): Composed {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    const tokens = tokensOf(text);
    if ('tooDeepAt' in tokens) return { documents: [], error: tooDeep(tokens.tooDeepAt) };
    const read = [...new Composer(options).compose(tokens)];
    const error = read.find(({ errors }) => errors.length > 0)?.errors[0];
    return { documents: error === undefined ? read.map((one) => nodeOfDocument(text, one)) : [], error };
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function tooDeep(at: number): YamlError {
  return { code: 'RESOURCE_EXHAUSTION', message: 'nested too deeply', pos: [at, at] };
}
