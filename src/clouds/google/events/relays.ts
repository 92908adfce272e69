import type { TriggerKind } from '../../../model/trigger.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { type Declared, type GoogleStack, ofAsset, property, referent } from '../google-stack.js';

/** Something that delivers events to the address of a function. */
export interface Relay {
  readonly declared: Declared;
  readonly to: string;
  readonly kind: TriggerKind;
  readonly source: Value | undefined;
  readonly filtered: boolean;
}

/** Subscriptions hold messages, and deliver them where they are told to; jobs and event triggers hold nothing. */
export function relaysOf(stack: GoogleStack): readonly Relay[] {
  const relays = ofAsset(
    stack,
    'pubsub.googleapis.com/Subscription',
    'cloudscheduler.googleapis.com/Job',
    'eventarc.googleapis.com/Trigger',
  );
  return relays.flatMap((declared) => {
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
  switch (declared.asset) {
    case 'pubsub.googleapis.com/Subscription': {
      const to = property(declared, 'pushConfig', 'pushEndpoint');
      const source: Value = { kind: 'reference', to: declared.id, at: declared.at };
      return { to, kind: 'queue', source, filtered: property(declared, 'filter') !== undefined };
    }
    case 'cloudscheduler.googleapis.com/Job':
      return { to: property(declared, 'httpTarget', 'uri'), kind: 'schedule', source: undefined, filtered: false };
    default:
      return eventarc(declared);
  }
}

function eventarc(declared: Declared): Delivery {
  const to =
    property(declared, 'destination', 'cloudRun', 'service') ?? property(declared, 'destination', 'cloudFunction');
  const criteria = itemsOf(property(declared, 'eventFilters'));
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
