import type { Span } from '../../../model/span.js';
import { entryOf, type MapEntry, type MapValue, textOf, valueAt } from '../../../model/value.js';
import type { Section } from '../../values/section.js';
import { entriesOf, type Mapping, property } from '../mapping.js';
import type { Declared } from '../template.js';

/** One of a function's `Events`. */
export interface SamEvent {
  readonly owner: Declared;
  readonly name: string;
  readonly type: string;
  /** The line that names it. */
  readonly at: Span;
  readonly whole: Span;
  readonly properties: Section;
}

/** All events of SAM functions (and workflows). */
export function samEvents(mapping: Mapping): readonly SamEvent[] {
  return mapping
    .ofType('AWS::Serverless::Function', 'AWS::Serverless::StateMachine')
    .flatMap((owner) => entriesOf(property(owner, 'Events')).flatMap((entry) => eventOf(mapping, owner, entry)));
}

function eventOf(mapping: Mapping, owner: Declared, { key, keyAt, value }: MapEntry): readonly SamEvent[] {
  const type = textOf(valueAt(value, 'Type'));
  if (value.kind !== 'map' || type === undefined) return [];
  return [{ owner, name: key, type, at: keyAt, whole: value.at, properties: propertiesOf(mapping, value, keyAt) }];
}

function propertiesOf({ reading }: Mapping, event: MapValue, at: Span): Section {
  const map = entryOf(event, 'Properties')?.value;
  const written = map?.kind === 'scalar' && map.value === null ? undefined : map;
  return { map: written, at, reading, within: { map: event, path: ['Properties'] } };
}

/** Events that are routes of an API. */
export function apiEvents(mapping: Mapping): readonly SamEvent[] {
  return samEvents(mapping).filter(({ type }) => type === 'Api' || type === 'HttpApi');
}
