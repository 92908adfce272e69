import {
  type Document,
  type DocumentOptions,
  isMap,
  isNode,
  isScalar,
  Lexer,
  LineCounter,
  type ParseOptions,
  parseDocument,
  type SchemaOptions,
  type YAMLError,
} from 'yaml';
import type { Position } from '../findings/finding.js';
import type { Notice } from '../findings/notice.js';
import { lineAt } from '../notation/source.js';
import { tokensOf } from '../notation/yaml/tokens.js';
import { type Odd, oddIn } from './odd.js';

/** Keys from the outside in: `['suppressions', 0, 'until']`. */
export type Keys = readonly PropertyKey[];

/** A settings file as plain values that know where they are written. */
export interface SettingsDocument {
  readonly written: unknown;
  /** Where a key, or the item of a list, is written; what is not there stands where it would belong. */
  readonly placeOf: (keys: Keys) => Position;
}

const longest = 100_000;
/** A file of the longest size has fewer when it is written by a person; each costs the parser up to a tenth of a millisecond. */
const mostParts = 25_000;
/** Mistakes of syntax that are told of one file. */
const mostBroken = 20;

/**
 * Plain texts, numbers, lists and maps: no tag makes anything else of them, no directive changes how they are read, and nothing is
 * printed. Keys are compared by `oddIn`, since the parser compares each with each.
 */
const plainly: ParseOptions & DocumentOptions & SchemaOptions = {
  schema: 'core',
  resolveKnownTags: false,
  merge: false,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'error',
};

/** Reads a settings file. What cannot be read as YAML is told, all at once. */
export function readSettings(path: string, text: string): SettingsDocument | { readonly broken: readonly Notice[] } {
  const notice = (place: Partial<Position>, message: string): Notice => ({ path, ...place, message, kind: 'settings' });
  if (text.length > longest) return { broken: [notice({ line: 1 }, 'Settings over 100 KB are not read.')] };
  if (hasTooManyParts(text)) return { broken: [notice({ line: 1 }, 'Settings have too many parts to be read.')] };
  const tokens = tokensOf(text);
  if ('tooDeepAt' in tokens) {
    return { broken: [notice({ line: lineAt(text, tokens.tooDeepAt) }, 'Settings are nested too deeply.')] };
  }
  const counter = new LineCounter();
  const document = parseDocument(text, { ...plainly, lineCounter: counter });
  const placeAt = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const broken = document.errors.length > 0 ? document.errors.slice(0, mostBroken).map(syntaxMistake) : oddIn(document);
  if (broken.length > 0) return { broken: broken.map(({ offset, message }) => notice(placeAt(offset), message)) };
  return { written: plainOf(document), placeOf: (keys) => placeAt(offsetOf(document, keys)) };
}

function hasTooManyParts(text: string): boolean {
  let parts = 0;
  for (const part of new Lexer().lex(text)) {
    parts += part === '' ? 0 : 1;
    if (parts > mostParts) return true;
  }
  return false;
}

function syntaxMistake({ pos: [offset], message }: YAMLError): Odd {
  return { offset, message: `Settings are not valid YAML: ${message.split('\n')[0]}.` };
}

/** The plain value; aliases that multiply beyond reason make it a text, which no settings are. */
function plainOf(document: Document.Parsed): unknown {
  try {
    return document.contents === null ? {} : document.toJS({ maxAliasCount: 100 });
  } catch {
    return 'too many aliases';
  }
}

function offsetOf(document: Document.Parsed, path: Keys): number {
  for (let length = path.length; length > 0; length -= 1) {
    const keys = path.slice(0, length);
    const owner = length === 1 ? document.contents : document.getIn(keys.slice(0, -1), true);
    const last = keys.at(-1);
    const pair = isMap(owner) ? owner.items.find(({ key }) => isNode(key) && String(key) === String(last)) : undefined;
    if (isNode(pair?.key) && pair.key.range) return pair.key.range[0];
    const node = document.getIn(keys, true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return isScalar(document.contents) ? (document.contents.range?.[0] ?? 0) : 0;
}
