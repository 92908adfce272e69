import type { Span } from '../../../model/span.js';
import { type Value, valueAt } from '../../../model/value.js';
import { flag } from '../../values/codec.js';
import { madeMap, madeReference, madeText } from '../../values/made.js';
import type { Section } from '../../values/section.js';
import type { Declared } from '../template.js';
import type { SamEvent } from './events.js';

/** An `SNS` event with `SqsSubscription`: the topic feeds a queue, which Lambda reads. */
export interface QueueSubscription {
  /** The queue's id or ARN. */
  readonly queue: Value;
  /** The queue's settings for the function; none if the framework decides them. */
  readonly settings: Section;
  /** What SAM makes for it: the subscription, and the queue if it names none. */
  readonly made: readonly Declared[];
}

export function queueSubscriptionOf(event: SamEvent): QueueSubscription | undefined {
  const written = valueAt(event.properties.map, 'SqsSubscription');
  if (event.type !== 'SNS' || written === undefined) return undefined;
  if (written.kind === 'map') {
    const queue = valueAt(written, 'QueueArn');
    const settings = { ...event.properties, map: written };
    return queue && { queue, settings, made: [subscription(event, queue)] };
  }
  if (flag.read(written) !== true) return undefined;
  const id = `${idOf(event)}Queue`;
  const queue = madeReference(written.at, id, 'Arn');
  const settings = { map: undefined, at: event.at, reading: event.properties.reading };
  return { queue, settings, made: [subscription(event, queue), madeResource(event, id, 'AWS::SQS::Queue')] };
}

function idOf({ owner, name }: SamEvent): string {
  return `${owner.id}${name}`;
}

function subscription(event: SamEvent, queue: Value): Declared {
  const { map } = event.properties;
  const properties = madeMap(event.at, {
    Protocol: madeText(event.at, 'sqs'),
    Endpoint: queue,
    TopicArn: valueAt(map, 'Topic'),
    FilterPolicy: valueAt(map, 'FilterPolicy'),
    RedrivePolicy: valueAt(map, 'RedrivePolicy'),
  });
  return madeResource(event, idOf(event), 'AWS::SNS::Subscription', properties);
}

interface Maker {
  readonly at: Span;
  readonly whole: Span;
  readonly properties: Pick<Section, 'reading'>;
}

/** A resource that SAM makes, which nobody can write into: it stands where it is asked for. */
export function madeResource({ at, whole, properties }: Maker, id: string, type: string, map?: Value): Declared {
  const section = { map, at, reading: properties.reading };
  return { id, type, at, whole, properties: section, metadata: undefined, condition: undefined, generated: true };
}
