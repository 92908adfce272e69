import type { FailureTarget, WriteFailureTarget } from '../../../model/function.js';
import type { Setting } from '../../../model/setting.js';
import type { Edit } from '../../../model/span.js';
import { entryOf, textOf, type Value, valueAt } from '../../../model/value.js';
import type { Codec } from '../../values/codec.js';
import { settingOf } from '../../values/section.js';
import { unwritable } from '../../values/writes.js';
import type { Cluster } from '../cluster.js';
import { isOfGroup, type KubernetesObject, objectSection } from '../objects.js';
import { holderId, isHolder } from './destinations.js';

const nowhere = { read: sinkName, write: () => undefined } satisfies Codec<string, WriteFailureTarget>;

/** Where events go that a subscriber keeps refusing. */
export function deliveryOf(cluster: Cluster, object: KubernetesObject): Setting<FailureTarget, WriteFailureTarget> {
  const section = objectSection(object, cluster.reading);
  const read: Setting<FailureTarget, WriteFailureTarget> = unwritable(
    settingOf(section, ['spec', 'delivery', 'deadLetterSink'], nowhere),
  );
  if (read.kind !== 'absent') return read;
  return { ...read, write: (to) => (to === 'new' ? undefined : deliverTo(cluster, object, to.queue)) };
}

/** Tries after which an event is undeliverable, where nobody has said it. */
const usualRetries = 3;

/** Sends what cannot be delivered to a service, broker or channel of the same namespace. */
function deliverTo({ objects, reading }: Cluster, object: KubernetesObject, id: string): readonly Edit[] | undefined {
  const keeper = objects.find((one) => [one.name, holderId(one)].includes(id) && (isHolder(one) || isService(one)));
  const spec = valueAt(object.root, 'spec');
  if (keeper === undefined || keeper.namespace !== object.namespace || spec?.kind !== 'map') return undefined;
  const { apiVersion, kind, name } = keeper;
  const sink = { deadLetterSink: { ref: { apiVersion, kind, name } } };
  const delivery = entryOf(spec, 'delivery')?.value;
  if (delivery === undefined) return reading.writer.insert(spec, ['delivery'], { ...sink, retry: usualRetries });
  return delivery.kind === 'map' ? reading.writer.insert(delivery, ['deadLetterSink'], sink.deadLetterSink) : undefined;
}

function isService(object: KubernetesObject): boolean {
  return object.kind === 'Service' && isOfGroup(object, 'serving.knative.dev');
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
