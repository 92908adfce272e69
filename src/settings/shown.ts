const longestValue = 80;

/** A value as it may be repeated: short, on one line. */
export function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'a map';
  if (value === '') return 'an empty text';
  return `\`${String(value)
    .slice(0, longestValue)
    .replace(/[`\s]+/g, ' ')}\``;
}
