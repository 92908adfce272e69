import type { FailureTarget, WriteFailureTarget } from '../../../model/function.js';
import type { Setting } from '../../../model/setting.js';
import { entryOf, textOf, type Value, valueAt } from '../../../model/value.js';
import type { Codec } from '../../values/codec.js';
import { settingOf } from '../../values/section.js';
import { unwritable } from '../../values/writes.js';
import type { Cluster } from '../cluster.js';
import { type KubernetesObject, objectSection } from '../objects.js';

const nowhere = { read: sinkName, write: () => undefined } satisfies Codec<string, WriteFailureTarget>;

/** Where events go that a subscriber keeps refusing. */
export function deliveryOf({ reading }: Cluster, object: KubernetesObject): Setting<FailureTarget, WriteFailureTarget> {
  return unwritable(settingOf(objectSection(object, reading), ['spec', 'delivery', 'deadLetterSink'], nowhere));
}

/** The same of a source or a step, which only some kinds have. */
export function sinkIn(owner: Value | undefined): Setting<FailureTarget, WriteFailureTarget> | undefined {
  const entry = entryOf(valueAt(owner, 'delivery'), 'deadLetterSink');
  const name = sinkName(entry?.value);
  if (entry === undefined || name === undefined) return undefined;
  return { kind: 'known', value: name, at: entry.keyAt, confidence: 'high', write: () => undefined };
}

function sinkName(sink: Value | undefined): string | undefined {
  const kind = textOf(valueAt(sink, 'ref', 'kind'));
  const name = textOf(valueAt(sink, 'ref', 'name'));
  return name === undefined ? textOf(valueAt(sink, 'uri')) : `${(kind ?? 'service').toLowerCase()}/${name}`;
}
