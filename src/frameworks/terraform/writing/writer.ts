import type { Template } from '../../../clouds/aws/template.js';
import type { Literal } from '../../../model/literal.js';
import type { Span } from '../../../model/span.js';
import type { MapValue, Value } from '../../../model/value.js';
import { leadOf } from '../../../notation/geometry.js';
import { type Express, nest as nestPrintable, type Printable, toPrintable } from '../../../notation/printable.js';
import type { Writer } from '../../../notation/writer.js';
import type { EvaluatedStack } from '../evaluate/stack.js';
import { placesOf } from '../resources/field.js';
import type { Places } from '../resources/places.js';
import type { Shapes } from '../resources/shapes.js';
import { removeAttribute } from './blocks.js';
import { argumentFor } from './bodies.js';
import { declareCompanion } from './companions.js';
import { declarerOf } from './declaration.js';
import { withDocuments } from './documents.js';
import { fieldAt } from './field-paths.js';
import { type Edits, insertProperty, putAll, type Target } from './insertion.js';
import { appendItem, insertEntry, removeEntry } from './objects.js';
import { printExpression } from './printing.js';
import { expressionsIn } from './references.js';
import { insertCondition, statementFields } from './statements.js';

export interface Written {
  readonly stack: EvaluatedStack;
  readonly shapes: Shapes;
  readonly places: Places;
}

interface Writing extends Written {
  readonly express: (path: string) => Express;
}

/** How properties are written as arguments and blocks, and how resources are added. */
export function writerOf(written: Written): { readonly writer: Writer; readonly declare: Template['declare'] } {
  const declarer = declarerOf(written.stack);
  const express = (path: string) => expressionsIn(written.stack, declarer.renamed, path);
  const writing: Writing = { ...written, express };
  const own: Writer = {
    replace: (value, literal) => replace(writing, value, literal),
    insert: (map, path, literal) => insert(writing, map, path, literal),
    remove: (map, key) => remove(writing, map, key),
    append: (list, literal) => append(writing, list, literal),
  };
  return {
    writer: withDocuments(own, writing),
    declare: (id, body, owner) => declarer.declare({ id, owner }, body, express),
  };
}

function textOf({ stack }: Writing, { path }: Span): string {
  return stack.session.textOf(path);
}

function targetAt(writing: Writing, at: Span): Target | undefined {
  const body = writing.places.bodyAt(at);
  const isStatement = body !== undefined && writing.places.blockTypeAt(at) === 'statement';
  const fields = writing.shapes.find(at)?.fields ?? (isStatement ? statementFields : undefined);
  if (body === undefined || fields === undefined) return undefined;
  return { body, fields, text: textOf(writing, at), express: writing.express(at.path) };
}

function replace(writing: Writing, value: Value, literal: Literal): Edits {
  const { at } = value;
  if (value.origin !== undefined) return undefined;
  const whole = targetAt(writing, at);
  if (whole !== undefined) return putAll(whole, whole.fields, literal);
  const found = writing.places.argumentAt(at);
  const group = value.kind === 'map' ? writing.shapes.find(at) : undefined;
  if (group !== undefined && found !== undefined) {
    return putAll({ ...targetOf(writing, found.body, at), fields: group.fields }, group.fields, literal);
  }
  if (writing.places.expressionAt(at) === undefined) return undefined;
  const fields = Object.values((found && writing.shapes.find(found.body.at)?.fields) ?? {}).flatMap(placesOf);
  const field = fields.find((one) => one.kind === 'attribute' && one.name === found?.attribute.name);
  const express = writing.express(at.path);
  const printable = field?.kind === 'attribute' ? argumentFor(literal, field, express) : toPrintable(literal, express);
  return printable === undefined ? undefined : [{ ...at, text: printAt(writing, at, printable) }];
}

function targetOf(writing: Writing, body: Target['body'], at: Span): Target {
  return { body, fields: {}, text: textOf(writing, at), express: writing.express(at.path) };
}

function printAt(writing: Writing, at: Span, printable: Printable): string {
  return printExpression(printable, leadOf(textOf(writing, at), at.start));
}

function insert(writing: Writing, map: MapValue, path: readonly string[], literal: Literal): Edits {
  const [key = '', ...rest] = path;
  if (map.origin !== undefined) return undefined;
  const target = targetAt(writing, map.at);
  if (target === undefined) return insertIntoObject(writing, map, path, literal);
  if (target.fields === statementFields && key === 'Condition') return insertCondition(target, rest, literal);
  const field = Object.hasOwn(target.fields, key) ? target.fields[key] : undefined;
  const companion = field !== undefined && 'written' in field ? field.written : field;
  const owner = writing.shapes.find(map.at)?.owner;
  if (companion?.kind !== 'companion' || owner === undefined) return insertProperty(target, path, literal);
  const nested = rest.reduceRight<Literal>((inner, name) => ({ [name]: inner }), literal);
  return declareCompanion({ stack: writing.stack, owner, express: target.express }, companion, nested);
}

function insertIntoObject(writing: Writing, map: MapValue, path: readonly string[], literal: Literal): Edits {
  const object = writing.places.expressionAt(map.at);
  const [property = '', ...rest] = path;
  if (object?.kind !== 'object') return undefined;
  const field = writing.shapes.find(map.at)?.fields[property];
  const key = field?.kind === 'attribute' ? field.name : property;
  const inner = object.entries.find((entry) => entry.key.kind === 'literal' && entry.key.value === key)?.value;
  if (inner !== undefined) {
    const deeper: MapValue = { kind: 'map', entries: [], open: false, at: inner.at };
    return rest.length > 0 ? insertIntoObject(writing, deeper, rest, literal) : undefined;
  }
  const printable = toPrintable(literal, writing.express(map.at.path));
  return printable === undefined
    ? undefined
    : insertEntry(textOf(writing, map.at), object, key, nestPrintable(rest, printable));
}

function remove(writing: Writing, map: MapValue, key: string): Edits {
  const text = textOf(writing, map.at);
  const object = writing.places.expressionAt(map.at);
  if (object?.kind === 'object') return removeEntry(text, object, key);
  const target = targetAt(writing, map.at);
  const field = target && fieldAt(target.fields, [key])?.field;
  if (field?.kind !== 'attribute' && field?.kind !== 'document') return undefined;
  const attribute = target?.body.attributes.get(field.name);
  return attribute && removeAttribute(text, attribute);
}

function append(writing: Writing, list: Value, literal: Literal): Edits {
  const express = writing.express(list.at.path);
  const shape = writing.shapes.find(list.at);
  if (shape?.item !== undefined) {
    return declareCompanion({ stack: writing.stack, owner: shape.owner, express }, shape.item, [literal]);
  }
  const written = writing.places.expressionAt(list.at);
  const printable = toPrintable(literal, express);
  if (written?.kind !== 'list' || list.origin !== undefined || printable === undefined) return undefined;
  return appendItem(textOf(writing, list.at), written, printable);
}
