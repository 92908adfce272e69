import { globOf } from '../model/glob.js';

/** True of paths that are not judged. A pattern that names a folder means everything below it. */
export type IsExcluded = (path: string) => boolean;

/** The paths that glob patterns leave out: `legacy/infra/**`, `docs`, `*.test.yml` in any folder. */
export function excludedBy(patterns: readonly string[]): IsExcluded {
  const matchers = patterns.filter((pattern) => pattern.trim() !== '').map(matcherOf);
  return (path) => matchers.some((matches) => matches(path));
}

function matcherOf(pattern: string): IsExcluded {
  const clean = pattern.trim().replace(/^\.\//, '').replace(/\/+$/, '');
  const isName = !clean.includes('/') && /[*?]/.test(clean);
  const globs = isName ? [clean, `**/${clean}`] : [clean, `${clean}/**`];
  const tests = globs.map((glob) => globOf(glob));
  return (path) => tests.some((test) => test(path));
}
