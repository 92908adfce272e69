/** One word or sign of ARM's expression language. */
export interface Token {
  readonly kind: 'name' | 'text' | 'number' | 'sign';
  readonly text: string;
}

const pattern = /\s*(?:'((?:[^']|'')*)'|([A-Za-z_]\w*)|(-?\d+(?:\.\d+)?)|([()[\],.]))/y;

/** The words and signs of an expression; undefined if something else is among them. */
export function tokensOf(written: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < written.length) {
    const from = pattern.lastIndex;
    const found = pattern.exec(written);
    if (found === null) return written.slice(from).trim() === '' ? tokens : undefined;
    const [, text, name, number, sign] = found;
    if (text !== undefined) tokens.push({ kind: 'text', text: text.replaceAll("''", "'") });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else tokens.push({ kind: 'sign', text: sign ?? '' });
  }
  return tokens;
}
