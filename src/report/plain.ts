/** Words for formats that show plain text. Names come from reviewed code: what would hide or move text is made visible. */

/** One line of text; longer ones are cut. */
export function plainLine(written: string, most = 2_000): string {
  return plainText(written.replace(/\s+/g, ' '), most).trim();
}

/** Text whose line breaks stay. */
export function plainText(written: string, most = 8_000): string {
  const text = written.length <= most ? written : `${cutAt(written, most - 1)}…`;
  return text.replace(/\r\n?/g, '\n').replace(/(?![\n\t])[\p{Cc}\p{Bidi_Control}\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD');
}

/** Never between the two halves of a character. */
function cutAt(text: string, most: number): string {
  const cut = text.slice(0, most);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
