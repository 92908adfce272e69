import { groupBy } from '../../../model/grouping.js';
import type { LogGroup } from '../../../model/store.js';
import { number } from '../../values/codec.js';
import { termOf } from '../../values/terms.js';
import { functionNamed, functionTypes } from '../functions/reference.js';
import { declarationOf, type Mapping, property, referent, setting } from '../mapping.js';
import { ownKey } from '../own-keys.js';
import type { Declared } from '../template.js';

/** Log groups with the functions that write to them, by name or by `LoggingConfig`. */
export function mapLogGroups(mapping: Mapping): readonly LogGroup[] {
  const byText = functionsByText(mapping);
  return mapping.ofType('AWS::Logs::LogGroup', retained).map((declared) => ({
    ...declarationOf(declared),
    kind: 'log-group',
    name: groupName(declared),
    functions: functionsOf(mapping, declared, byText),
    retention: setting(declared, ['RetentionInDays'], number),
    archived: isArchived(mapping, declared.id),
    ...(declared.type !== retained && declared.generated !== true && { ownKey: ownKey(declared, 'KmsKeyId') }),
  }));
}

/** What the CDK's `logRetention` becomes: it sets the days of a group by its name. */
const retained = 'Custom::LogRetention';

/** A subscription passes its events on to a delivery stream. */
function isArchived(mapping: Mapping, group: string): boolean {
  return mapping.pointing('AWS::Logs::SubscriptionFilter', ['LogGroupName'], group).some((filter) => {
    const destination = referent(mapping, property(filter, 'DestinationArn'));
    return mapping.byId.get(destination ?? '')?.type === 'AWS::KinesisFirehose::DeliveryStream';
  });
}

function groupName(declared: Declared): string | undefined {
  const value = property(declared, 'LogGroupName');
  return value === undefined ? undefined : (termOf(value)?.text ?? '${?}');
}

/** By reference, by a name of its own, or by the name that the function would give it. */
function functionsOf(mapping: Mapping, declared: Declared, byText: FunctionsByText): readonly string[] {
  const name = property(declared, 'LogGroupName');
  const named = mapping.byId.get(functionNamed(mapping, name) ?? '');
  const found = [
    ...functionTypes.flatMap((type) => mapping.pointing(type, configured, declared.id)),
    ...(byText.get(termOf(name)?.text ?? '') ?? []),
    ...(named !== undefined && property(named, ...configured) === undefined ? [named] : []),
  ];
  return [...new Set(found.map(({ id }) => id))];
}

const configured = ['LoggingConfig', 'LogGroup'];
type FunctionsByText = ReadonlyMap<string, readonly Declared[]>;

/** The functions by the name of the group that they write to, as far as it is known. */
function functionsByText(mapping: Mapping): FunctionsByText {
  return groupBy(mapping.ofType(...functionTypes), (fn) => {
    const group = property(fn, ...configured);
    const text = group === undefined ? defaultGroup(fn) : termOf(group)?.text;
    return text === undefined || text.includes('${?}') ? [] : [text];
  });
}

/** `/aws/lambda/<FunctionName>` where the function has a name of its own. */
function defaultGroup(fn: Declared): string | undefined {
  const name = termOf(property(fn, 'FunctionName'));
  return name && `/aws/lambda/${name.text}`;
}
