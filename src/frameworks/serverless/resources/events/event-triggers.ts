import type { Mapping } from '../../../../clouds/aws/mapping.js';
import { plainJson } from '../../../../clouds/aws/plain-data.js';
import { triggerOf } from '../../../../clouds/aws/triggers/trigger.js';
import { type Codec, flag, number, words } from '../../../../clouds/values/codec.js';
import { type Section, settingOf } from '../../../../clouds/values/section.js';
import { unwritable } from '../../../../clouds/values/writes.js';
import type { Trigger, TriggerKind } from '../../../../model/trigger.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../../model/value.js';
import type { Service } from '../../service/service.js';
import { failureCodec } from '../functions/failure-destinations.js';
import { type ConfiguredEvent, eventsOf } from './configured-events.js';
import { configuredBucket } from './event-stores.js';

interface EventType {
  readonly trigger: TriggerKind;
  /** The setting that names the source. */
  readonly source?: string;
  readonly delivery: 'pull' | 'push' | 'rule';
}

const types = new Map<string, EventType>([
  ['sqs', { trigger: 'queue', source: 'arn', delivery: 'pull' }],
  ['stream', { trigger: 'stream', source: 'arn', delivery: 'pull' }],
  ['kafka', { trigger: 'kafka', delivery: 'pull' }],
  ['msk', { trigger: 'kafka', source: 'arn', delivery: 'pull' }],
  ['activemq', { trigger: 'queue', source: 'arn', delivery: 'pull' }],
  ['rabbitmq', { trigger: 'queue', source: 'arn', delivery: 'pull' }],
  ['sns', { trigger: 'topic', source: 'arn', delivery: 'push' }],
  ['s3', { trigger: 'bucket', source: 'bucket', delivery: 'push' }],
  ['existingS3', { trigger: 'bucket', source: 'bucket', delivery: 'push' }],
  ['schedule', { trigger: 'schedule', delivery: 'rule' }],
  ['eventBridge', { trigger: 'bus', source: 'eventBus', delivery: 'rule' }],
  ['cloudwatchEvent', { trigger: 'bus', delivery: 'rule' }],
  ['cloudwatchLog', { trigger: 'log', source: 'logGroup', delivery: 'push' }],
  ['iot', { trigger: 'iot', delivery: 'push' }],
  ['iotFleetProvisioning', { trigger: 'iot', delivery: 'push' }],
  ['cognitoUserPool', { trigger: 'userpool', source: 'pool', delivery: 'push' }],
  ['alexaSkill', { trigger: 'invoke', delivery: 'push' }],
  ['alexaSmartHome', { trigger: 'invoke', delivery: 'push' }],
]);

/** Events that are entry points for requests or change what the function is, rather than starting it. */
const others = new Set(['http', 'httpApi', 'websocket', 'alb', 'url', 'cloudFront']);

/** What starts the functions of a service apart from requests. Types that are not known are of kind `other`. */
export function triggersOf(service: Service, mapping: Mapping): readonly Trigger[] {
  return service.functions
    .flatMap((fn) => eventsOf(service, fn))
    .filter(({ type }) => !others.has(type))
    .map((event) => eventTrigger(service, mapping, event));
}

function eventTrigger(service: Service, mapping: Mapping, event: ConfiguredEvent): Trigger {
  const { fn, type, number: place, at, whole, value, section } = event;
  const { trigger, source, delivery } = types.get(type) ?? { trigger: 'other', delivery: 'push' };
  const written = section.map === undefined || value?.kind === 'reference' ? value : sourceIn(section, source);
  const named = type === 's3' ? configuredBucket(service, written) : written;
  const resource = { id: `${fn.id}.${type}${place === 1 ? '' : place}`, type, at, whole };
  const isNamed = source !== undefined && trigger !== 'schedule';
  const start = triggerOf(mapping, { resource, trigger, source: isNamed ? named : undefined, function: fn.id });
  return { ...start, ...settingsOf(event, delivery) };
}

function sourceIn({ map }: Section, source: string | undefined): Value | undefined {
  if (source === undefined) return undefined;
  return valueAt(map, source) ?? (source === 'arn' ? valueAt(map, 'topicName') : undefined) ?? bucketOf(map);
}

/** A rule for the objects of one bucket. */
function bucketOf(map: Value | undefined): Value | undefined {
  const names = itemsOf(valueAt(map, 'pattern', 'detail', 'bucket', 'name'));
  return names.length === 1 ? names[0] : undefined;
}

const said: Codec<boolean> = {
  read: (value) => (value.kind === 'unknown' || value.kind === 'choice' ? undefined : true),
  write: () => undefined,
};
const partial = words<boolean>({ ReportBatchItemFailures: true });

function settingsOf(event: ConfiguredEvent, delivery: EventType['delivery']): Partial<Trigger> {
  const { section } = event;
  const enabled = settingOf(section, ['enabled'], flag);
  if (delivery === 'pull') return { enabled, ...pullSettings(section) };
  if (delivery === 'rule') {
    const key = event.type === 'cloudwatchEvent' ? 'event' : 'pattern';
    return {
      enabled,
      pattern: plainJson(valueAt(section.map, key)),
      filtered: settingOf(section, [key], said),
      ...retries(section),
    };
  }
  if (event.type === 's3') return { objectFilter: objectFilter(section.map) };
  const filter = valueAt(section.map, 'filterPolicy');
  return {
    ...(event.type === 'sns' && { pattern: plainJson(filter), filtered: settingOf(section, ['filterPolicy'], said) }),
    onFailure: unwritable(settingOf(section, ['redrivePolicy'], { read: () => 'elsewhere', write: () => undefined })),
  };
}

function retries(section: Section): Partial<Trigger> {
  return {
    maximumRetries: settingOf(section, ['retryPolicy', 'maximumRetryAttempts'], number),
    maximumAge: settingOf(section, ['retryPolicy', 'maximumEventAge'], number),
    onFailure: unwritable(settingOf(section, ['deadLetterQueueArn'], failureCodec)),
  };
}

function pullSettings(section: Section): Partial<Trigger> {
  return {
    filtered: settingOf(section, ['filterPatterns'], said),
    pattern: plainJson(valueAt(section.map, 'filterPatterns')),
    batchSize: settingOf(section, ['batchSize'], number),
    maximumRetries: settingOf(section, ['maximumRetryAttempts'], number),
    maximumAge: settingOf(section, ['maximumRecordAgeInSeconds'], number),
    onFailure: unwritable(settingOf(section, ['destinations', 'onFailure'], failureCodec)),
    maximumConcurrency: settingOf(section, ['maximumConcurrency'], number),
    partialBatch: settingOf(section, ['functionResponseType'], partial),
    splitBatch: settingOf(section, ['bisectBatchOnFunctionError'], flag),
  };
}

function objectFilter(map: Value | undefined): Trigger['objectFilter'] {
  const rules = valueAt(map, 'rules');
  if (rules === undefined) return { prefixes: [], suffixes: [] };
  if (rules.kind !== 'list' || rules.open) return undefined;
  const read = (key: string) => rules.items.flatMap((rule) => textOf(valueAt(rule, key)) ?? []);
  const [prefixes, suffixes] = [read('prefix'), read('suffix')];
  return prefixes.length + suffixes.length === rules.items.length ? { prefixes, suffixes } : undefined;
}
