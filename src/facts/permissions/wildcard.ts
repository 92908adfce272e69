/**
 * Whether a text is what an access-policy pattern stands for: `*` any text, `?` any one character, without case.
 * Remembers only the last star, so the work is bounded by the product of both lengths.
 */
export function matchesWildcard(pattern: string, text: string): boolean {
  if (!pattern.includes('*') && !pattern.includes('?')) {
    return pattern.length === text.length && pattern.toLowerCase() === text.toLowerCase();
  }
  const wanted = pattern.toLowerCase();
  const given = text.toLowerCase();
  let [at, star, retry] = [0, -1, 0];
  for (let index = 0; index < given.length; ) {
    if (at < wanted.length && wanted[at] === '*') {
      star = at;
      at += 1;
      retry = index;
    } else if (at < wanted.length && (wanted[at] === '?' || wanted[at] === given[index])) {
      at += 1;
      index += 1;
    } else if (star >= 0) {
      at = star + 1;
      retry += 1;
      index = retry;
    } else {
      return false;
    }
  }
  while (wanted[at] === '*') at += 1;
  return at === wanted.length;
}
