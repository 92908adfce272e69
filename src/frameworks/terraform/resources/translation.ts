import { entryOf, itemsOf, type MapEntry, type MapValue, textOf, type Value } from '../../../model/value.js';
import { lifted } from '../evaluate/choices.js';
import { mapOf } from '../evaluate/values.js';
import type { Evaluated, Resources } from './evaluated.js';
import { type AttributeField, type CompanionField, elsewhereOf, type Field, type Fields } from './field.js';
import { documentIn, type ExpressionAt } from './json-documents.js';
import type { Shapes } from './shapes.js';

/** What translating needs everywhere: other resources, and where to remember how maps are written. */
export interface Translating {
  readonly resources: Resources;
  readonly shapes: Shapes;
  readonly expressionAt: ExpressionAt;
}

/** A resource's arguments as the properties that the cloud's API has. */
export function translate(translating: Translating, { instance, body }: Evaluated, fields: Fields): MapValue {
  return translateMap({ ...translating, owner: { instance, body } }, body, fields);
}

interface Context extends Translating {
  readonly owner: Evaluated;
}

function translateMap(context: Context, map: MapValue, fields: Fields): MapValue {
  const entries = Object.entries(fields).flatMap(([key, field]): readonly MapEntry[] => {
    const found = entryFor(context, map, field);
    const { as } = elsewhereOf(field);
    return found === undefined ? [] : [{ ...found, ...(as && { value: as(found.value, found.keyAt) }), key }];
  });
  const { at, open, anchor } = map;
  const translated = { ...mapOf(unfolded(entries, map), at, open), ...(anchor && { anchor }) };
  context.shapes.remember(translated.at, { fields, owner: context.owner });
  return translated;
}

/** Properties that the API keeps in maps of their own, which stand in the same body. */
function unfolded(entries: readonly MapEntry[], map: MapValue): readonly MapEntry[] {
  if (entries.every(({ key }) => !key.includes('.'))) return entries;
  const { at, open, anchor } = map;
  const heads = [...new Set(entries.map(({ key }) => key.split('.')[0] ?? key))];
  return heads.flatMap((head) => {
    const own = entries.filter(({ key }) => key === head);
    const inner = entries.flatMap((entry) =>
      entry.key.startsWith(`${head}.`) ? [{ ...entry, key: entry.key.slice(head.length + 1) }] : [],
    );
    const [first] = inner;
    if (first === undefined) return own;
    const value = { ...mapOf(unfolded(inner, map), at, open), ...(anchor && { anchor }) };
    return [{ key: head, keyAt: first.keyAt, value }];
  });
}

type Found = Omit<MapEntry, 'key'> | undefined;

/** What a property says in its own place and, as far as they count, in the others. */
function entryFor(context: Context, map: MapValue, field: Field): Found {
  const own = fieldEntry(context, map, field);
  const { orElse, besides = [] } = elsewhereOf(field);
  if (own === undefined && orElse !== undefined) return fieldEntry(context, map, orElse);
  const others = besides.flatMap((one) => fieldEntry(context, map, one) ?? []);
  return others.length === 0 ? own : listOfAll(own, others);
}

/** One list of what several places hold. More is written where the first of the others stands. */
function listOfAll(own: Found, others: readonly NonNullable<Found>[]): Found {
  const all = own === undefined ? others : [own, ...others];
  const [[first], [other]] = [all, others];
  if (first === undefined || other === undefined) return own;
  const items = all.flatMap(({ value }) => itemsOf(value));
  const open = all.some(({ value }) => value.kind === 'list' && value.open);
  return { keyAt: first.keyAt, value: { kind: 'list', items, open, at: other.value.at } };
}

function fieldEntry(context: Context, map: MapValue, field: Field): Found {
  switch (field.kind) {
    case 'attribute':
      return attributeEntry(map, field);
    case 'document': {
      const entry = entryOf(map, field.name);
      return entry && { ...entry, value: documentIn(entry.value, context.expressionAt) };
    }
    case 'block': {
      const around = field.within === undefined ? map : itemsOf(entryOf(map, field.within)?.value)[0];
      const entry = entryOf(around, field.name);
      if (entry === undefined) return undefined;
      return { ...entry, value: blockValue(context, entry.value, field) };
    }
    case 'group': {
      const { entries } = translateMap({ ...context, shapes: context.shapes.forgetful }, map, field.fields);
      const [first] = entries;
      if (first === undefined) return undefined;
      const value: MapValue = { kind: 'map', entries, open: map.open, at: first.value.at, anchor: first.keyAt };
      context.shapes.remember(value.at, { fields: field.fields, owner: context.owner });
      return { keyAt: first.keyAt, value };
    }
    case 'companion':
      return companionEntry(context, field);
  }
}

function attributeEntry(map: MapValue, field: AttributeField): Found {
  if (field.within !== undefined) {
    const inner = itemsOf(entryOf(map, field.within)?.value)[0];
    return inner?.kind === 'map' ? attributeEntry(inner, argumentOf(field)) : undefined;
  }
  const entry = entryOf(map, field.name);
  if (entry === undefined) return undefined;
  const { words } = field;
  return words === undefined
    ? entry
    : { ...entry, value: lifted(entry.value, entry.value.at, (one) => worded(one, words)) };
}

function argumentOf({ name, words }: AttributeField): AttributeField {
  return { kind: 'attribute', name, ...(words !== undefined && { words }) };
}

function worded(value: Value, words: NonNullable<AttributeField['words']>): Value {
  const text = textOf(value);
  const word = text !== undefined && Object.hasOwn(words, text) ? words[text] : undefined;
  return word === undefined || value.kind !== 'scalar' ? value : { ...value, value: word };
}

/** Blocks of a kind: as a list, or the first of them where the API has one. */
function blockValue(context: Context, value: Value, field: Extract<Field, { kind: 'block' }>): Value {
  return lifted(value, value.at, (one): Value => {
    if (one.kind === 'unknown') return one;
    const items = itemsOf(one).map((item) => (item.kind === 'map' ? translateMap(context, item, field.fields) : item));
    if (field.many) return { kind: 'list', items, open: one.kind === 'list' && one.open, at: one.at };
    return items[0] ?? { kind: 'scalar', value: null, at: one.at };
  });
}

function companionEntry(context: Context, field: CompanionField): Found {
  const found = context.resources.pointingAt(field.type, field.link, context.owner);
  const entries = found.flatMap((one) => companionValue(context, one, field));
  const [first] = entries;
  if (first === undefined) return undefined;
  if (!field.many) return first;
  const { headAt } = context.owner.instance.block;
  const items = entries.map(({ value }) => value);
  const value: Value = { kind: 'list', items, open: false, at: { ...headAt, end: headAt.start } };
  context.shapes.remember(value.at, { fields: {}, item: field, owner: context.owner });
  return { keyAt: first.keyAt, value };
}

function companionValue(context: Context, one: Evaluated, field: CompanionField): readonly Omit<MapEntry, 'key'>[] {
  const within = { ...context, owner: one };
  const { headAt } = one.instance.block;
  if (field.fields !== undefined) return [{ keyAt: headAt, value: translateMap(within, one.body, field.fields) }];
  const found = field.value && fieldEntry(within, one.body, field.value);
  return found === undefined ? [] : [found];
}
