import type { Section } from '../../../clouds/values/section.js';
import { termOf } from '../../../clouds/values/terms.js';
import type { Model } from '../../../model/model.js';
import type { Resource } from '../../../model/resource.js';
import { type Value, valueAt } from '../../../model/value.js';
import type { Reading } from '../../../notation/writer.js';
import type { Evaluated } from './evaluated.js';
import { argument, type Fields } from './field.js';
import { type Translating, translate } from './translation.js';

/** What the mapping of one cloud's resources needs. */
export interface Mapping extends Translating {
  readonly reading: Reading;
}

/** The parts of a model that one cloud's resources give. */
export type Parts = Pick<
  Model,
  | 'functions'
  | 'roles'
  | 'resourcePolicies'
  | 'federations'
  | 'endpoints'
  | 'forwardings'
  | 'apis'
  | 'routes'
  | 'triggers'
  | 'stores'
  | 'logGroups'
  | 'alarms'
  | 'monitors'
  | 'maintenance'
> &
  Partial<Pick<Model, 'workflows' | 'budgets' | 'firewalls'>>;

/** One resource with its settings under Terraform's own names. */
export interface Declared extends Resource {
  readonly section: Section;
  readonly evaluated: Evaluated;
}

/** The resources of some types, with the arguments that their fields name. */
export function declaredOf(mapping: Mapping, fields: Readonly<Record<string, Fields>>): readonly Declared[] {
  return Object.entries(fields).flatMap(([type, own]) =>
    mapping.resources.ofType(type).map((evaluated) => declaredFrom(mapping, evaluated, own)),
  );
}

function declaredFrom(mapping: Mapping, evaluated: Evaluated, fields: Fields): Declared {
  const { id, type, block } = evaluated.instance;
  const map = translate(mapping, evaluated, fields);
  const section: Section = { map, at: block.headAt, reading: mapping.reading };
  return { id, type, at: block.headAt, whole: block.at, section, evaluated };
}

/** What every resource of the model says about its declaration. */
export function declarationOf({ id, type, at, whole }: Declared): Resource {
  return { id, type, at, whole };
}

/** Arguments that are called the same in the model's section. */
export function same(...names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, argument(name)]));
}

export function property({ section }: Declared, ...path: readonly string[]): Value | undefined {
  return valueAt(section.map, ...path);
}

/** The id of the resource that a value points at, also inside a text. */
export function referent(value: Value | undefined): string | undefined {
  return termOf(value)?.to;
}
