import { gzipSync } from 'node:zlib';
import type { Result } from 'sarif';

/** https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning */
const sarifLimits = { results: 25_000, zippedBytes: 10_000_000 } as const;

/** A file below this size is never too large when it is compressed, so nobody has to try. */
const certainlySmall = sarifLimits.zippedBytes;

/** Renders as many results, worst first, as code scanning takes in one file; the renderer says how many are left out. */
export function within(
  results: readonly Result[],
  render: (results: readonly Result[], left: number) => string,
  limits: { readonly results: number; readonly zippedBytes: number } = sarifLimits,
): string {
  let kept = Math.min(results.length, limits.results);
  for (;;) {
    const text = render(results.slice(0, kept), results.length - kept);
    if (kept === 0 || isSmall(text, limits.zippedBytes)) return text;
    kept = Math.floor(kept / 2);
  }
}

function isSmall(text: string, most: number): boolean {
  if (most >= certainlySmall && Buffer.byteLength(text) <= certainlySmall) return true;
  return gzipSync(text).length <= most;
}
