import type { TriggerKind } from '../../../../model/trigger.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../../model/value.js';
import { type Declared, declaredOf, type Mapping, property, referent, same } from '../cloud.js';
import { block, blocks, type Fields } from '../field.js';

/** Something that delivers events to the address of a function. */
export interface Relay {
  readonly declared: Declared;
  readonly to: string;
  readonly kind: TriggerKind;
  readonly source: Value | undefined;
  readonly filtered: boolean;
}

/** Subscriptions hold messages, and deliver them where they are told to. */
export const subscriptionFields: Fields = {
  ...same('name', 'topic', 'ack_deadline_seconds', 'filter'),
  push_config: block('push_config', same('push_endpoint')),
  dead_letter_policy: block('dead_letter_policy', same('dead_letter_topic', 'max_delivery_attempts')),
};

const fields: Readonly<Record<string, Fields>> = {
  google_pubsub_subscription: subscriptionFields,
  google_cloud_scheduler_job: { http_target: block('http_target', same('uri')) },
  google_eventarc_trigger: {
    matching_criteria: blocks('matching_criteria', same('attribute', 'value')),
    destination: block('destination', {
      ...same('cloud_function'),
      cloud_run_service: block('cloud_run_service', same('service')),
    }),
    transport: block('transport', { pubsub: block('pubsub', same('topic')) }),
  },
};

/** The types of relays that hold nothing themselves. */
export const relayTypes: ReadonlySet<string> = new Set(Object.keys(fields));

export function relaysOf(mapping: Mapping): readonly Relay[] {
  return declaredOf(mapping, fields).flatMap((declared) => {
    const relay = relayOf(declared);
    const to = referent(relay.to);
    return to === undefined ? [] : [{ declared, ...relay, to }];
  });
}

interface Delivery {
  readonly to: Value | undefined;
  readonly kind: TriggerKind;
  readonly source: Value | undefined;
  readonly filtered: boolean;
}

function relayOf(declared: Declared): Delivery {
  switch (declared.type) {
    case 'google_pubsub_subscription': {
      const to = property(declared, 'push_config', 'push_endpoint');
      const source: Value = { kind: 'reference', to: declared.id, at: declared.at };
      return { to, kind: 'queue', source, filtered: property(declared, 'filter') !== undefined };
    }
    case 'google_cloud_scheduler_job':
      return { to: property(declared, 'http_target', 'uri'), kind: 'schedule', source: undefined, filtered: false };
    default:
      return eventarc(declared);
  }
}

function eventarc(declared: Declared): Delivery {
  const to =
    property(declared, 'destination', 'cloud_run_service', 'service') ??
    property(declared, 'destination', 'cloud_function');
  const criteria = itemsOf(property(declared, 'matching_criteria'));
  const wish = (attribute: string) =>
    valueAt(
      criteria.find((one) => textOf(valueAt(one, 'attribute')) === attribute),
      'value',
    );
  const type = textOf(wish('type')) ?? '';
  if (type.includes('pubsub')) {
    return { to, kind: 'topic', source: property(declared, 'transport', 'pubsub', 'topic'), filtered: false };
  }
  if (/storage.*finalized$/.test(type)) return { to, kind: 'bucket', source: wish('bucket'), filtered: false };
  return { to, kind: 'bus', source: undefined, filtered: false };
}
