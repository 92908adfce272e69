/** A text from outside as it may stand in a comment: one line, no Markdown, no addresses that become links by themselves. */
export function plainWords(text: string, longest = 160): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const short = line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
  return short.replace(/[\\`*_{}[\]<>()#|!~@]/g, (sign) => `\\${sign}`);
}

/** An address that may be linked: https, no signs that could end the link. */
export function safeUrl(url: string): string | undefined {
  return /^https:\/\/[\w.-]{1,200}(?:\/[\w./~%+:@,=?&#-]{0,500})?$/.test(url) ? url : undefined;
}

/** `a`, `a and b`, `a, b and 3 more`. */
export function joined(words: readonly string[], most = 5): string {
  const shown = words.slice(0, most);
  const more = words.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
