/** Resource types that stand before the name in an ARN: `table/Orders`. */
const typed = new Set(['table', 'event-bus', 'deliverystream', 'stream']);

/**
 * The name in an ARN: after the last colon, without its type and without what is inside (`Orders` of
 * `arn:aws:dynamodb:eu-west-1:1:table/Orders/index/x`). Undefined if it is not known or means everything.
 */
export function resourceNameIn(arn: string): string | undefined {
  const [first = '', second = ''] = arn.slice(arn.lastIndexOf(':') + 1).split('/');
  const name = typed.has(first) ? second : first;
  return name === '' || name === '*' || name.includes('${') ? undefined : name;
}

/** What object keys are meant: their literal beginning and end. Both empty: any key. */
export interface KeyPattern {
  readonly prefix: string;
  readonly suffix: string;
}

/** The object keys that a resource text like `${Bucket.Arn}/thumbnails/*` means; undefined if it names no keys. */
export function keysIn(text: string): KeyPattern | undefined {
  const slash = text.indexOf('/', text.indexOf('}') + 1);
  if (slash < 0) return undefined;
  const key = text.slice(slash + 1);
  const open = key.search(/[*?$]/);
  if (open < 0) return { prefix: key, suffix: key };
  const rest = key.includes('$') ? '' : key.slice(Math.max(key.lastIndexOf('*'), key.lastIndexOf('?')) + 1);
  return { prefix: key.slice(0, open), suffix: rest };
}

/** No key can match both. */
export function areDisjoint(a: KeyPattern, b: KeyPattern): boolean {
  const prefixes = a.prefix.startsWith(b.prefix) || b.prefix.startsWith(a.prefix);
  const suffixes = a.suffix.endsWith(b.suffix) || b.suffix.endsWith(a.suffix);
  return !prefixes || !suffixes;
}
