import type { Declared, Deployment } from '../../../../clouds/azure/deployment.js';
import { idByName } from '../../../../clouds/azure/names.js';
import { termOf } from '../../../../clouds/values/terms.js';
import { entryOf, type MapValue, textOf, type Value } from '../../../../model/value.js';
import { mapOf, scalar } from '../../evaluate/values.js';
import type { Mapping } from '../cloud.js';
import type { Evaluated } from '../evaluated.js';
import { translate } from '../translation.js';
import type { AzureTable } from './azure-table.js';
import { azureTables } from './azure-tables.js';
import { saidIn } from './entries.js';
import { withOtherPrincipals } from './other-principals.js';

/** The resources of the Azure provider in the form that Azure's own API has for them. */
export function azureDeployment(mapping: Mapping): Deployment {
  const { resources, reading } = mapping;
  const declared = [...azureTables].flatMap(([type, table]) =>
    resources.ofType(type).flatMap((one) => declaredFrom(mapping, one, table)),
  );
  return {
    framework: 'terraform',
    joint: '/',
    path: [...resources.stack.files.keys()][0] ?? '',
    open: false,
    reach: 'project',
    resources: withOtherPrincipals(declared),
    existing: new Map(),
    parameters: [],
    signs: [],
    reading,
    apps: [],
  };
}

function declaredFrom(mapping: Mapping, one: Evaluated, table: AzureTable): readonly Declared[] {
  const { resources, reading } = mapping;
  const { id, block } = one.instance;
  const { headAt: at, at: whole } = block;
  const fields = typeof table.fields === 'function' ? table.fields(one) : table.fields;
  const translated = translate(mapping, one, fields);
  const map = table.complete?.(translated, one, resources) ?? translated;
  const declared: Declared = {
    id,
    type: table.type,
    at,
    whole,
    body: { map, at, reading },
    parent: parentOf(one, table),
    name: nameOf(map),
    scope: table.scope === undefined ? entryOf(map, 'scope')?.value : saidIn(one.body, table.scope)?.value,
  };
  return [declared, ...configsOf(declared, map, table)];
}

/** A name that refers to another resource says nothing of this one. */
function nameOf(map: MapValue): Value | undefined {
  const name = entryOf(map, 'name')?.value;
  if (name?.kind !== 'reference') return name;
  const { at, to } = name;
  return { kind: 'pattern', parts: [{ to }], at };
}

function parentOf({ body }: Evaluated, { partOf }: AzureTable): string | undefined {
  const links = (partOf?.arguments ?? []).flatMap((name) => saidIn(body, name)?.value ?? []);
  const referred = links.flatMap((link) => termOf(link)?.to ?? [])[0];
  const name = links.flatMap((link) => textOf(link) ?? [])[0];
  if (referred !== undefined || partOf?.named === undefined || name === undefined) return referred;
  return idByName(partOf.named, name);
}

/** Settings that stand in the resource, as the parts that the API has for them. */
function configsOf(declared: Declared, map: MapValue, { configs }: AzureTable): readonly Declared[] {
  return Object.entries(configs ?? {}).flatMap(([key, name]): readonly Declared[] => {
    const entry = saidIn(map, key);
    if (entry === undefined) return [];
    const { id, type, body } = declared;
    const properties = mapOf([{ ...entry, key: 'properties' }], map.at);
    return [
      {
        ...declared,
        id: `${id}/${name}`,
        type: `${type}/config`,
        body: { ...body, map: properties },
        parent: id,
        name: scalar(name, entry.keyAt),
        scope: undefined,
      },
    ];
  });
}
