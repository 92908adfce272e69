/**
 * Values that one file, and the stacks of one commit together, may hold. A value takes up to a kilobyte while it is looked at;
 * the largest template that CloudFormation takes holds half as many, the largest repositories that we know a tenth.
 */
export const mostValues = 150_000;

/** How many values a text of any notation writes, about: what separates them is counted, and colons before values. */
export function valuesIn(text: string): number {
  let values = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (separating.has(letter)) values += 1;
    else if (letter === ':' && beginning.has(text[at + 1] ?? '')) {
      values += 1;
      at += 1;
    }
  }
  return values;
}

const separating: ReadonlySet<string> = new Set(',{[=\n');
const beginning: ReadonlySet<string> = new Set(' \t\r\n"[{0123456789');
