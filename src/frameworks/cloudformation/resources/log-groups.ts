import type { LogGroup } from '../../../model/store.js';
import { number } from '../../reading/codec.js';
import { termOf } from '../../reading/terms.js';
import type { Declared } from '../template.js';
import { functionNamed, functionTypes, isFunction } from './function-reference.js';
import { declarationOf, type Mapping, property, referent, setting } from './mapping.js';

/** Log groups with the functions that write to them, by name or by `LoggingConfig`. */
export function mapLogGroups(mapping: Mapping): readonly LogGroup[] {
  return mapping.ofType('AWS::Logs::LogGroup').map((declared) => ({
    ...declarationOf(declared),
    kind: 'log-group',
    name: groupName(declared),
    functions: functionsOf(mapping, declared),
    retention: setting(declared, ['RetentionInDays'], number),
    archived: isArchived(mapping, declared.id),
  }));
}

/** A subscription passes its events on to a delivery stream. */
function isArchived(mapping: Mapping, group: string): boolean {
  return mapping.ofType('AWS::Logs::SubscriptionFilter').some((filter) => {
    const destination = referent(mapping, property(filter, 'DestinationArn'));
    const kept = mapping.byId.get(destination ?? '')?.type === 'AWS::KinesisFirehose::DeliveryStream';
    return kept && referent(mapping, property(filter, 'LogGroupName')) === group;
  });
}

function groupName(declared: Declared): string | undefined {
  const value = property(declared, 'LogGroupName');
  return value === undefined ? undefined : (termOf(value)?.text ?? '${?}');
}

function functionsOf(mapping: Mapping, declared: Declared): readonly string[] {
  const name = property(declared, 'LogGroupName');
  const named = functionNamed(mapping, name);
  const text = termOf(name)?.text;
  const functions = mapping.ofType(...functionTypes).filter((fn) => {
    const group = property(fn, 'LoggingConfig', 'LogGroup');
    if (group !== undefined) return referent(mapping, group) === declared.id || sameText(termOf(group)?.text, text);
    return fn.id === named || sameText(defaultGroup(fn), text);
  });
  return functions.map(({ id }) => id);
}

function sameText(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a === b && !a.includes('${?}');
}

/** `/aws/lambda/<FunctionName>` where the function has a name of its own. */
function defaultGroup(fn: Declared): string | undefined {
  const name = termOf(property(fn, 'FunctionName'));
  return name === undefined || !isFunction(fn.type) ? undefined : `/aws/lambda/${name.text}`;
}
