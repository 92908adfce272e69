import type { Span } from '../../../model/span.js';
import { type PatternPart, textOf, type Value } from '../../../model/value.js';
import { joined, scalar, unknownValue } from './expression-values.js';

type Evaluate = (args: readonly Value[], at: Span) => Value | undefined;

/** Texts are cut into so many pieces at most. */
const mostPieces = 200;

/** Longer results are not kept. */
const longest = 20_000;

/** Functions on texts that only texts go into, by name in lower case. */
export const textFunctions: ReadonlyMap<string, Evaluate> = new Map<string, Evaluate>([
  ['format', format],
  ['tolower', (args, at) => onText(args, at, (text) => text.toLowerCase())],
  ['toupper', (args, at) => onText(args, at, (text) => text.toUpperCase())],
  ['trim', (args, at) => onText(args, at, (text) => text.trim())],
  ['string', (args, at) => onText(args, at, (text) => text)],
  ['replace', replace],
  ['split', split],
  ['join', join],
  ['take', ([of, count], at) => cut(of, 0, count, at)],
  ['skip', ([of, from], at) => cut(of, Number(textOf(from)), undefined, at)],
  ['substring', ([of, from, length], at) => cut(of, Number(textOf(from)), length, at)],
  ['startswith', (args, at) => compared(args, at, (text, part) => text.startsWith(part))],
  ['endswith', (args, at) => compared(args, at, (text, part) => text.endsWith(part))],
]);

/** Also in texts with parts that only the deployment knows. */
function replace([text, from, to]: readonly Value[], at: Span): Value | undefined {
  const sought = textOf(from);
  if (text === undefined || to === undefined || sought === undefined || sought === '') return undefined;
  if (text.kind !== 'pattern' && textOf(text) === undefined) return undefined;
  const parts: readonly PatternPart[] = text.kind === 'pattern' ? text.parts : [textOf(text)];
  const pieces = parts.flatMap((part): readonly Value[] => {
    if (typeof part !== 'string') return [{ kind: 'pattern', parts: [part], at }];
    const between = part.slice(0, longest).split(sought);
    return between.length > mostPieces
      ? [unknownValue('too long', at)]
      : between.flatMap((piece, index) => (index === 0 ? [scalar(piece, at)] : [to, scalar(piece, at)]));
  });
  return joined(pieces, at);
}

function split([text, separator]: readonly Value[], at: Span): Value | undefined {
  const [written, by] = [textOf(text), textOf(separator)];
  if (text === undefined || written === undefined || by === undefined || by === '') return undefined;
  const items = written.split(by).slice(0, mostPieces);
  return { kind: 'list', items: items.map((item) => scalar(item, at, [text])), open: items.length === mostPieces, at };
}

function join([list, separator]: readonly Value[], at: Span): Value | undefined {
  const between = textOf(separator);
  if (list?.kind !== 'list' || list.open || between === undefined || list.items.length > mostPieces) return undefined;
  return joined(
    list.items.flatMap((item, index) => (index === 0 ? [item] : [scalar(between, at), item])),
    at,
  );
}

/** Of lists too. */
function cut(of: Value | undefined, from: number, length: Value | undefined, at: Span): Value | undefined {
  const count = length === undefined ? Number.POSITIVE_INFINITY : Number(textOf(length));
  if (of === undefined || !(from >= 0 && count >= 0)) return undefined;
  if (of.kind === 'list') return of.open ? undefined : { ...of, items: of.items.slice(from, from + count), at };
  const text = textOf(of);
  return text === undefined ? undefined : scalar(text.slice(from, from + count), at, [of]);
}

function compared(args: readonly Value[], at: Span, holds: (text: string, part: string) => boolean): Value | undefined {
  const [text, part] = args.map((arg) => textOf(arg)?.toLowerCase());
  return text === undefined || part === undefined ? undefined : scalar(holds(text, part), at, args);
}

function onText(args: readonly Value[], at: Span, change: (text: string) => string): Value | undefined {
  const [value] = args;
  if (value?.kind === 'pattern') {
    return { ...value, parts: value.parts.map((part) => (typeof part === 'string' ? change(part) : part)), at };
  }
  const text = textOf(value);
  return text === undefined ? undefined : scalar(change(text), at, args);
}

function format([pattern, ...args]: readonly Value[], at: Span): Value | undefined {
  const text = textOf(pattern);
  if (text === undefined) return undefined;
  const pieces = text.split(/(\{\d{1,2}\})/).map((piece): Value => {
    const index = /^\{(\d{1,2})\}$/.exec(piece)?.[1];
    return index === undefined ? scalar(piece, at) : (args[Number(index)] ?? unknownValue('format', at));
  });
  return joined(pieces, at);
}
