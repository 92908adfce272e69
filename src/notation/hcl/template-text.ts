import type { Source } from '../source.js';
import type { Expression } from './expression.js';
import { parseHclExpression } from './parse.js';

const opening = 'text = <<POSTERN_TEMPLATE\n';

/** A file that is a template, as the expression that it would be as a heredoc. Its places are those of the file. */
export function parseTemplateText({ path, text }: Source): Expression {
  const at = { path, start: 0, end: text.length };
  if (!/[$%]\{/.test(text)) return { kind: 'literal', value: text, at };
  const wrapped = `${opening}${text}${text.endsWith('\n') ? '' : '\n'}POSTERN_TEMPLATE\n`;
  return { ...parseHclExpression({ path, text: wrapped, shift: opening.length }), at };
}
