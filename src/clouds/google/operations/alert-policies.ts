import type { Setting } from '../../../model/setting.js';
import { absent } from '../../../model/setting.js';
import type { Alarm } from '../../../model/store.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { flag } from '../../values/codec.js';
import { termOf } from '../../values/terms.js';
import { type Declared, declarationOf, type GoogleStack, ofAsset, property, setting } from '../google-stack.js';

/** What tells people of metrics that go astray. */
export function googleAlarms(stack: GoogleStack): readonly Alarm[] {
  return ofAsset(stack, 'monitoring.googleapis.com/AlertPolicy').map((declared) => {
    const filters = itemsOf(property(declared, 'conditions')).flatMap(filtersIn);
    const watches = filters.flatMap((filter) => termOf(filter)?.to ?? []);
    const metric = filters.map((filter) => /metric\.type\s*=\s*"([^"]+)"/.exec(textOf(filter) ?? '')?.[1]);
    return {
      ...declarationOf(declared),
      kind: 'alarm',
      metric: metric.find((one) => one !== undefined),
      namespace: undefined,
      watches: [...new Set(watches)],
      everything: false,
      actions: actionsOf(declared),
    };
  });
}

function filtersIn(condition: Value): readonly Value[] {
  if (condition.kind !== 'map') return [];
  return condition.entries.flatMap(({ value }) => valueAt(value, 'filter') ?? valueAt(value, 'query') ?? []);
}

function actionsOf(declared: Declared): Setting<boolean> {
  const enabled = setting(declared, ['enabled'], flag);
  if (enabled.kind !== 'absent') return enabled;
  const channels = property(declared, 'notificationChannels');
  if (channels?.kind !== 'list' || channels.open || channels.items.length > 0) return absent(declared.at);
  return { kind: 'known', value: false, at: channels.at, confidence: 'high', write: () => undefined };
}
