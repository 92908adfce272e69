import { serviceAt } from '../../../clouds/google/addresses/run-addresses.js';
import type { Declared, GoogleStack } from '../../../clouds/google/google-stack.js';
import { type KubernetesObject, objectSection, resourceOf } from '../../../clouds/kubernetes/objects.js';
import { sectionAt } from '../../../clouds/values/section.js';
import { isReference, type Literal } from '../../../model/literal.js';
import type { MapEntry, Value } from '../../../model/value.js';
import { textOf, valueAt } from '../../../model/value.js';
import type { Reading, Writer } from '../../../notation/writer.js';
import { connectorBindings } from './connector-bindings.js';
import { accountId, accountName, connectorId, isFunctionKind, nameIn, referredTo } from './connector-objects.js';
import { accountFields, connectorAssets, referenceFields } from './connector-tables.js';

/** The objects of Config Connector in the form that Google's APIs have for them. Bindings often stand elsewhere. */
export function connectorStack(objects: readonly KubernetesObject[], { writer, unresolved }: Reading): GoogleStack {
  const reading: Reading = { writer: withoutReferences(writer), unresolved };
  return {
    resources: objects.flatMap((object) => declaredBy(object, objects, reading)),
    bindings: connectorBindings(objects),
    open: true,
  };
}

function declaredBy(
  object: KubernetesObject,
  objects: readonly KubernetesObject[],
  reading: Reading,
): readonly Declared[] {
  const asset = connectorAssets.get(object.kind);
  if (asset === undefined) return [];
  const section = sectionAt(objectSection(object, reading), 'spec');
  const map = section.map && lowered(section.map, { objects, kind: object.kind });
  const address = `${object.kind.toLowerCase()}/${object.name}`;
  return [{ ...resourceOf(object, connectorId(object)), asset, properties: { ...section, map }, address }];
}

interface Context {
  readonly objects: readonly KubernetesObject[];
  readonly kind: string;
}

/** A specification with its references under the API's names for them, pointing at what is declared. */
function lowered(value: Value, context: Context): Value {
  if (value.kind === 'list') return { ...value, items: value.items.map((item) => lowered(item, context)) };
  if (value.kind !== 'map') return value;
  return { ...value, entries: value.entries.map((entry) => loweredEntry(entry, context)) };
}

function loweredEntry({ key, keyAt, value }: MapEntry, context: Context): MapEntry {
  const { objects, kind } = context;
  const account = key === 'serviceAccountRef' ? accountFields.get(kind) : undefined;
  if (account !== undefined) return { key: account, keyAt, value: accountAt(value) };
  const field = referenceFields.get(key);
  if (field !== undefined) {
    const to = referredTo(objects, value, field.kind);
    return { key: key.slice(0, -'Ref'.length), keyAt, value: pointing(value, to, nameIn(value)) };
  }
  if (key === 'pushEndpoint') {
    const functions = objects.filter(isFunctionKind).map(({ name }) => ({ id: name }));
    return { key, keyAt, value: pointing(value, serviceAt(textOf(value) ?? '', functions), textOf(value)) };
  }
  // The API says in a map whether events are tried again.
  const isFlag = key === 'failurePolicy' && value.kind === 'scalar';
  const inner: Value = isFlag
    ? { kind: 'map', entries: [{ key: 'retry', keyAt, value }], open: false, at: value.at }
    : value;
  return { key, keyAt, value: lowered(inner, context) };
}

function accountAt(reference: Value): Value {
  const name = textOf(valueAt(reference, 'name')) ?? accountName(textOf(valueAt(reference, 'external')));
  return pointing(reference, name === undefined ? undefined : accountId(name), undefined);
}

/** A reference to what is declared here, or the name of what is elsewhere. */
function pointing({ at }: Value, to: string | undefined, name: string | undefined): Value {
  if (to !== undefined) return { kind: 'reference', to, at };
  return name === undefined ? { kind: 'unknown', at, because: 'reference' } : { kind: 'scalar', value: name, at };
}

/** Objects refer to each other by names that are chosen for them: what would have to refer is left to people. */
function withoutReferences(writer: Writer): Writer {
  return {
    ...writer,
    replace: (value, literal) => (refers(literal) ? undefined : writer.replace(value, literal)),
    insert: (map, path, literal) => (refers(literal) ? undefined : writer.insert(map, path, literal)),
  };
}

function refers(literal: Literal): boolean {
  if (typeof literal !== 'object' || literal === null) return false;
  return isReference(literal) || Object.values(literal).some(refers);
}
