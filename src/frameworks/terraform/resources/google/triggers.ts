import { retries } from '../../../../clouds/google/codecs.js';
import { plainTrigger } from '../../../../clouds/plain/trigger.js';
import { termOf } from '../../../../clouds/values/terms.js';
import { firstSaid } from '../../../../clouds/values/writes.js';
import { absent, fixed, type Setting } from '../../../../model/setting.js';
import type { Trigger, TriggerKind } from '../../../../model/trigger.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../../model/value.js';
import { type Declared, declarationOf, declaredOf, type Mapping, property, referent, setting } from '../cloud.js';
import { functionFields } from './function-fields.js';
import { type Relay, relaysOf } from './relays.js';

/** What starts functions apart from requests: their own triggers, and what delivers to their addresses. */
export function googleTriggers(mapping: Mapping): readonly Trigger[] {
  const functions = declaredOf(mapping, functionFields);
  const ids = new Set(functions.map(({ id }) => id));
  const own = functions.filter((declared) => property(declared, 'event_trigger') !== undefined).map(ownTrigger);
  const relayed = relaysOf(mapping).flatMap((relay) => (ids.has(relay.to) ? [relayTrigger(relay)] : []));
  return [...own, ...relayed];
}

interface Event {
  readonly kind: TriggerKind;
  readonly source: Value | undefined;
}

/** Only new objects count: others come from deleting and from changing what is known of an object. */
function eventOf(type: string, trigger: Value | undefined): Event {
  if (/pubsub/.test(type)) {
    return { kind: 'topic', source: valueAt(trigger, 'pubsub_topic') ?? valueAt(trigger, 'resource') };
  }
  if (/storage.*finali[sz]ed?$/.test(type)) {
    return { kind: 'bucket', source: valueAt(trigger, 'resource') ?? filterOf(trigger, 'bucket') };
  }
  return {
    kind: /storage/.test(type) ? 'other' : /firestore|firebase/.test(type) ? 'stream' : 'bus',
    source: undefined,
  };
}

/** The value that an event must have for an attribute. */
function filterOf(trigger: Value | undefined, attribute: string): Value | undefined {
  const filters = itemsOf(valueAt(trigger, 'event_filters'));
  return valueAt(
    filters.find((one) => textOf(valueAt(one, 'attribute')) === attribute),
    'value',
  );
}

function ownTrigger(declared: Declared): Trigger {
  const trigger = property(declared, 'event_trigger');
  const type = textOf(valueAt(trigger, 'event_type')) ?? '';
  const { kind, source } = eventOf(type, trigger);
  const first = declared.type === 'google_cloudfunctions_function';
  const maximumRetries: Setting<number> = firstSaid(
    setting(declared, ['event_trigger', 'failure_policy', 'retry'], retries),
    setting(declared, ['event_trigger', 'retry_policy'], retries),
  );
  return {
    ...triggerOf(declared, kind, source),
    id: `${declared.id}/trigger`,
    at: trigger?.kind === 'map' ? (trigger.anchor ?? declared.at) : declared.at,
    function: declared.id,
    maximumRetries: maximumRetries.kind === 'absent' && first ? fixed(0, declared.at) : maximumRetries,
  };
}

function relayTrigger({ declared, to, kind, source, filtered }: Relay): Trigger {
  const { at } = declared;
  return { ...triggerOf(declared, kind, source), function: to, filtered: filtered ? fixed(true, at) : absent(at) };
}

function triggerOf(declared: Declared, trigger: TriggerKind, source: Value | undefined): Trigger {
  return plainTrigger({
    ...declarationOf(declared),
    trigger,
    source: referent(source),
    sourceName: termOf(source)?.text,
    function: undefined,
    objectFilter: { prefixes: [], suffixes: [] },
  });
}
