/** How a name comes to look like another. */
export type Resemblance = 'one letter' | 'separators' | 'look-alike letters' | 'affix';

const shortestForLetters = 5;

/** Whether a name looks like another that it is not; undefined if it does not. */
export function resemblance(name: string, popular: string): Resemblance | undefined {
  if (name === popular) return undefined;
  if (squashed(name) === squashed(popular)) return 'separators';
  if (folded(name) === folded(popular)) return 'look-alike letters';
  if (popular.length < shortestForLetters || name.length > 100 || name === popular.replace(/\d+$/, ''))
    return undefined;
  if (withoutAffix(name) === popular) return 'affix';
  return scopeOf(name) === scopeOf(popular) && isOneStepApart(name, popular) ? 'one letter' : undefined;
}

/** Without what separates words; a scope counts as a first word. */
function squashed(name: string): string {
  return name.replace(/[@/_.-]/g, '');
}

function scopeOf(name: string): string {
  return name.startsWith('@') ? name.slice(0, name.indexOf('/')) : '';
}

/** Letters that are taken for others. */
function folded(name: string): string {
  return name
    .toLowerCase()
    .replace(/0/g, 'o')
    .replace(/[1|]/g, 'l')
    .replace(/i/g, 'l')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w');
}

/** `node-express`, `express-js`, `python-requests`, `expressjs`. */
function withoutAffix(name: string): string {
  return name.replace(/^(?:node|python|py|js)-/, '').replace(/(?:[-.](?:js|node|py|python))$/, '');
}

/** One letter inserted, left out or replaced, or two neighbours swapped. */
export function isOneStepApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const rest = (text: string, skip: number): string => text.slice(at + skip);
  if (a.length > b.length) return rest(a, 1) === rest(b, 0);
  if (b.length > a.length) return rest(b, 1) === rest(a, 0);
  if (rest(a, 1) === rest(b, 1)) return true;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && rest(a, 2) === rest(b, 2);
}
