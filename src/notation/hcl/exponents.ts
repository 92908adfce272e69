/** `1e2`, `2.5E-3`. */
const exponents = /(?<![\w.])(\d{1,40}(?:\.\d{1,40})?)[eE]([+-]?)(\d{1,10})(?!\w)/g;

/** The grammar knows no exponents: it is given digits in their place, as many, so that every place stays where it is. */
export function withoutExponents(text: string): string {
  return text.replace(exponents, (_, number: string, sign: string, power: string) => {
    return number + '0'.repeat(1 + sign.length + power.length);
  });
}
