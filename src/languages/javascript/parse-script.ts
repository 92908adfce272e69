import { type ParserOptions, type ParserPlugin, parse } from '@babel/parser';
import type { Program } from '@babel/types';
import type { Notice } from '../../findings/notice.js';
import { maximumDepth, refusalOf, type Source, unread } from '../../notation/source.js';

/** A file of JavaScript or TypeScript as its syntax says it. All offsets are those of `text`. */
export interface Script extends Source {
  readonly program: Program;
}

/** A file that has no syntax tree, with the notice that tells why. */
export interface Unparsed {
  readonly because: 'refused' | 'nested too deeply' | 'not valid';
  readonly offset: number;
  readonly notice: Notice;
}

const options: ParserOptions = {
  sourceType: 'unambiguous',
  errorRecovery: true,
  allowReturnOutsideFunction: true,
  attachComment: false,
};

const plugins: readonly ParserPlugin[] = [
  'typescript',
  'decorators',
  'decoratorAutoAccessors',
  'explicitResourceManagement',
];

/** Parses a file; what the parser can recover from it does. Nothing is run. */
export function parseScript(source: Source): Script | Unparsed {
  const refusal = refusalOf(source);
  if (refusal !== undefined) return { because: 'refused', offset: 0, notice: refusal };
  const deep = placeOfDepth(source.text);
  if (deep !== undefined) return unparsed(source, deep, 'nested too deeply');
  try {
    const { program } = parse(source.text, { ...options, plugins: pluginsFor(source.path) });
    return { path: source.path, text: source.text, program };
  } catch (error) {
    return unparsed(source, positionOf(error), 'not valid');
  }
}

/** `<T>value` is a cast in TypeScript and an element everywhere else. */
function pluginsFor(path: string): ParserPlugin[] {
  return /\.[mc]?ts$/.test(path) ? [...plugins] : [...plugins, 'jsx'];
}

function unparsed(source: Source, offset: number, because: 'nested too deeply' | 'not valid'): Unparsed {
  const what = because === 'not valid' ? 'not valid JavaScript or TypeScript' : because;
  return { because, offset, notice: unread(source, offset, `is ${what} and was not reviewed`) };
}

/** The parser throws where it cannot recover, and where it is out of stack: then without a position. */
function positionOf(error: unknown): number {
  return typeof error === 'object' && error !== null && 'pos' in error && typeof error.pos === 'number' ? error.pos : 0;
}

/** The parser recurses, so depth is counted before it runs; brackets in texts count as well. */
function placeOfDepth(text: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 40 || code === 91 || code === 123) depth += 1;
    else if (code === 41 || code === 93 || code === 125) depth -= 1;
    if (depth > maximumDepth * 2) return at;
  }
  return undefined;
}
