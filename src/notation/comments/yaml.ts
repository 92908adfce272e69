import { CST, Lexer } from 'yaml';
import type { Range } from './scan.js';

/** Marks of the lexer that stand for nothing in the text. */
const marks = new Set(['\u0002', '\u0018', '\u001f']);

/** The comments of a YAML text. Text in block scalars and quotes is none, whatever it looks like. */
export function yamlComments(text: string): readonly Range[] {
  const comments: Range[] = [];
  let at = 0;
  let isScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    const isMark: boolean = !isScalar && marks.has(lexeme);
    if (!isMark && !isScalar && CST.tokenType(lexeme) === 'comment')
      comments.push({ start: at, end: at + lexeme.length });
    isScalar = isMark && lexeme === '\u001f';
    if (!isMark) at += lexeme.length;
  }
  return comments;
}
