/**
 * Resource patterns as sequences of elements over an alphabet of letters. A letter is a character, a part that only the
 * deployment knows (`${Env}`), or `fresh`, which stands for whatever no pattern names.
 */
export type Element = Letter | One | Many;

interface Letter {
  readonly kind: 'letter';
  readonly letter: string;
}

/** Any one letter but these. */
interface One {
  readonly kind: 'one';
  readonly except: string;
  /** Whether it can be a part that only the deployment knows. */
  readonly tokens: boolean;
}

/** Any number of letters but these. */
interface Many {
  readonly kind: 'many';
  readonly except: string;
  /** Only characters: no name of one of the stack's own things. */
  readonly isPlain?: boolean;
}

/** Stands for whatever no pattern names. Private to Unicode, so that no text has it. */
export const fresh = '\uE000';

/** How parts that only the deployment knows are read: as themselves, or as whatever they could be. */
export type Reading = 'surely' | 'possibly';

const anything: Many = { kind: 'many', except: '' };
const whatever: Many = { kind: 'many', except: fresh };
const word: Many = { kind: 'many', except: `${fresh}:/` };

/** What a part that only the deployment knows could be: of a region, an account or a stack one word. */
export function possibilitiesOf(letter: string): Many {
  return /^\$\{AWS::(?:Region|AccountId|Partition|StackName)\}$/.test(letter) ? word : whatever;
}

/** Longer ones are nobody's: the platform's own limit for a document is 10,240. */
const longestPattern = 2_048;

/** A text without the letter that is ours. */
function cleaned(text: string): string {
  return text.slice(0, longestPattern).replaceAll(fresh, '');
}

/** A text in letters: characters, and names of what only the deployment knows. */
export function lettersOf(text: string): readonly string[] {
  const letters: string[] = [];
  const whole = cleaned(text);
  for (let at = 0; at < whole.length; ) {
    const end = whole.startsWith('${', at) ? whole.indexOf('}', at) : -1;
    const next = end === -1 ? at + 1 : end + 1;
    letters.push(whole.slice(at, next));
    at = next;
  }
  return letters;
}

/** True if a letter stands for what only the deployment knows. Names of the stack's own resources differ from all others. */
export function isOpen(letter: string): boolean {
  return letter.length > 1 && !letter.startsWith('${!');
}

/** True if a letter stands for a name that the deployment makes: it may begin with anything, and ends as nothing else does. */
export function isGenerated(letter: string): boolean {
  return letter.startsWith('${!');
}

const parsed: Readonly<Record<Reading, Map<string, readonly Element[]>>> = { surely: new Map(), possibly: new Map() };
/** Patterns that are kept parsed: as many as a large change has. */
const mostParsed = 20_000;

/** A resource pattern as IAM reads it: `*` any text, `?` one character, everything else itself. */
export function elementsOf(text: string, reading: Reading): readonly Element[] {
  const own = parsed[reading];
  const known = own.get(text);
  if (known !== undefined) return known;
  if (own.size > mostParsed) own.clear();
  const elements = lettersOf(text).map((letter) => elementOf(letter, reading));
  const shorter = elements.filter((element, at) => element !== anything || elements[at - 1] !== anything);
  own.set(text, shorter);
  return shorter;
}

function elementOf(letter: string, reading: Reading): Element {
  if (letter === '*') return anything;
  if (letter === '?') return { kind: 'one', except: '', tokens: reading === 'possibly' };
  return isOpen(letter) && reading === 'possibly' ? possibilitiesOf(letter) : { kind: 'letter', letter };
}

/** True if an element takes a letter. */
export function takes(element: Element, letter: string): boolean {
  if (element.kind === 'letter') return element.letter === letter;
  if (letter.length > 1) {
    if (element.kind === 'one' && !element.tokens) return false;
    if (element.kind === 'many' && element.isPlain === true && isGenerated(letter)) return false;
  }
  return element.except === '' || !element.except.includes(letter);
}
