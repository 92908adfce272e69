import type { Script } from './script.js';

const opening = /(?<!<)<<-?\s{0,4}(["']?)([A-Za-z_]\w{0,60})\1/;

/**
 * Texts that a shell hands to a command as they are (`cat <<END`), which are no commands themselves. Answers for the start of a
 * line where the text ends that begins there. Takes time linear in the script's length.
 */
export function documentsIn({ text, start, end }: Script): (line: number) => number | undefined {
  const ends = new Map<number, number>();
  const piece = text.slice(start, end);
  if (!piece.includes('<<')) return () => undefined;
  let at = start;
  let open: { readonly word: string; readonly from: number } | undefined;
  for (const line of piece.split('\n')) {
    const next = at + line.length + 1;
    if (open !== undefined) {
      if (line.trim() === open.word) ends.set(open.from, next);
      if (line.trim() === open.word) open = undefined;
    } else {
      const word = opening.exec(line.slice(0, longestLine))?.[2];
      if (word !== undefined) open = { word, from: next };
    }
    at = next;
  }
  return (line) => ends.get(line);
}

const longestLine = 2000;
