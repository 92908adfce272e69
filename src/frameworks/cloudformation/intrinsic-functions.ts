import { asWritten } from '../../clouds/aws/credentials.js';
import { credentialIn } from '../../facts/secrets/secrets.js';
import type { Value } from '../../model/value.js';
import { entryOf, textOf, valueAt } from '../../model/value.js';
import type { Call } from './call.js';
import { lookUp } from './mappings.js';
import { attribute, tooMuch } from './references.js';

import { join, substitute } from './substitution.js';
import { placeOf, provenance } from './text-parts.js';

type Intrinsic = (call: Call, argument: Value) => Value | undefined;

/** Functions by the key that calls them. */
export const functions: ReadonlyMap<string, Intrinsic> = new Map<string, Intrinsic>([
  ['Fn::GetAtt', ({ scope, whole }, argument) => attribute(scope, whole, argument)],
  ['Fn::Sub', substitute],
  ['Fn::Join', join],
  ['Fn::If', choose],
  ['Fn::Select', select],
  ['Fn::Split', split],
  ['Fn::FindInMap', lookUp],
  ['Fn::Length', length],
  ['Fn::Transform', transform],
  ['Fn::ImportValue', because('imported value')],
  ['Fn::GetAZs', because('availability zones')],
  ['Fn::Cidr', because('computed addresses')],
  ['Fn::Base64', encode],
  // The text says what the value in it says, and is written where that stands.
  ['Fn::ToJsonString', ({ resolve }, argument) => resolve(argument)],
  ['Fn::Equals', because('condition')],
  ['Fn::And', because('condition')],
  ['Fn::Or', because('condition')],
  ['Fn::Not', because('condition')],
]);

function because(reason: string): Intrinsic {
  return ({ whole }) => ({ kind: 'unknown', because: reason, ...placeOf(whole) });
}

/** What is encoded is not the text, unless the text gives a credential away: encoding hides nothing. */
function encode({ whole, resolve }: Call, argument: Value): Value {
  const written = asWritten(resolve(argument));
  const text = textOf(written);
  return written !== undefined && text !== undefined && credentialIn(text) !== undefined
    ? { ...written, at: whole.at }
    : { kind: 'unknown', because: 'encoded text', ...placeOf(whole) };
}

function itemsIn(argument: Value): readonly Value[] {
  return argument.kind === 'list' ? argument.items : [];
}

/** Both branches are read, also when the condition could be decided; what is for a partition of few is left out. */
function choose({ scope, whole, resolve }: Call, argument: Value): Value | undefined {
  const [condition, yes, no] = itemsIn(argument);
  const name = textOf(condition);
  if (name === undefined || yes === undefined || no === undefined) {
    return { kind: 'unknown', because: 'condition', ...placeOf(whole) };
  }
  if (isElsewhere(valueAt(scope.conditions, name))) return resolve(no);
  const cases = [
    { label: name, value: resolve(yes) },
    { label: `not ${name}`, value: resolve(no) },
  ];
  return { kind: 'choice', among: 'branches', cases, ...placeOf(whole) };
}

/** True of conditions that hold in China alone, which the CDK writes by itself for what is not on offer there. */
function isElsewhere(condition: Value | undefined, depth = 0): boolean {
  const [either, compared] = [valueAt(condition, 'Fn::Or'), valueAt(condition, 'Fn::Equals')];
  if (either !== undefined) {
    const parts = itemsIn(either);
    return depth < 4 && parts.length > 0 && parts.every((one) => isElsewhere(one, depth + 1));
  }
  const [subject, name] = compared === undefined ? [] : itemsIn(compared);
  const asked = textOf(valueAt(subject, 'Ref'));
  return /^AWS::(?:Region|Partition)$/.test(asked ?? '') && /^(?:aws-)?cn\b/.test(textOf(name) ?? '');
}

function select({ whole, resolve }: Call, argument: Value): Value {
  const [written, source] = itemsIn(argument);
  const index = Number(textOf(written === undefined ? undefined : resolve(written)) ?? Number.NaN);
  const list = source === undefined ? undefined : resolve(source);
  const found = list?.kind === 'list' && !list.open && Number.isInteger(index) ? list.items[index] : undefined;
  const certain = list?.kind === 'list' && list.items.slice(0, index).every(({ kind }) => kind !== 'choice');
  if (found === undefined || !certain) return { kind: 'unknown', because: 'computed item', ...placeOf(whole) };
  return { ...found, ...provenance([found, list]), at: whole.at };
}

function split({ scope, whole, resolve }: Call, argument: Value): Value {
  const [delimiter, source] = itemsIn(argument);
  const separator = textOf(delimiter);
  const value = source === undefined ? undefined : resolve(source);
  const text = textOf(value);
  if (separator === undefined || separator === '' || text === undefined || value === undefined) {
    return { kind: 'unknown', because: 'computed list', ...placeOf(whole) };
  }
  const place = { ...placeOf(whole), ...provenance([value]) };
  const texts = text.split(separator);
  if (!scope.spend(texts.length)) return tooMuch(whole);
  const items = texts.map((part): Value => ({ kind: 'scalar', value: part, ...place }));
  return { kind: 'list', items, open: false, ...place };
}

function length({ whole, resolve }: Call, argument: Value): Value {
  const list = resolve(argument);
  const known = list?.kind === 'list' && !list.open && list.items.every(({ kind }) => kind !== 'choice');
  if (!known) return { kind: 'unknown', because: 'computed number', ...placeOf(whole) };
  return { kind: 'scalar', value: list.items.length, ...placeOf(whole), ...provenance([list]) };
}

/** `AWS::Include` of a file in the repository is that file; every other macro is unknown. */
function transform({ scope, whole, resolve }: Call, argument: Value): Value | undefined {
  const isInclude = textOf(entryOf(argument, 'Name')?.value) === 'AWS::Include';
  const written = valueAt(argument, 'Parameters', 'Location');
  const location = textOf(written === undefined ? undefined : resolve(written));
  const included = isInclude && location !== undefined ? scope.include(location) : undefined;
  return included ?? { kind: 'unknown', because: isInclude ? 'unread include' : 'macro', ...placeOf(whole) };
}
