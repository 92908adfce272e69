import type { Declared } from '../../../../../clouds/aws/template.js';
import { itemsOf, type MapEntry, type MapValue, textOf, type Value, valueAt } from '../../../../../model/value.js';
import type { Reading } from '../../../../../notation/writer.js';
import type { Call } from '../../../evaluate/scope.js';
import { mapOf, scalar } from '../../../evaluate/values.js';
import { documentIn } from '../../json-documents.js';
import type { Translating } from '../../translation.js';
import { argumentOf, calledWith, isOn, listAt, made, things, withEntries } from './parts.js';

/** `terraform-aws-modules/eventbridge/aws`: rules with their targets. Buses, pipes and schedules of it are not read. */
export function busModule(translating: Translating, call: Call, reading: Reading): readonly Declared[] {
  const called = calledWith(translating, call, {}, reading);
  if (isOn(called, 'create', true) === false || isOn(called, 'create_rules', true) === false) return [];
  const targets = argumentOf(called, 'targets');
  return things(argumentOf(called, 'rules')).map((rule) => {
    const list = itemsOf(valueAt(targets, rule.key)).flatMap((target) => (target.kind === 'map' ? [target] : []));
    const map = withEntries(ruleOf(translating, rule.value), {
      Targets: listAt(list.map(targetOf), rule.value.at),
    });
    return placed(made(called, `/rule/${rule.key}`, 'AWS::Events::Rule', map), rule);
  });
}

function ruleOf({ expressionAt }: Translating, rule: MapValue): MapValue {
  const pattern = valueAt(rule, 'event_pattern');
  return withEntries(mapOf([], rule.at, rule.open), {
    EventPattern: pattern && documentIn(pattern, expressionAt),
    ScheduleExpression: valueAt(rule, 'schedule_expression'),
    State: stateOf(rule),
  });
}

function stateOf(rule: MapValue): Value | undefined {
  const enabled = valueAt(rule, 'enabled');
  const word = textOf(enabled) === 'false' ? 'DISABLED' : textOf(enabled) === 'true' ? 'ENABLED' : undefined;
  return word === undefined || enabled === undefined ? valueAt(rule, 'state') : scalar(word, enabled.at);
}

function targetOf(target: MapValue): Value {
  const letters = valueAt(target, 'dead_letter_arn');
  return withEntries(mapOf([], target.at, target.open), {
    Id: valueAt(target, 'name'),
    Arn: valueAt(target, 'arn'),
    DeadLetterConfig: letters && mapOf([{ key: 'Arn', keyAt: letters.at, value: letters }], letters.at),
  });
}

function placed(declared: Declared, { keyAt, value }: MapEntry): Declared {
  return { ...declared, at: keyAt, whole: value.at, properties: { ...declared.properties, at: keyAt } };
}
