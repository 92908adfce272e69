import type { ResourcePolicy } from '../../../model/identity.js';
import type { MapValue, Value } from '../../../model/value.js';
import { silentWriter } from '../../../notation/silent-writer.js';
import type { Reading } from '../../../notation/writer.js';
import { type Mapping, property, referent } from '../mapping.js';
import { readPolicyDocument } from '../policies/document.js';
import { resourcePoliciesOf } from '../policies/resource-policy.js';
import type { Declared } from '../template.js';

/** `AWS::Events::EventBusPolicy` (one statement, or its older flat form) and the policy of a bus. */
export function busPolicies(mapping: Mapping): readonly ResourcePolicy[] {
  const own = mapping
    .ofType('AWS::Events::EventBus')
    .flatMap((bus) => statementsOf(mapping.reading, bus, property(bus, 'Policy'), bus.id));
  const standing = mapping.ofType('AWS::Events::EventBusPolicy').flatMap((policy) => {
    const target = referent(mapping, property(policy, 'EventBusName'));
    const statement = property(policy, 'Statement');
    if (statement !== undefined) return statementsOf(mapping.reading, policy, statement, target);
    return statementsOf({ ...mapping.reading, writer: silentWriter }, policy, flatStatement(policy), target);
  });
  return [...own, ...standing];
}

function statementsOf(
  reading: Reading,
  declared: Declared,
  written: Value | undefined,
  target: string | undefined,
): readonly ResourcePolicy[] {
  if (written === undefined) return [];
  const owner = { ...declared, targetKind: 'bus', target } as const;
  return resourcePoliciesOf(readPolicyDocument(asDocument(written), reading), owner);
}

/** A statement standing alone counts as a document of one. */
function asDocument(written: Value): Value {
  if (written.kind !== 'map' || written.entries.some(({ key }) => key === 'Statement')) return written;
  return wrapped(written, [{ key: 'Statement', value: written }]);
}

function flatStatement(policy: Declared): Value | undefined {
  const { map } = policy.properties;
  const action = property(policy, 'Action');
  const principal = property(policy, 'Principal');
  if (map?.kind !== 'map' || action === undefined || principal === undefined) return undefined;
  const effect = { kind: 'scalar', value: 'Allow', at: policy.at } as const;
  const condition = property(policy, 'Condition');
  return wrapped({ ...map, at: policy.at }, [
    { key: 'Effect', value: effect },
    { key: 'Action', value: action },
    { key: 'Principal', value: principal },
    ...(condition === undefined ? [] : [{ key: 'Condition', value: flatCondition(condition) }]),
  ]);
}

/** The flat form's condition is `{Type, Key, Value}`. */
function flatCondition(condition: Value): Value {
  if (condition.kind !== 'map') return condition;
  const [type, key, value] = ['Type', 'Key', 'Value'].map(
    (name) => condition.entries.find((entry) => entry.key === name)?.value,
  );
  if (type?.kind !== 'scalar' || key?.kind !== 'scalar' || value === undefined) return { ...condition, open: true };
  return wrapped(condition, [
    { key: String(type.value), value: wrapped(condition, [{ key: String(key.value), value }]) },
  ]);
}

function wrapped(like: MapValue, entries: readonly { readonly key: string; readonly value: Value }[]): MapValue {
  const { at, open } = like;
  return { kind: 'map', at, open, entries: entries.map(({ key, value }) => ({ key, keyAt: value.at, value })) };
}
