import type { Stack } from '../../../facts/stack.js';
import type { Setting } from '../../../model/setting.js';
import type { Alarm } from '../../../model/store.js';
import type { Problem } from '../../definition.js';
import { lostSetting, surviving } from '../../lost-setting.js';

/** Alarms that are gone or silenced while what they watched stays. */
export function* lostAlarms(base: Stack, head: Stack): Generator<Problem> {
  const kept = new Set(head.alarms.map(({ id }) => id));
  for (const alarm of base.alarms.filter(({ id }) => !kept.has(id))) {
    const left = alarm.watches.filter((id) => head.resource(id) && !isWatched(id, alarm, head.alarms));
    const isLost = alarm.everything ? !head.alarms.some((other) => isSame(other, alarm)) : left.length > 0;
    if (!isLost || head.open) continue;
    const what = alarm.everything ? 'the account' : left.join(', ');
    const message = `Alarm ${alarm.id} no longer monitors ${what}.`;
    yield { about: alarm, at: alarm.at, side: 'base', discriminator: 'alarm', message };
  }
  for (const { before, after } of surviving(base.alarms, head.alarms)) {
    const says = `Alarm ${after.id} no longer notifies anyone`;
    yield* switchedOff(before.actions, after.actions, { about: after, says });
  }
}

function isWatched(id: string, alarm: Alarm, others: readonly Alarm[]): boolean {
  return others.some((other) => other.metric === alarm.metric && (other.everything || other.watches.includes(id)));
}

function isSame(other: Alarm, alarm: Alarm): boolean {
  return other.metric === alarm.metric && other.namespace === alarm.namespace;
}

/** Trails and account-wide guards that are gone, and trails that record less. */
export function* lostTrails(base: Stack, head: Stack): Generator<Problem> {
  const kept = new Set([...head.trails, ...(head.guards ?? [])].map(({ id }) => id));
  const kinds = new Set([...head.trails, ...(head.guards ?? [])].map(({ type }) => type));
  for (const watcher of [...base.trails, ...(base.guards ?? [])]) {
    if (kept.has(watcher.id) || kinds.has(watcher.type) || head.open) continue;
    const message = `${watcher.id} no longer monitors the account.`;
    yield { about: watcher, at: watcher.at, side: 'base', discriminator: 'removed', message };
  }
  for (const { before, after } of surviving(base.trails, head.trails)) {
    yield* switchedOff(before.logging, after.logging, { about: after, says: `Trail ${after.id} no longer records` });
    const says = `Trail ${after.id} no longer records data events`;
    yield* switchedOff(before.dataEvents, after.dataEvents, { about: after, says, kind: 'data-events' });
  }
}

interface Switch {
  readonly about: { readonly id: string };
  readonly says: string;
  readonly kind?: 'data-events';
}

/** Alarms and trails are on unless said otherwise; data events are recorded only where they are asked for. */
function switchedOff(
  base: Setting<boolean>,
  head: Setting<boolean>,
  { about, says, kind }: Switch,
): readonly Problem[] {
  const byDefault = kind === undefined;
  return lostSetting({
    about,
    base,
    head,
    isEvidence: (on) => on,
    byDefault,
    restored: true,
    says,
    kind: kind ?? 'off',
  });
}
