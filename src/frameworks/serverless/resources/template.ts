import type { Declared, Template } from '../../../clouds/aws/template.js';
import { entryOf, type MapEntry, type MapValue, textOf, type Value, valueAt } from '../../../model/value.js';
import { declaredOf, type Lowering, resolved } from '../../cloudformation/lowering.js';
import { hasForeignMacro } from '../../cloudformation/recognition.js';
import { agentResources } from '../plugins/agent-runtimes.js';
import { graphqlResources } from '../plugins/appsync.js';
import { renamed } from '../service/renaming.js';
import type { Service } from '../service/service.js';
import { eventStores } from './events/event-stores.js';
import { declaredFunction } from './functions/service-functions.js';
import { rolesOf } from './roles/generated-roles.js';

/** The template that the framework deploys: what it makes for the functions, and the service's own resources. */
export function templateOf(service: Service): Template {
  const { reading, template: root } = service;
  const roles = rolesOf(service);
  const own = ownResources(service);
  const made = [
    ...service.functions.map((fn) => declaredFunction(service, fn, roles)),
    ...roles.declared,
    ...eventStores(service),
    ...graphqlResources(service),
    ...agentResources(service),
  ];
  const taken = new Set(made.map(({ id }) => id));
  return {
    path: service.path,
    framework: 'serverless',
    open: isOpen(service),
    resources: [...made, ...own.filter(({ id }) => !taken.has(id))],
    parameters: entryOf(root, 'Parameters')?.value,
    outputs: root && renamed(resolved(service.scope, root, 'Outputs'), service.names),
    globals: { map: undefined, at: service.provider.at, reading },
    reading,
    include: service.scope.include,
    declare: (id, body) => {
      const resources = resourcesMap(service);
      if (taken.has(id) || entryOf(resources, id) !== undefined) return undefined;
      if (resources?.kind === 'map') return reading.writer.insert(resources, [id], body);
      return resources === undefined
        ? reading.writer.insert(service.root, ['resources', 'Resources', id], body)
        : undefined;
    },
  };
}

/** The map that new resources go into. */
function resourcesMap({ template, root }: Service): Value | undefined {
  const resources = entryOf(template, 'Resources')?.value;
  if (resources !== undefined) return resources;
  return entryOf(root, 'resources') === undefined ? undefined : { kind: 'unknown', at: root.at, because: 'elsewhere' };
}

function ownResources(service: Service): readonly Declared[] {
  const lowering: Lowering = { scope: service.scope, reading: service.reading, globals: undefined };
  const resources = entryOf(service.template, 'Resources')?.value;
  const entries: readonly MapEntry[] = resources?.kind === 'map' ? resources.entries : [];
  return entries
    .filter(({ key }) => service.names.idOf(key) === undefined)
    .flatMap((entry) => declaredOf(lowering, entry))
    .map((declared) => withNames(declared, service));
}

function withNames(declared: Declared, { names }: Service): Declared {
  const map = renamed(declared.properties.map, names);
  return map === declared.properties.map ? declared : { ...declared, properties: { ...declared.properties, map } };
}

function isOpen({ template, open }: Service): boolean {
  const resources = entryOf(template, 'Resources')?.value;
  if (open || hasForeignMacro(template) || (template.kind === 'map' && template.open)) return true;
  if (resources === undefined) return false;
  return resources.kind === 'map' ? resources.open || resources.entries.some(isUnread) : resources.kind !== 'scalar';
}

function isUnread({ value }: MapEntry): boolean {
  return value.kind === 'unknown' || (value.kind === 'map' && isForeign(value));
}

function isForeign(resource: MapValue): boolean {
  return resource.open && textOf(valueAt(resource, 'Type')) === undefined;
}
