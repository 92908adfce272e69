import type { Declared, GoogleStack } from '../../../../clouds/google/google-stack.js';
import type { Mapping } from '../cloud.js';
import type { Evaluated } from '../evaluated.js';
import { translate } from '../translation.js';
import { datasetBindings, datasetTypes } from './dataset-access.js';
import { archiveType } from './function-code.js';
import { functionTables } from './function-tables.js';
import type { GoogleTable } from './google-tables.js';
import { bindingsOf, isBindingType } from './member-bindings.js';
import { operationTables } from './operation-tables.js';
import { removalOf } from './removal.js';
import { storeTables } from './store-tables.js';

const tables: ReadonlyMap<string, GoogleTable> = new Map(
  Object.entries({ ...functionTables, ...storeTables, ...operationTables }),
);

/** Whether a type of the Google provider is read. */
export function isGoogle(type: string): boolean {
  return type === archiveType || isBindingType(type) || datasetTypes.includes(type) || tables.has(type);
}

/** The resources of the Google provider in the form that Google's APIs have for them. */
export function googleStack(mapping: Mapping): GoogleStack {
  const { resources } = mapping;
  return {
    resources: [...tables].flatMap(([type, table]) =>
      resources.ofType(type).map((one) => declaredFrom(mapping, one, table)),
    ),
    bindings: [...bindingsOf(mapping), ...datasetBindings(mapping)],
    open: false,
  };
}

function declaredFrom(mapping: Mapping, one: Evaluated, { asset, fields }: GoogleTable): Declared {
  const { id, type, block } = one.instance;
  const { headAt: at, at: whole } = block;
  const properties = { map: translate(mapping, one, fields), at, reading: mapping.reading };
  return { id, type, at, whole, asset, properties, remove: () => removalOf(mapping, whole) };
}
