import type { Trigger, TriggerKind } from '../../../model/trigger.js';
import { valueAt } from '../../../model/value.js';
import { flag, words } from '../../values/codec.js';
import { settingOf } from '../../values/section.js';
import { firstSaid } from '../../values/writes.js';
import type { Mapping } from '../mapping.js';
import { bucketInPattern } from '../triggers/bus-source.js';
import { objectFilterOf } from '../triggers/object-filter.js';
import { pullSettings, withoutRetries } from '../triggers/pull-settings.js';
import { patternSettings, pushFailure, retrySettings } from '../triggers/push-settings.js';
import { triggerOf } from '../triggers/trigger.js';
import { type SamEvent, samEvents } from './events.js';
import { queueSubscriptionOf } from './queue-subscriptions.js';

/** How one type of SAM event is read: its kind, the property that names its source, and how it reaches the function. */
interface EventType {
  readonly trigger: TriggerKind;
  readonly source?: string;
  /** Lambda polls the source, which may take no settings for retries, a service pushes, or a rule selects. */
  readonly delivery: 'pull' | 'change-stream' | 'push' | 'rule';
}

const types = new Map<string, EventType>([
  ['SQS', { trigger: 'queue', source: 'Queue', delivery: 'pull' }],
  ['Kinesis', { trigger: 'stream', source: 'Stream', delivery: 'pull' }],
  ['DynamoDB', { trigger: 'stream', source: 'Stream', delivery: 'pull' }],
  ['DocumentDB', { trigger: 'stream', source: 'Cluster', delivery: 'change-stream' }],
  ['MSK', { trigger: 'kafka', source: 'Stream', delivery: 'pull' }],
  ['SelfManagedKafka', { trigger: 'kafka', delivery: 'pull' }],
  ['MQ', { trigger: 'queue', source: 'Broker', delivery: 'pull' }],
  ['SNS', { trigger: 'topic', source: 'Topic', delivery: 'push' }],
  ['S3', { trigger: 'bucket', source: 'Bucket', delivery: 'push' }],
  ['Schedule', { trigger: 'schedule', delivery: 'rule' }],
  ['ScheduleV2', { trigger: 'schedule', delivery: 'rule' }],
  ['EventBridgeRule', { trigger: 'bus', source: 'EventBusName', delivery: 'rule' }],
  ['CloudWatchEvent', { trigger: 'bus', source: 'EventBusName', delivery: 'rule' }],
  ['CloudWatchLogs', { trigger: 'log', source: 'LogGroupName', delivery: 'push' }],
  ['IoTRule', { trigger: 'iot', delivery: 'push' }],
  ['Cognito', { trigger: 'userpool', source: 'UserPool', delivery: 'push' }],
  ['AlexaSkill', { trigger: 'invoke', delivery: 'push' }],
]);

/** The events of SAM functions apart from routes. Types that are not known are triggers of kind `other`. */
export function samTriggers(mapping: Mapping): readonly Trigger[] {
  return samEvents(mapping)
    .filter(({ type, owner }) => type !== 'Api' && type !== 'HttpApi' && owner.type === 'AWS::Serverless::Function')
    .map((event) => eventTrigger(mapping, event));
}

function eventTrigger(mapping: Mapping, event: SamEvent): Trigger {
  const type = types.get(event.type) ?? { trigger: 'other', delivery: 'push' };
  const id = `${event.owner.id}.${event.name}`;
  const resource = { id, type: event.type, at: event.at, whole: event.whole };
  const named = type.source === undefined ? undefined : valueAt(event.properties.map, type.source);
  const source = named ?? bucketInPattern(valueAt(event.properties.map, 'Pattern'));
  const queued = queueSubscriptionOf(event);
  if (queued !== undefined) {
    const start = { resource, trigger: 'queue', source: queued.queue, function: event.owner.id } as const;
    return { ...triggerOf(mapping, start), ...pullSettings(queued.settings) };
  }
  const start = triggerOf(mapping, { resource, trigger: type.trigger, source, function: event.owner.id });
  return { ...start, ...settingsOf(event, type.delivery) };
}

const state = words({ ENABLED: true, DISABLED: false } as const);

function settingsOf(event: SamEvent, delivery: EventType['delivery']): Partial<Trigger> {
  const section = event.properties;
  if (delivery === 'pull') return pullSettings(section);
  if (delivery === 'change-stream') return withoutRetries(pullSettings(section), section.at);
  if (delivery === 'push') {
    return {
      ...pushFailure(section, ['RedrivePolicy', 'deadLetterTargetArn']),
      ...topicFilter(event),
      ...objectFilter(event),
    };
  }
  return {
    enabled: firstSaid(settingOf(section, ['Enabled'], flag), settingOf(section, ['State'], state)),
    ...retrySettings(section, ['RetryPolicy']),
    ...patternSettings(section, valueAt(section.map, 'Pattern') === undefined ? 'EventPattern' : 'Pattern'),
    ...pushFailure(section, ['DeadLetterConfig', 'Arn']),
  };
}

function topicFilter({ type, properties }: SamEvent): Partial<Trigger> {
  return type === 'SNS' ? patternSettings(properties, 'FilterPolicy') : {};
}

function objectFilter({ type, properties }: SamEvent): Partial<Trigger> {
  if (type !== 'S3') return {};
  return { objectFilter: objectFilterOf(valueAt(properties.map, 'Filter')) };
}
