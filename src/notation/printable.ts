import { isJoined, isReference, type Literal, type LiteralJoined, type LiteralReference } from '../model/literal.js';

/** Text that is written as it is: `!GetAtt Orders.Arn`. Always one line. */
export interface Verbatim {
  readonly verbatim: string;
}

/** A literal with its references put into the words of one format. */
export type Printable =
  | string
  | number
  | boolean
  | null
  | Verbatim
  | readonly Printable[]
  | ReadonlyMap<string, Printable>;

/** How a format writes a reference or a joined text; undefined if it cannot. */
export type Express = (expression: LiteralReference | LiteralJoined) => Printable | undefined;

/** For formats that have no references: texts without any can still be joined. */
export const plainText: Express = (expression) => {
  if (isReference(expression)) return undefined;
  const parts = expression.joined;
  return parts.every((part) => typeof part === 'string') ? parts.join('') : undefined;
};

/** The literal as it can be printed; undefined if some reference in it cannot be said. */
export function toPrintable(literal: Literal, express: Express): Printable | undefined {
  if (typeof literal !== 'object' || literal === null) return literal;
  if (isReference(literal) || isJoined(literal)) return express(literal);
  if (Array.isArray(literal)) return printableList(literal, express);
  const entries = new Map<string, Printable>();
  for (const [key, inner] of Object.entries(literal)) {
    const printable = toPrintable(inner, express);
    if (printable === undefined) return undefined;
    entries.set(key, printable);
  }
  return entries;
}

function printableList(literals: readonly Literal[], express: Express): Printable | undefined {
  const items: Printable[] = [];
  for (const literal of literals) {
    const printable = toPrintable(literal, express);
    if (printable === undefined) return undefined;
    items.push(printable);
  }
  return items;
}

export function isMapping(printable: Printable): printable is ReadonlyMap<string, Printable> {
  return printable instanceof Map;
}

export function isSequence(printable: Printable): printable is readonly Printable[] {
  return Array.isArray(printable);
}

export function isVerbatim(printable: Printable): printable is Verbatim {
  return typeof printable === 'object' && printable !== null && 'verbatim' in printable;
}

/** True for lists and maps that hold something. */
export function isContainer(printable: Printable): boolean {
  if (isMapping(printable)) return printable.size > 0;
  return isSequence(printable) && printable.length > 0;
}

/** A literal under a path of keys. */
export function nest(path: readonly string[], printable: Printable): Printable {
  return path.reduceRight<Printable>((inner, key) => new Map([[key, inner]]), printable);
}
