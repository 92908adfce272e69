import type { Trigger, TriggerKind } from '../../../model/trigger.js';
import type { Value } from '../../../model/value.js';
import { textOf } from '../../../model/value.js';
import { functionNamed } from '../functions/reference.js';
import { declarationOf, type Mapping, property, referent } from '../mapping.js';
import type { Declared } from '../template.js';
import { pullSettings, withoutRetries } from './pull-settings.js';
import { triggerOf } from './trigger.js';

/** `AWS::Lambda::EventSourceMapping`: queues and streams that Lambda reads. */
export function sourceMappings(mapping: Mapping): readonly Trigger[] {
  return mapping.ofType('AWS::Lambda::EventSourceMapping').map((declared) => {
    const source = property(declared, 'EventSourceArn');
    const start = triggerOf(mapping, {
      resource: declarationOf(declared),
      trigger: kindOf(mapping, declared, source),
      source,
      function: functionNamed(mapping, property(declared, 'FunctionName')),
    });
    const settings = pullSettings(declared.properties);
    const isChangeStream = property(declared, 'DocumentDBEventSourceConfig') !== undefined;
    return { ...start, ...(isChangeStream ? withoutRetries(settings, declared.at) : settings) };
  });
}

const byType = new Map<string, TriggerKind>([
  ['AWS::SQS::Queue', 'queue'],
  ['AWS::AmazonMQ::Broker', 'queue'],
  ['AWS::Kinesis::Stream', 'stream'],
  ['AWS::DynamoDB::Table', 'stream'],
  ['AWS::DynamoDB::GlobalTable', 'stream'],
  ['AWS::MSK::Cluster', 'kafka'],
]);

function kindOf(mapping: Mapping, declared: Declared, source: Value | undefined): TriggerKind {
  const type = mapping.byId.get(referent(mapping, source) ?? '')?.type;
  const known = type === undefined ? undefined : byType.get(type);
  if (known !== undefined) return known;
  const text = textOf(source) ?? '';
  if (/:sqs:|:mq:/.test(text)) return 'queue';
  if (/:kinesis:|:dynamodb:/.test(text)) return 'stream';
  const isKafka = property(declared, 'Topics') ?? property(declared, 'SelfManagedEventSource');
  if (isKafka !== undefined || text.includes(':kafka:')) return 'kafka';
  return property(declared, 'StartingPosition') === undefined ? 'other' : 'stream';
}
