import { itemsOf, type Value, valueAt } from '../../../model/value.js';
import type { Declared } from '../template.js';
import { listed, type Mapping, property, referent } from './mapping.js';
import { ruleBus } from './rules.js';

/** The stores that a store passes its events on to: notifications, subscriptions, rules, pipes, mappings. */
export function leadsTo(mapping: Mapping, declared: Declared): readonly string[] {
  const values = [
    ...notifications(declared),
    ...subscriptions(mapping, declared),
    ...standingSubscriptions(mapping, declared),
    ...ruleTargets(mapping, declared),
    ...pipeTargets(mapping, declared),
    ...deliveries(mapping, declared),
  ];
  const ids = values.flatMap((value) => referent(mapping, value) ?? []);
  return [...new Set(ids.filter((id) => isStore(mapping, id)))];
}

const functionLike = /^AWS::(?:Serverless|Lambda)::(?:Function|Alias|Version)$/;

function isStore(mapping: Mapping, id: string): boolean {
  const type = mapping.byId.get(id)?.type;
  return type !== undefined && !functionLike.test(type);
}

function notifications(declared: Declared): readonly (Value | undefined)[] {
  if (declared.type !== 'AWS::S3::Bucket') return [];
  const configuration = property(declared, 'NotificationConfiguration');
  return [
    ...listed(valueAt(configuration, 'QueueConfigurations')).map((entry) => valueAt(entry, 'Queue')),
    ...listed(valueAt(configuration, 'TopicConfigurations')).map((entry) => valueAt(entry, 'Topic')),
  ];
}

function subscriptions(mapping: Mapping, declared: Declared): readonly (Value | undefined)[] {
  if (declared.type !== 'AWS::SNS::Topic') return [];
  const inline = listed(property(declared, 'Subscription')).map((entry) => valueAt(entry, 'Endpoint'));
  return inline.filter((value) => referent(mapping, value) !== undefined);
}

function standingSubscriptions(mapping: Mapping, declared: Declared): readonly (Value | undefined)[] {
  if (declared.type !== 'AWS::SNS::Topic') return [];
  return mapping
    .ofType('AWS::SNS::Subscription')
    .filter((subscription) => referent(mapping, property(subscription, 'TopicArn')) === declared.id)
    .map((subscription) => property(subscription, 'Endpoint'));
}

function ruleTargets(mapping: Mapping, declared: Declared): readonly (Value | undefined)[] {
  if (declared.type !== 'AWS::Events::EventBus') return [];
  return mapping
    .ofType('AWS::Events::Rule')
    .filter((rule) => ruleBus(mapping, rule) === declared.id)
    .flatMap((rule) => listed(property(rule, 'Targets')).map((entry) => valueAt(entry, 'Arn')));
}

function pipeTargets(mapping: Mapping, declared: Declared): readonly (Value | undefined)[] {
  return mapping
    .ofType('AWS::Pipes::Pipe')
    .filter((pipe) => referent(mapping, property(pipe, 'Source')) === declared.id)
    .map((pipe) => property(pipe, 'Target'));
}

const destinations = ['S3DestinationConfiguration', 'ExtendedS3DestinationConfiguration'];

function deliveries(mapping: Mapping, declared: Declared): readonly (Value | undefined)[] {
  if (declared.type === 'AWS::KinesisFirehose::DeliveryStream') {
    return destinations.map((destination) => property(declared, destination, 'BucketARN'));
  }
  if (declared.type !== 'AWS::Kinesis::Stream') return [];
  return mapping
    .ofType('AWS::KinesisFirehose::DeliveryStream')
    .filter((delivery) =>
      itemsOf(property(delivery, 'KinesisStreamSourceConfiguration', 'KinesisStreamARN')).some(
        (value) => referent(mapping, value) === declared.id,
      ),
    )
    .map(({ id, at }) => ({ kind: 'reference', to: id, at }) as const);
}
