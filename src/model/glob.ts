import picomatch from 'picomatch';

/** True of the texts that a glob pattern means. */
export type Glob = (text: string) => boolean;

interface Choices {
  /** A `*` stops at `/`, as in paths. */
  readonly isPath: boolean;
}

/** A segment with more stars takes too long on names that almost match. */
const mostStars = 3;
/** Of `**`, and of choices in braces: many after each other are as many repetitions. */
const mostAcross = 4;
const longest = 500;

/** True if a pattern may be followed in no time, whatever it is held against. */
export function isFrugal(pattern: string): boolean {
  const across = Math.max(pattern.split('**').length, pattern.split('{').length) - 1;
  const inSegments = pattern.split('/').every((segment) => (segment.match(/\*+|\?{4}/g) ?? []).length <= mostStars);
  return pattern.length <= longest && across <= mostAcross && inSegments;
}

/**
 * Follows a glob pattern: `*`, `**`, `?`, `[a-z]` and `{a,b}`. Patterns are written by whom we review: brackets that would
 * become groups of a regular expression are plain text, and a pattern that is not frugal means nothing.
 */
export function globOf(pattern: string, { isPath }: Choices = { isPath: true }): Glob {
  if (!isFrugal(pattern)) return () => false;
  const plain = pattern.replace(/\\?[()|]/g, (sign) => `\\${sign.at(-1)}`);
  const test = picomatch(plain, { dot: true, bash: !isPath, nonegate: true, noext: true });
  return (text) => test(text);
}
