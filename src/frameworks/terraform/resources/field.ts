import type { Literal } from '../../../model/literal.js';
import type { Span } from '../../../model/span.js';
import type { Value } from '../../../model/value.js';

/** Where one property of the cloud's own API stands in Terraform. */
export type Field = AttributeField | BlockField | DocumentField | GroupField | CompanionField;

/** Other places of a property, and the form that the API has it in. */
interface Elsewhere {
  /** Counts where the property's own place says nothing: a resource of its own, an older argument. */
  readonly orElse?: Field;
  /** What these hold is in the property's list as well. */
  readonly besides?: readonly Field[];
  /** What is written becomes what the API has. `at` is where it is named. */
  readonly as?: (value: Value, at: Span) => Value;
}

/** An argument; `within`: the single block that it stands in, which the API does not have. */
export interface AttributeField extends Elsewhere {
  readonly kind: 'attribute';
  readonly name: string;
  readonly within?: string;
  /** Terraform's words for the API's. */
  readonly words?: Readonly<Record<string, string | boolean>>;
  /** What the API has becomes what is written; undefined: it cannot be said. */
  readonly write?: (literal: Literal) => Literal | undefined;
  /** A text that is JSON is written as what it says. */
  readonly encoded?: boolean;
  /** The entries of an argument that is a map. */
  readonly fields?: Fields;
  /** How it is written instead, when there is none yet: the argument is out of use. */
  readonly written?: CompanionField;
}

/** A block inside, or in the single block `within`; `many`: the API has a list. */
export interface BlockField extends Elsewhere {
  readonly kind: 'block';
  readonly name: string;
  readonly fields: Fields;
  readonly many: boolean;
  readonly within?: string;
  readonly written?: CompanionField;
}

/** An argument that holds a JSON text: read as what it says. */
export interface DocumentField extends Elsewhere {
  readonly kind: 'document';
  readonly name: string;
}

/** Several arguments side by side that the API keeps in one map. */
export interface GroupField {
  readonly kind: 'group';
  readonly fields: Fields;
}

/** What Terraform declares as a resource of its own, tied to this one by `link`. */
export interface CompanionField extends Elsewhere {
  readonly kind: 'companion';
  readonly type: string;
  readonly link: string;
  readonly many: boolean;
  /** Its arguments as a map, or the one argument or document that counts. */
  readonly fields?: Fields;
  readonly value?: AttributeField | DocumentField | BlockField;
}

/** By the property's name; `sku.name` is the name of the map that the API has under `sku`. */
export type Fields = Readonly<Record<string, Field>>;

/** How one type of Terraform's is called in the API, and where its properties stand. */
export interface ResourceTable {
  readonly type: string;
  readonly fields: Fields;
  /** The argument that names it, without which Terraform accepts none although the API makes one up. */
  readonly named?: string;
  readonly policy?: OwnPolicy;
}

/** A policy that stands in a resource of Terraform's, and is a resource of its own in the API. */
interface OwnPolicy {
  readonly type: string;
  /** The properties that name the resource and hold the policy. */
  readonly target: string;
  readonly document: string;
  readonly field: DocumentField;
}

type Options = Partial<Omit<AttributeField, 'kind' | 'name'>>;

export function argument(name: string, options: Options = {}): AttributeField {
  return { kind: 'attribute', name, ...options };
}

export function block(name: string, fields: Fields, elsewhere: Elsewhere = {}): BlockField {
  return { kind: 'block', name, fields, many: false, ...elsewhere };
}

export function blocks(name: string, fields: Fields, options: Elsewhere & Pick<BlockField, 'within'> = {}): BlockField {
  return { kind: 'block', name, fields, many: true, ...options };
}

export function document(name: string, elsewhere: Elsewhere = {}): DocumentField {
  return { kind: 'document', name, ...elsewhere };
}

export function group(fields: Fields): GroupField {
  return { kind: 'group', fields };
}

type Companion = Pick<CompanionField, 'fields' | 'value' | 'as'>;

export function companion(type: string, link: string, inside: Companion): CompanionField {
  return { kind: 'companion', type, link, many: false, ...inside };
}

export function companions(type: string, link: string, inside: Companion): CompanionField {
  return { kind: 'companion', type, link, many: true, ...inside };
}

/** Every place of a property: its own first. */
export function placesOf(field: Field): readonly Field[] {
  const { orElse, besides = [] } = elsewhereOf(field);
  return [field, ...(orElse === undefined ? [] : [orElse]), ...besides];
}

export function elsewhereOf(field: Field): Elsewhere {
  return field.kind === 'group' ? {} : field;
}
