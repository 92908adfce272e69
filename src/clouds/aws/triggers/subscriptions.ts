import type { Trigger } from '../../../model/trigger.js';
import { textOf, valueAt } from '../../../model/value.js';
import { functionNamed } from '../functions/reference.js';
import { declarationOf, listed, type Mapping, property } from '../mapping.js';
import { patternSettings, pushFailure } from './push-settings.js';
import { triggerOf } from './trigger.js';

/** Functions that subscribe to topics and log groups, or that an IoT rule starts. */
export function subscriptions(mapping: Mapping): readonly Trigger[] {
  return [
    ...topicSubscriptions(mapping),
    ...inlineSubscriptions(mapping),
    ...logSubscriptions(mapping),
    ...iotRules(mapping),
  ];
}

function topicSubscriptions(mapping: Mapping): readonly Trigger[] {
  return mapping.ofType('AWS::SNS::Subscription').flatMap((declared) => {
    const starts = functionNamed(mapping, property(declared, 'Endpoint'));
    if (textOf(property(declared, 'Protocol')) !== 'lambda' && starts === undefined) return [];
    const source = property(declared, 'TopicArn');
    const start = { resource: declarationOf(declared), trigger: 'topic', source, function: starts } as const;
    return [
      {
        ...triggerOf(mapping, start),
        ...pushFailure(declared.properties, ['RedrivePolicy', 'deadLetterTargetArn']),
        ...patternSettings(declared.properties, 'FilterPolicy'),
      },
    ];
  });
}

function inlineSubscriptions(mapping: Mapping): readonly Trigger[] {
  return mapping.ofType('AWS::SNS::Topic').flatMap((topic) =>
    listed(property(topic, 'Subscription')).flatMap((entry) => {
      const starts = functionNamed(mapping, valueAt(entry, 'Endpoint'));
      if (starts === undefined) return [];
      const resource = { id: `${topic.id}.${starts}`, type: topic.type, at: entry.at, whole: entry.at };
      const source = { kind: 'reference', to: topic.id, at: topic.at } as const;
      return [triggerOf(mapping, { resource, trigger: 'topic', source, function: starts })];
    }),
  );
}

function logSubscriptions(mapping: Mapping): readonly Trigger[] {
  return mapping.ofType('AWS::Logs::SubscriptionFilter').flatMap((declared) => {
    const starts = functionNamed(mapping, property(declared, 'DestinationArn'));
    if (starts === undefined) return [];
    const source = property(declared, 'LogGroupName');
    return [triggerOf(mapping, { resource: declarationOf(declared), trigger: 'log', source, function: starts })];
  });
}

function iotRules(mapping: Mapping): readonly Trigger[] {
  return mapping.ofType('AWS::IoT::TopicRule').flatMap((declared) =>
    listed(property(declared, 'TopicRulePayload', 'Actions')).flatMap((action) => {
      const starts = functionNamed(mapping, valueAt(action, 'Lambda', 'FunctionArn'));
      if (starts === undefined) return [];
      const resource = { ...declarationOf(declared), id: `${declared.id}.${starts}` };
      return [triggerOf(mapping, { resource, trigger: 'iot', source: undefined, function: starts })];
    }),
  );
}
