import type { Section } from '../../../../clouds/values/section.js';
import type { Span } from '../../../../model/span.js';
import { isNull, itemsOf, type Value, valueAt } from '../../../../model/value.js';
import type { ConfiguredFunction, Service } from '../../service/service.js';

/** One event of a function. */
export interface ConfiguredEvent {
  readonly fn: ConfiguredFunction;
  /** `http`, `sqs`, `schedule` ... */
  readonly type: string;
  /** Its place among the function's events of the type, from 1. */
  readonly number: number;
  /** The line that names the type. */
  readonly at: Span;
  readonly whole: Span;
  readonly value: Value | undefined;
  /** Its settings; without a map when a text says it all. */
  readonly section: Section;
}

/** The events of a function in their order. */
export function eventsOf(service: Service, fn: ConfiguredFunction): readonly ConfiguredEvent[] {
  return eventsIn(service, fn, itemsOf(valueAt(fn.section.map, 'events')));
}

/** What is written like a list of events. */
export function eventsIn(
  { reading }: Service,
  fn: ConfiguredFunction,
  items: readonly Value[],
): readonly ConfiguredEvent[] {
  const counts = new Map<string, number>();
  return items.flatMap((item): readonly ConfiguredEvent[] => {
    const found = typed(item);
    if (found === undefined) return [];
    const number = (counts.get(found.type) ?? 0) + 1;
    counts.set(found.type, number);
    const { type, at, value } = found;
    const map = value?.kind === 'scalar' ? undefined : value;
    return [{ fn, type, number, at, whole: item.at, value, section: { map, at, reading } }];
  });
}

/** `{ http: ... }`, or a type alone; a key that says nothing, as where its settings are not indented, is no event. */
function typed(
  item: Value,
): { readonly type: string; readonly at: Span; readonly value: Value | undefined } | undefined {
  if (item.kind === 'scalar' && typeof item.value === 'string')
    return { type: item.value, at: item.at, value: undefined };
  if (item.kind !== 'map') return undefined;
  const [entry] = item.entries;
  if (entry === undefined || isNull(entry.value)) return undefined;
  return { type: entry.key, at: entry.keyAt, value: entry.value };
}

/** True if events of a function may exist that could not be read. */
export function hasOpenEvents({ section }: ConfiguredFunction): boolean {
  const { map } = section;
  const events = valueAt(map, 'events');
  if (events === undefined) return map !== undefined && map.kind !== 'scalar' && (map.kind !== 'map' || map.open);
  if (events.kind === 'list') return events.open || events.items.some(({ kind }) => kind === 'unknown');
  return events.kind !== 'scalar';
}
