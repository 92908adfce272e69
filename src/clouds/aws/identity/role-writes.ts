import type { Literal } from '../../../model/literal.js';
import type { Edit } from '../../../model/span.js';
import { entryOf } from '../../../model/value.js';
import type { Mapping } from '../mapping.js';
import type { Declared } from '../template.js';

type Edits = readonly Edit[] | undefined;

/** Adds a managed policy to a declared role. */
export function attachTo(mapping: Mapping, role: Declared): (name: string) => Edits {
  return (name) => addTo(mapping, role, 'ManagedPolicyArns', managedArn(name));
}

/** Adds a managed policy to what SAM makes a role from. */
export function attachToPolicies(mapping: Mapping, owner: Declared): (name: string) => Edits {
  return (name) => addTo(mapping, owner, 'Policies', name.slice(name.lastIndexOf('/') + 1));
}

function managedArn(name: string): Literal {
  return { joined: ['arn:', { pseudo: 'partition' }, `:iam::aws:policy/${name}`] };
}

/** A right to be given to a declared role as an inline policy. */
export interface NewRight {
  readonly name: string;
  readonly action: string;
  readonly resource: Literal;
}

export function allow(mapping: Mapping, role: Declared, { name, action, resource }: NewRight): Edits {
  return addTo(mapping, role, 'Policies', {
    PolicyName: name,
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: action, Resource: resource }],
    },
  });
}

function addTo(mapping: Mapping, { properties }: Declared, key: string, item: Literal): Edits {
  const { writer } = mapping.reading;
  const { map, within } = properties;
  if (map === undefined) return within && writer.insert(within.map, [...within.path, key], [item]);
  if (map.kind !== 'map' || map.open) return undefined;
  const value = entryOf(map, key)?.value;
  if (value === undefined) return writer.insert(map, [key], [item]);
  if (value.kind === 'list') return writer.append(value, item);
  return value.kind === 'scalar' && value.value !== null ? writer.replace(value, [value.value, item]) : undefined;
}
