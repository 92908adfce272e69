import { refusal } from '../server/refusal.js';

const token = /[\s,]+|#[^\n]*|\.\.\.|[A-Za-z_]\w*|-?\d+(?:\.\d+)?|"(?:\\.|[^"\\\n])*"|[!$():=@[\]{}|&]/y;

/** The words of a query, one at a time. */
export interface Tokens {
  readonly peek: () => string;
  readonly next: () => string;
  /** Takes the word if it comes next. */
  readonly take: (word: string) => boolean;
  readonly expect: (word: string) => void;
}

export function syntaxError(found: string): Error {
  return refusal(400, `A query attribute must be specified and must be a string. Unexpected ${found}`, {
    violation: 'graphql-syntax',
  });
}

function words(text: string): readonly string[] {
  const found: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const word = token.exec(text)?.[0];
    if (word === undefined) throw syntaxError(JSON.stringify(text.slice(at, at + 20)));
    if (!/^[\s,#]/.test(word)) found.push(word);
  }
  return found;
}

export function tokensOf(text: string): Tokens {
  const list = words(text);
  let at = 0;
  const peek = () => list[at] ?? '';
  const next = () => list[at++] ?? '';
  const take = (word: string) => {
    const comes = peek() === word;
    if (comes) at += 1;
    return comes;
  };
  return {
    peek,
    next,
    take,
    expect(word) {
      if (!take(word)) throw syntaxError(`${peek() || 'end'}, expected ${word}`);
    },
  };
}
