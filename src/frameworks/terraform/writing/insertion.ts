import { together } from '../../../clouds/values/writes.js';
import type { Literal } from '../../../model/literal.js';
import type { Edit } from '../../../model/span.js';
import { leadOf } from '../../../notation/geometry.js';
import type { Body } from '../../../notation/hcl/block.js';
import type { Express, Printable } from '../../../notation/printable.js';
import type { Field, Fields } from '../resources/field.js';
import { insertLines, signColumn } from './blocks.js';
import { argumentFor, entriesOf, linesFor, printBlock } from './bodies.js';
import { fieldAt } from './field-paths.js';
import { printExpression } from './printing.js';

export type Edits = readonly Edit[] | undefined;

/** A body that is written into. */
export interface Target {
  readonly body: Body;
  readonly fields: Fields;
  readonly text: string;
  readonly express: Express;
}

/** Puts a property under a path of keys into a body. */
export function insertProperty(target: Target, path: readonly string[], literal: Literal): Edits {
  const reached = fieldAt(target.fields, path);
  if (reached === undefined || target.body.open) return undefined;
  const { field, rest } = reached;
  switch (field.kind) {
    case 'block':
      return insertIntoBlock(target, field, rest, literal);
    case 'group':
      return putAll(target, field.fields, nest(rest, literal));
    case 'companion':
      return undefined;
    case 'document':
      return putArgument(target, field.name, argumentFor(nest(rest, literal), field, target.express));
    case 'attribute':
      return insertArgument(target, field, nest(rest, literal));
  }
}

function insertArgument(target: Target, field: Extract<Field, { kind: 'attribute' }>, literal: Literal): Edits {
  const printable = argumentFor(literal, field, target.express);
  if (field.within === undefined || printable === undefined) return putArgument(target, field.name, printable);
  const inner = target.body.blocks.find(({ type }) => type === field.within);
  if (inner !== undefined) return putArgument({ ...target, body: inner.body }, field.name, printable);
  const inside = { arguments: new Map([[field.name, printable]]), blocks: [] };
  return addBlock(target, { name: field.within, inside });
}

function insertIntoBlock(
  target: Target,
  field: Extract<Field, { kind: 'block' }>,
  rest: readonly string[],
  literal: Literal,
): Edits {
  const existing = target.body.blocks.filter(({ type }) => type === field.name);
  const [first] = existing;
  if (first !== undefined && existing.length === 1 && !field.many) {
    const inner = { ...target, body: first.body, fields: field.fields };
    return rest.length > 0 ? insertProperty(inner, rest, literal) : putAll(inner, field.fields, literal);
  }
  if (first !== undefined && !field.many) return undefined;
  if (target.body.blocks.some(({ type, labels }) => type === 'dynamic' && labels[0] === field.name)) return undefined;
  const lines = linesFor(new Map([['block', nest(rest, literal)]]), { block: field }, target.express);
  return together(...(lines?.blocks.map((one) => addBlock(target, one)) ?? [undefined]));
}

function nest(path: readonly string[], literal: Literal): Literal {
  return path.reduceRight<Literal>((inner, key) => ({ [key]: inner }), literal);
}

function addBlock({ text, body }: Target, one: Parameters<typeof printBlock>[0]): Edits {
  return insertLines(text, body, { kind: 'block', print: (lead) => printBlock(one, lead) });
}

/** Writes an argument, whether it is there or not. */
function putArgument({ text, body }: Target, name: string, printable: Printable | undefined): Edits {
  if (printable === undefined) return undefined;
  const existing = body.attributes.get(name);
  if (existing !== undefined) {
    const { at } = existing.value;
    return [{ ...at, text: printExpression(printable, leadOf(text, at.start)) }];
  }
  const padded = name.padEnd(signColumn(text, body));
  return insertLines(text, body, {
    kind: 'arguments',
    print: (lead) => `${lead}${padded} = ${printExpression(printable, lead)}`,
  });
}

/** Writes every entry of a map into a body. New arguments go in together. */
export function putAll(target: Target, fields: Fields, literal: Literal): Edits {
  const lines = linesFor(entriesOf(literal) ?? new Map(), fields, target.express);
  if (lines === undefined || entriesOf(literal) === undefined) return undefined;
  const { body, text } = target;
  const present = [...lines.arguments].filter(([name]) => body.attributes.has(name));
  const missing = [...lines.arguments].filter(([name]) => !body.attributes.has(name));
  const width = Math.max(signColumn(text, body), ...missing.map(([name]) => name.length));
  const added = insertLines(text, body, {
    kind: 'arguments',
    print: (lead) =>
      missing.map(([name, value]) => `${lead}${name.padEnd(width)} = ${printExpression(value, lead)}`).join('\n'),
  });
  return together(
    ...present.map(([name, value]) => putArgument(target, name, value)),
    missing.length > 0 ? added : [],
    ...lines.blocks.map((one) => addBlock(target, one)),
  );
}
