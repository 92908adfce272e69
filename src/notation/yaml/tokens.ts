import { type CST, Lexer, Parser } from 'yaml';
import { maximumDepth } from '../source.js';

/** The tokens of a text, or where it is nested deeper than values are read: what is made from tokens is made by recursion. */
export function tokensOf(text: string): readonly CST.Token[] | { readonly tooDeepAt: number } {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > deepest) return { tooDeepAt: Math.min(parser.offset, text.length) };
  }
  tokens.push(...parser.end());
  return tokens;
}

/** The document itself and the scalar that is being read stand on the stack too. */
const deepest = maximumDepth + 2;
