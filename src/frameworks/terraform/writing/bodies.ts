import { parse } from 'jsonc-parser';
import type { Literal } from '../../../model/literal.js';
import { type Express, isMapping, type Printable, toPrintable } from '../../../notation/printable.js';
import type { AttributeField, Field, Fields } from '../resources/field.js';
import { fieldAt } from './field-paths.js';
import { printArguments, printExpression } from './printing.js';

/** What is written into a body: arguments by name, and blocks by type. */
export interface BodyLines {
  readonly arguments: ReadonlyMap<string, Printable>;
  readonly blocks: readonly { readonly name: string; readonly inside: BodyLines }[];
}

/** Properties of the API as the arguments and blocks of a body; undefined when one of them cannot be said. */
export function linesFor(
  properties: ReadonlyMap<string, Literal>,
  fields: Fields,
  express: Express,
): BodyLines | undefined {
  const growing: Growing = { arguments: new Map(), blocks: [], inner: new Map() };
  for (const [key, literal] of properties) {
    const field = fieldAt(fields, [key])?.field;
    if (field === undefined || !addField(growing, field, literal, express)) return undefined;
  }
  const within = [...growing.inner].map(([name, own]) => ({ name, inside: { arguments: own, blocks: [] } }));
  return { arguments: growing.arguments, blocks: [...growing.blocks, ...within] };
}

interface Growing {
  readonly arguments: Map<string, Printable>;
  readonly blocks: { readonly name: string; readonly inside: BodyLines }[];
  /** Arguments that stand in a block of their own. */
  readonly inner: Map<string, Map<string, Printable>>;
}

/** False when it cannot be said. */
function addField(growing: Growing, field: Field, literal: Literal, express: Express): boolean {
  if (field.kind === 'companion') return false;
  if (field.kind === 'block' || field.kind === 'group') {
    const made = nestedLines(literal, field, express);
    if (made === undefined) return false;
    if (field.kind === 'block') growing.blocks.push(...made.map((inside) => ({ name: field.name, inside })));
    else for (const [name, value] of made.flatMap((one) => [...one.arguments])) growing.arguments.set(name, value);
    return true;
  }
  const value = argumentFor(literal, field, express);
  if (value === undefined) return false;
  const within = field.kind === 'attribute' ? field.within : undefined;
  const { inner } = growing;
  if (within === undefined) growing.arguments.set(field.name, value);
  else inner.set(within, (inner.get(within) ?? new Map<string, Printable>()).set(field.name, value));
  return true;
}

function nestedLines(
  literal: Literal,
  field: Extract<Field, { kind: 'block' | 'group' }>,
  express: Express,
): readonly BodyLines[] | undefined {
  const made: BodyLines[] = [];
  for (const one of Array.isArray(literal) ? literal : [literal]) {
    const entries = entriesOf(one);
    const lines = entries && linesFor(entries, field.fields, express);
    if (lines === undefined) return undefined;
    made.push(lines);
  }
  return made;
}

/** The entries of a map; undefined for everything else. */
export function entriesOf(literal: Literal): ReadonlyMap<string, Literal> | undefined {
  if (typeof literal !== 'object' || literal === null || Array.isArray(literal)) return undefined;
  if ('refersTo' in literal || 'joined' in literal) return undefined;
  return new Map(Object.entries(literal));
}

/** The value of one argument; documents are encoded. */
export function argumentFor(
  literal: Literal,
  field: AttributeField | Extract<Field, { kind: 'document' }>,
  express: Express,
): Printable | undefined {
  if (field.kind === 'document') return encoded(toPrintable(literal, express));
  if (field.encoded && typeof literal === 'string') return encoded(toPrintable(parse(literal) ?? literal, express));
  if (field.write !== undefined) {
    const written = field.write(literal);
    return written === undefined ? undefined : toPrintable(written, express);
  }
  const words = Object.entries(field.words ?? {});
  const word = words.find(([, meaning]) => meaning === literal)?.[0];
  if (word !== undefined) return word === 'true' || word === 'false' ? word === 'true' : word;
  return toPrintable(literal, express);
}

function encoded(printable: Printable | undefined): Printable | undefined {
  if (printable === undefined || !isMapping(printable)) return printable;
  return { verbatim: `jsonencode(${printExpression(printable, '')})` };
}

/** The lines of a body for an indentation. */
export function printBody({ arguments: args, blocks }: BodyLines, lead: string): string {
  const lines = args.size > 0 ? [printArguments(args, lead)] : [];
  return [...lines, ...blocks.map((one) => printBlock(one, lead))].join('\n');
}

/** A block with what stands in it. */
export function printBlock({ name, inside }: BodyLines['blocks'][number], lead: string): string {
  const inner = printBody(inside, `${lead}  `);
  return inner === '' ? `${lead}${name} {}` : `${lead}${name} {\n${inner}\n${lead}}`;
}
