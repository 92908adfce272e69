import { verdictAt } from './doubts.js';
import { type Cell, isMore } from './hunting.js';
import { matchesWord } from './patterns/meeting.js';
import { fresh, lettersOf } from './patterns/pattern.js';

/** Words for what no pattern names: the first that fit are taken. Account numbers are those of the documentation. */
const regions = ['us-east-1', 'eu-central-1', 'sa-east-1'];
const accounts = ['111122223333', '444455556666', '999999999999'];
const names = ['example', 'users', 'other', 'zq7'];

type Sides = Pick<Cell, 'head' | 'base' | 'domain'>;

/** A resource in letters as one that exists could be written, checked once more as it is written; undefined if none was found. */
export function writtenWord(word: readonly string[], sides: Sides): string | undefined {
  const whole = withParts(word);
  const isOther = whole.length > word.length && sides.domain.some((one) => matchesWord(one, whole));
  return (isOther ? writtenAs(whole, sides) : undefined) ?? writtenAs(word, sides);
}

/** Of an ARN what follows partition, service, region and account. */
const partsBefore = 5;

/** Nothing ends where a part of it should begin, no part is empty, and no name begins with a hyphen. */
function withParts(word: readonly string[]): readonly string[] {
  let colons = 0;
  const all = word.flatMap((letter, at) => {
    const isName = colons >= partsBefore && /^(?:[/:][._-]|\/[/:]|::)$/.test(`${word[at - 1] ?? ''}${letter}`);
    if (letter === ':') colons += 1;
    return isName ? [fresh, letter] : [letter];
  });
  return /^[/:._-]$/.test(word.at(-1) ?? '') ? [...all, fresh] : all;
}

function writtenAs(word: readonly string[], sides: Sides): string | undefined {
  const usual = usualOf(word);
  if (isMore(verdictAt(sides, usual.letters))) return usual.text;
  for (const name of names) {
    for (const [at, region] of regions.entries()) {
      const text = filled(word, { region, account: accounts[at] ?? '', name });
      if (isMore(verdictAt(sides, lettersOf(text)))) return text;
    }
  }
  // Where `?` asks for exactly so many characters.
  const text = word.map((letter) => (letter === fresh ? 'z' : letter)).join('');
  return isMore(verdictAt(sides, lettersOf(text))) ? text : undefined;
}

/** A resource written out, where any will do. */
export function usualWord(word: readonly string[]): string {
  return usualOf(word).text;
}

const usualWords = new WeakMap<readonly string[], { readonly text: string; readonly letters: readonly string[] }>();

/** With the first of the words: the widest resource of a type is asked about again and again. */
function usualOf(word: readonly string[]) {
  const known = usualWords.get(word);
  if (known !== undefined) return known;
  const text = filled(word, { region: regions[0] ?? '', account: accounts[0] ?? '', name: names[0] ?? '' });
  const made = { text, letters: lettersOf(text) };
  usualWords.set(word, made);
  return made;
}

interface Filling {
  readonly region: string;
  readonly account: string;
  readonly name: string;
}

function filled(word: readonly string[], { region, account, name }: Filling): string {
  let field = 0;
  return word
    .map((letter, at) => {
      if (letter === ':') field += 1;
      if (letter !== fresh) return letter;
      if (word[at - 1] === fresh) return '';
      return field === 3 ? region : field === 4 ? account : name;
    })
    .join('');
}
