/**
 * Values that one file, and the stacks of one commit together, may hold. A value takes up to a kilobyte while it is looked at;
 * the largest template that CloudFormation takes holds half as many, the largest repositories that we know a tenth.
 */
export const mostValues = 150_000;

/** How many values a text of any notation writes, about: what separates them is counted. */
export function valuesIn(text: string): number {
  let values = 0;
  for (const _ of text.matchAll(/[,{[=\n]|:[\s"[{\d]/g)) values += 1;
  return values;
}
