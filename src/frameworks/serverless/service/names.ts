import { entryOf, textOf, type Value, valueAt } from '../../../model/value.js';

/** What functions of a service are called here and in the template that the framework makes. */
export interface ServiceNames {
  readonly functionId: (key: string) => string;
  /** The id for the logical id of something that the framework generates; undefined for everything else. */
  readonly idOf: (logicalId: string) => string | undefined;
  readonly logicalId: (id: string) => string;
  readonly typeOf: (logicalId: string) => string | undefined;
}

/** `list-orders` → `ListDashorders`, as the framework does. */
export function normalized(key: string): string {
  const name = key.replaceAll('-', 'Dash').replaceAll('_', 'Underscore');
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

export function namesOf(keys: readonly string[], template: Value): ServiceNames {
  const resources = valueAt(template, 'Resources');
  const byLogicalId = new Map<string, string>();
  const byId = new Map<string, string>();
  for (const key of keys) {
    const logicalId = `${normalized(key)}LambdaFunction`;
    const id = entryOf(resources, key) === undefined ? key : logicalId;
    byLogicalId.set(logicalId, id);
    byId.set(id, logicalId);
  }
  return {
    functionId: (key) => byLogicalId.get(`${normalized(key)}LambdaFunction`) ?? key,
    idOf: (logicalId) => byLogicalId.get(logicalId),
    logicalId: (id) => byId.get(id) ?? id,
    typeOf: (logicalId) =>
      byLogicalId.has(logicalId) ? 'AWS::Lambda::Function' : textOf(valueAt(resources, logicalId, 'Type')),
  };
}
