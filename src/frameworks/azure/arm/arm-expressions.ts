import type { Span } from '../../../model/span.js';
import type { Expression } from '../expressions/expression.js';
import { type Token, tokensOf } from './tokens.js';

/** Calls nested deeper than this are not read. */
const deepest = 60;

/** Longer expressions are not read. */
const longest = 30_000;

/** True for texts that ARM evaluates: `[...]`, but not `[[...`. */
export function isExpression(text: string): boolean {
  return text.startsWith('[') && text.endsWith(']') && !text.startsWith('[[');
}

/** An expression between brackets. All of it stands where the text stands. */
export function parseExpression(text: string, at: Span): Expression {
  const tokens = text.length > longest ? undefined : tokensOf(text.slice(1, -1));
  if (tokens === undefined) return { kind: 'unknown', because: 'not a valid expression', at };
  const reading: Reading = { tokens, next: 0, at };
  const expression = operand(reading, 0);
  const isWhole = reading.next === tokens.length;
  return expression !== undefined && isWhole ? expression : { kind: 'unknown', because: 'not a valid expression', at };
}

interface Reading {
  readonly tokens: readonly Token[];
  next: number;
  readonly at: Span;
}

function operand(reading: Reading, depth: number): Expression | undefined {
  const token = reading.tokens[reading.next];
  if (token === undefined || depth > deepest) return undefined;
  reading.next += 1;
  const { at } = reading;
  if (token.kind === 'text') return { kind: 'literal', value: token.text, at };
  if (token.kind === 'number') return { kind: 'literal', value: Number(token.text), at };
  if (token.kind !== 'name') return undefined;
  const name = qualified(reading, token.text);
  const args = argumentsOf(reading, depth);
  return args && accessed(reading, { kind: 'call', name: name.toLowerCase(), args, at }, depth);
}

/** `namespace.function(…)`. */
function qualified(reading: Reading, first: string): string {
  let name = first;
  while (isSign(reading, '.') && reading.tokens[reading.next + 1]?.kind === 'name') {
    name = reading.tokens[reading.next + 1]?.text ?? name;
    reading.next += 2;
  }
  return name;
}

function isSign({ tokens, next }: Reading, sign: string): boolean {
  const token = tokens[next];
  return token?.kind === 'sign' && token.text === sign;
}

function argumentsOf(reading: Reading, depth: number): readonly Expression[] | undefined {
  if (!isSign(reading, '(')) return undefined;
  reading.next += 1;
  const args: Expression[] = [];
  while (!isSign(reading, ')')) {
    if (args.length > 0) {
      if (!isSign(reading, ',')) return undefined;
      reading.next += 1;
    }
    const arg = operand(reading, depth + 1);
    if (arg === undefined) return undefined;
    args.push(arg);
  }
  reading.next += 1;
  return args;
}

/** `.name` and `[index]` after a call. */
function accessed(reading: Reading, called: Expression, depth: number): Expression | undefined {
  const { at } = reading;
  let of = called;
  for (let steps = 0; steps < deepest; steps += 1) {
    if (isSign(reading, '.')) {
      const name = reading.tokens[reading.next + 1];
      if (name?.kind !== 'name') return undefined;
      reading.next += 2;
      of = { kind: 'member', of, name: name.text, at };
    } else if (isSign(reading, '[')) {
      reading.next += 1;
      const index = operand(reading, depth + 1);
      if (index === undefined || !isSign(reading, ']')) return undefined;
      reading.next += 1;
      of = { kind: 'index', of, index, at };
    } else {
      return of;
    }
  }
  return undefined;
}
