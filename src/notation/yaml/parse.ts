import { Composer, type Document, type ParsedNode, type Tags, type YAMLParseError } from 'yaml';
import { maskDirectives } from './mask.js';
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

/** How often a line that stands too far left is fixed before giving up: parsing again costs time. */
const mostFixes = 40;
const mostCharacters = 600_000;

/** Why a text is no YAML, and from where to where. */
export type YamlError = Pick<YAMLParseError, 'code' | 'message' | 'pos'>;

export interface ParsedYaml {
  readonly documents: readonly Document.Parsed<ParsedNode>[];
  readonly error: YamlError | undefined;
  /** Directives of a template engine were taken out. */
  readonly masked: boolean;
}

/** Parses what loaders in use accept: also brackets and quotes that go on too far left, also text with template directives. */
export function parseYaml(text: string): ParsedYaml {
  const parsed = parseLeniently(text);
  const isAffordable = text.length < mostCharacters;
  const masked = parsed.error === undefined || !isAffordable ? undefined : maskDirectives(text);
  if (masked === undefined) return { ...parsed, masked: false };
  const again = parseLeniently(masked);
  return again.error === undefined ? { ...again, masked: true } : { ...parsed, masked: false };
}

type Attempt = Omit<ParsedYaml, 'masked'>;

function parseLeniently(text: string): Attempt {
  const first = parse(text);
  let attempt = first;
  let fixed = text;
  const affordable = Math.min(mostFixes, Math.floor(mostCharacters / (text.length + 1)));
  for (let fixes = 0; fixes < affordable; fixes += 1) {
    const next = fix(fixed, attempt);
    if (next === undefined) break;
    fixed = next;
    attempt = parse(fixed);
  }
  return attempt.error === undefined ? attempt : first;
}

/** The parser makes an error object for every unknown tag; their stack traces would cost as much as parsing does. */
function parse(text: string): Attempt {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    const tokens = tokensOf(text);
    if ('tooDeepAt' in tokens) return { documents: [], error: tooDeep(tokens.tooDeepAt) };
    const documents = [...new Composer(options).compose(tokens)];
    return { documents, error: documents.find(({ errors }) => errors.length > 0)?.errors[0] };
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function tooDeep(at: number): YamlError {
  return { code: 'RESOURCE_EXHAUSTION', message: 'nested too deeply', pos: [at, at] };
}

/** Reads the line break at the place of the error as spaces: offsets stay. */
function fix(text: string, { error }: Attempt): string | undefined {
  const at = error?.pos[0] ?? 0;
  if (error === undefined) return undefined;
  const found = isMissingQuote(error)
    ? breakAfter(text, at)
    : isFlowTooFarLeft(error)
      ? breakBefore(text, at)
      : undefined;
  const [start, end] = found ?? [0, 0];
  return start === end ? undefined : text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}

function isFlowTooFarLeft({ code, message }: YamlError): boolean {
  return code === 'BAD_INDENT' && message.startsWith('Flow ');
}

function isMissingQuote({ code, message }: YamlError): boolean {
  return code === 'MISSING_CHAR' && message.startsWith('Missing closing ');
}

function breakBefore(text: string, at: number): readonly [number, number] | undefined {
  const found = /\r?\n[ \t]*$/.exec(text.slice(Math.max(0, at - 200), at));
  return found === null ? undefined : [at - found[0].length, at];
}

function breakAfter(text: string, at: number): readonly [number, number] | undefined {
  const found = /^\r?\n[ \t]*/.exec(text.slice(at, at + 200));
  return found === null ? undefined : [at, at + found[0].length];
}
