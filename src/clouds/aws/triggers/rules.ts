import type { Trigger } from '../../../model/trigger.js';
import { type Value, valueAt } from '../../../model/value.js';
import { words } from '../../values/codec.js';
import type { Section } from '../../values/section.js';
import { functionNamed } from '../functions/reference.js';
import { declarationOf, listed, type Mapping, nameOf, property, setting } from '../mapping.js';
import type { Declared } from '../template.js';
import { bucketInPattern } from './bus-source.js';
import { patternSettings, pushFailure, retrySettings } from './push-settings.js';
import { triggerOf } from './trigger.js';

const state = words({ ENABLED: true, ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS: true, DISABLED: false } as const);

/** Functions that EventBridge rules and schedules start. */
export function rules(mapping: Mapping): readonly Trigger[] {
  const targets = mapping
    .ofType('AWS::Events::Rule')
    .flatMap((rule) => listed(property(rule, 'Targets')).flatMap((entry) => ruleTarget(mapping, rule, entry)));
  return [...targets, ...mapping.ofType('AWS::Scheduler::Schedule').flatMap((found) => schedule(mapping, found))];
}

function ruleTarget(mapping: Mapping, rule: Declared, entry: Value): readonly Trigger[] {
  const starts = functionNamed(mapping, valueAt(entry, 'Arn'));
  if (starts === undefined) return [];
  const pattern = patternSettings(rule.properties, 'EventPattern');
  const isSchedule = property(rule, 'ScheduleExpression') !== undefined && pattern.filtered.kind === 'absent';
  const resource = { ...declarationOf(rule), id: `${rule.id}.${nameOf(valueAt(entry, 'Id')) ?? starts}` };
  const source = property(rule, 'EventBusName') ?? bucketInPattern(property(rule, 'EventPattern'));
  const section: Section = { map: entry, at: rule.at, reading: mapping.reading };
  return [
    {
      ...triggerOf(mapping, { resource, trigger: isSchedule ? 'schedule' : 'bus', source, function: starts }),
      arn: { refersTo: rule.id, attribute: 'arn' },
      enabled: setting(rule, ['State'], state),
      ...pattern,
      ...retrySettings(section, ['RetryPolicy']),
      ...pushFailure(section, ['DeadLetterConfig', 'Arn']),
    },
  ];
}

function schedule(mapping: Mapping, declared: Declared): readonly Trigger[] {
  const starts = functionNamed(mapping, property(declared, 'Target', 'Arn'));
  if (starts === undefined) return [];
  const start = {
    resource: declarationOf(declared),
    trigger: 'schedule',
    source: undefined,
    function: starts,
  } as const;
  return [
    {
      ...triggerOf(mapping, start),
      enabled: setting(declared, ['State'], state),
      ...retrySettings(declared.properties, ['Target', 'RetryPolicy']),
      onFailure: scheduleFailure(declared),
    },
  ];
}

function scheduleFailure({ properties }: Declared): Trigger['onFailure'] {
  const map = valueAt(properties.map, 'Target');
  return pushFailure({ map, at: properties.at, reading: properties.reading }, ['DeadLetterConfig', 'Arn']).onFailure;
}
