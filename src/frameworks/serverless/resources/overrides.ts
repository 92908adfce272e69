import { layered, merged } from '../../../clouds/values/made.js';
import type { Span } from '../../../model/span.js';
import { type MapValue, type Value, valueAt } from '../../../model/value.js';
import { resolve } from '../../cloudformation/intrinsics.js';
import { renamed } from '../service/renaming.js';
import type { Service } from '../service/service.js';

type Places = Pick<Service, 'template' | 'scope' | 'names'>;

/** What a service says in CloudFormation's words about something that the framework makes. */
interface Override {
  /** `resources.Resources`: merged into what is made. */
  readonly added: Value | undefined;
  /** `resources.extensions`: property by property in the place of what is made. */
  readonly instead: Value | undefined;
}

function overrideOf(places: Places, logicalId: string): Override {
  return {
    added: propertiesIn(places, ['Resources', logicalId, 'Properties']),
    instead: propertiesIn(places, ['extensions', logicalId, 'Properties']),
  };
}

function propertiesIn({ template, scope, names }: Places, path: readonly string[]): Value | undefined {
  const written = valueAt(template, ...path);
  return written === undefined ? undefined : renamed(resolve(scope, written), names);
}

/** The properties of something that the framework makes, with those that the service gives it. */
export function withOverride(places: Places, logicalId: string, made: MapValue): MapValue {
  const { added, instead } = overrideOf(places, logicalId);
  if (added === undefined && instead === undefined) return made;
  const whole = layered(made.at, merged(made.at, made, added), instead);
  return whole?.kind === 'map' ? whole : { ...made, open: true };
}

/** What a service says about something that is made, alone; undefined if it says nothing. */
export function overridingMap(places: Places, logicalId: string, at: Span): Value | undefined {
  const { added, instead } = overrideOf(places, logicalId);
  return layered(at, added, instead);
}

/** True if a service says this about something that is made, whatever the framework would make of it. */
export function isOverridden(map: Value | undefined, key: string): boolean {
  if (map === undefined || map.kind === 'scalar') return false;
  return map.kind !== 'map' || map.open || valueAt(map, key) !== undefined;
}
