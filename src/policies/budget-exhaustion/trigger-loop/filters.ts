import type { GraphEdge } from '../../../facts/events/edge.js';
import { areDisjoint, type KeyPattern, keysIn } from '../../../facts/events/reach.js';
import { isUnsaid, known } from '../../../model/setting.js';
import type { Trigger } from '../../../model/trigger.js';

/** A trigger that does not start its function for every event of its source. */
export function isPicky({ trigger, filtered }: Trigger): boolean {
  return trigger === 'bucket' || trigger === 'bus' || !isUnsaid(filtered);
}

/** Whether what comes along an edge is known to get through a picky trigger. */
export function canStart(edge: GraphEdge, { trigger, to }: GraphEdge): boolean {
  const giveUp = trigger === undefined ? undefined : known(trigger.onFailure);
  if (edge.kind === 'failure' && edge.from === to && giveUp === edge.to) return true;
  if (trigger?.trigger === 'bucket') return meetsKeys(edge, trigger);
  if (trigger?.trigger === 'bus') return edge.kind === 'plumbing' || takesEverything(trigger.pattern, edge);
  return trigger?.filtered.kind === 'known' && !trigger.filtered.value;
}

/** Object keys that a grant may write, against those that a notification is about. */
function meetsKeys({ grant, to }: GraphEdge, { objectFilter }: Trigger): boolean {
  if (objectFilter === undefined) return false;
  const written = (grant?.resources.terms ?? []).filter((term) => term.to === undefined || term.to === to);
  const keys = written.flatMap(({ text }) => keysIn(text) ?? []);
  return keys.some((key) => wantedKeys(objectFilter).some((wanted) => !areDisjoint(key, wanted)));
}

function wantedKeys({ prefixes, suffixes }: NonNullable<Trigger['objectFilter']>): readonly KeyPattern[] {
  const starts = prefixes.length > 0 ? prefixes : [''];
  const ends = suffixes.length > 0 ? suffixes : [''];
  return starts.flatMap((prefix) => ends.map((suffix) => ({ prefix, suffix })));
}

/** A rule that lets through what a function puts on the bus: no wish for source or type, or the source the grant is limited to. */
function takesEverything(pattern: unknown, { grant }: GraphEdge): boolean {
  if (typeof pattern !== 'object' || pattern === null) return false;
  const wishes = new Map(Object.entries(pattern));
  if ([...wishes.keys()].some((key) => key === 'detail' || key === 'detail-type' || key === 'resources')) return false;
  const wanted: unknown = wishes.get('source');
  if (wanted === undefined) return true;
  const emitted = (grant?.conditions ?? []).filter(({ key }) => key.toLowerCase() === 'events:source');
  return emitted.some(({ values }) => values.some(({ text }) => Array.isArray(wanted) && wanted.includes(text)));
}
