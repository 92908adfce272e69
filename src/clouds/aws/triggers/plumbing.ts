import type { Store } from '../../../model/store.js';
import { type Value, valueAt } from '../../../model/value.js';
import { listed, type Mapping, property, referent } from '../mapping.js';
import type { Declared } from '../template.js';
import { madeNotifications } from './notifications.js';

/** One way on, and whether only some events take it: a filter policy, key rules, the pattern of a rule. */
interface Lead {
  readonly to: Value | undefined;
  readonly narrowed: boolean;
}

/** The stores that a store passes its events on to: notifications, subscriptions, rules, pipes, mappings. */
export function leadsTo(mapping: Mapping, declared: Declared): Required<Pick<Store, 'leadsTo' | 'narrowedTo'>> {
  const leads = [
    ...notifications(mapping, declared),
    ...subscriptions(mapping, declared),
    ...standingSubscriptions(mapping, declared),
    ...ruleTargets(mapping, declared),
    ...pipeTargets(mapping, declared),
    ...deliveries(mapping, declared),
  ];
  const found = leads.flatMap(({ to, narrowed }) => {
    const id = referent(mapping, to);
    return id !== undefined && isStore(mapping, id) ? [{ id, narrowed }] : [];
  });
  const whole = new Set(found.filter(({ narrowed }) => !narrowed).map(({ id }) => id));
  const all = [...new Set(found.map(({ id }) => id))];
  return { leadsTo: all, narrowedTo: all.filter((id) => !whole.has(id)) };
}

function leadOf(entry: Value, key: string, filter: string): Lead {
  return { to: valueAt(entry, key), narrowed: valueAt(entry, filter) !== undefined };
}

function leadFrom(declared: Declared, key: string, filter: readonly string[]): Lead {
  return { to: property(declared, key), narrowed: property(declared, ...filter) !== undefined };
}

const functionLike = /^AWS::(?:Serverless|Lambda)::(?:Function|Alias|Version)$/;

function isStore(mapping: Mapping, id: string): boolean {
  const type = mapping.byId.get(id)?.type;
  return type !== undefined && !functionLike.test(type);
}

function notifications(mapping: Mapping, declared: Declared): readonly Lead[] {
  if (declared.type !== 'AWS::S3::Bucket') return [];
  const made = mapping.pointing(madeNotifications, ['BucketName'], declared.id);
  return [declared, ...made].flatMap((one) => {
    const configuration = property(one, 'NotificationConfiguration');
    const suffix = one === declared ? '' : 'Arn';
    return [
      ...listed(valueAt(configuration, 'QueueConfigurations')).map((entry) =>
        leadOf(entry, `Queue${suffix}`, 'Filter'),
      ),
      ...listed(valueAt(configuration, 'TopicConfigurations')).map((entry) =>
        leadOf(entry, `Topic${suffix}`, 'Filter'),
      ),
    ];
  });
}

function subscriptions(mapping: Mapping, declared: Declared): readonly Lead[] {
  if (declared.type !== 'AWS::SNS::Topic') return [];
  const inline = listed(property(declared, 'Subscription')).map((entry) => leadOf(entry, 'Endpoint', 'FilterPolicy'));
  return inline.filter(({ to }) => referent(mapping, to) !== undefined);
}

function standingSubscriptions(mapping: Mapping, declared: Declared): readonly Lead[] {
  if (declared.type !== 'AWS::SNS::Topic') return [];
  return mapping
    .pointing('AWS::SNS::Subscription', ['TopicArn'], declared.id)
    .map((subscription) => leadFrom(subscription, 'Endpoint', ['FilterPolicy']));
}

function ruleTargets(mapping: Mapping, declared: Declared): readonly Lead[] {
  if (declared.type !== 'AWS::Events::EventBus') return [];
  return mapping
    .pointing('AWS::Events::Rule', ['EventBusName'], declared.id)
    .flatMap((rule) => listed(property(rule, 'Targets')))
    .map((entry) => ({ to: valueAt(entry, 'Arn'), narrowed: true }));
}

function pipeTargets(mapping: Mapping, declared: Declared): readonly Lead[] {
  return mapping
    .pointing('AWS::Pipes::Pipe', ['Source'], declared.id)
    .map((pipe) => leadFrom(pipe, 'Target', ['SourceParameters', 'FilterCriteria']));
}

const source = ['KinesisStreamSourceConfiguration', 'KinesisStreamARN'];
const destinations = ['S3DestinationConfiguration', 'ExtendedS3DestinationConfiguration'];

function deliveries(mapping: Mapping, declared: Declared): readonly Lead[] {
  if (declared.type === 'AWS::KinesisFirehose::DeliveryStream') {
    return destinations.map((destination) => ({ to: property(declared, destination, 'BucketARN'), narrowed: false }));
  }
  if (declared.type !== 'AWS::Kinesis::Stream') return [];
  return mapping
    .pointing('AWS::KinesisFirehose::DeliveryStream', source, declared.id)
    .map(({ id, at }) => ({ to: { kind: 'reference', to: id, at }, narrowed: false }) as const);
}
