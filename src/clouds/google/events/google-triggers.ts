import { absent, fixed, type Setting } from '../../../model/setting.js';
import type { Trigger, TriggerKind } from '../../../model/trigger.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { plainTrigger } from '../../plain/trigger.js';
import { termOf } from '../../values/terms.js';
import { firstSaid } from '../../values/writes.js';
import { functionsIn } from '../functions/function-paths.js';
import { type Declared, declarationOf, type GoogleStack, property, referent, setting } from '../google-stack.js';
import { retries } from '../google-words.js';
import { type Relay, relaysOf } from './relays.js';

/** What starts functions apart from requests: their own triggers, and what delivers to their addresses. */
export function googleTriggers(stack: GoogleStack): readonly Trigger[] {
  const functions = functionsIn(stack);
  const ids = new Set(functions.map(({ id }) => id));
  const own = functions.filter((declared) => property(declared, 'eventTrigger') !== undefined).map(ownTrigger);
  const relayed = relaysOf(stack).flatMap((relay) => (ids.has(relay.to) ? [relayTrigger(relay)] : []));
  return [...own, ...relayed];
}

interface Event {
  readonly kind: TriggerKind;
  readonly source: Value | undefined;
}

/** Only new objects count: others come from deleting and from changing what is known of an object. */
function eventOf(type: string, trigger: Value | undefined): Event {
  if (/pubsub/.test(type)) {
    return { kind: 'topic', source: valueAt(trigger, 'pubsubTopic') ?? valueAt(trigger, 'resource') };
  }
  if (/storage.{0,200}finali[sz]ed?$/.test(type)) {
    return { kind: 'bucket', source: valueAt(trigger, 'resource') ?? filterOf(trigger, 'bucket') };
  }
  return {
    kind: /storage/.test(type) ? 'other' : /firestore|firebase/.test(type) ? 'stream' : 'bus',
    source: undefined,
  };
}

/** The value that an event must have for an attribute. */
function filterOf(trigger: Value | undefined, attribute: string): Value | undefined {
  const filters = itemsOf(valueAt(trigger, 'eventFilters'));
  return valueAt(
    filters.find((one) => textOf(valueAt(one, 'attribute')) === attribute),
    'value',
  );
}

function ownTrigger(declared: Declared): Trigger {
  const trigger = property(declared, 'eventTrigger');
  const type = textOf(valueAt(trigger, 'eventType')) ?? '';
  const { kind, source } = eventOf(type, trigger);
  const first = declared.asset === 'cloudfunctions.googleapis.com/CloudFunction';
  const maximumRetries: Setting<number> = firstSaid(
    setting(declared, ['eventTrigger', 'failurePolicy', 'retry'], retries),
    setting(declared, ['eventTrigger', 'retryPolicy'], retries),
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
