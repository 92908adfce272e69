import { property } from '../mapping.js';
import type { Declared } from '../template.js';

const ending = 'Role';

/** What SAM calls the role that it makes for a function or a workflow: `<Function>Role`. */
export function generatedRoleId({ id }: Pick<Declared, 'id'>): string {
  return `${id}${ending}`;
}

/** The id of the resource that a role of this name would be made for. */
export function ownerOfGeneratedRole(role: string): string | undefined {
  return role.endsWith(ending) ? role.slice(0, -ending.length) : undefined;
}

/**
 * SAM makes a role for every function and workflow that names none, at least in one branch of a condition. It refuses
 * workflows with a role and policies: their policies are judged, since either may be what stays.
 */
export function hasGeneratedRole(declared: Declared): boolean {
  if (!declared.type.startsWith('AWS::Serverless::')) return false;
  if (declared.type.endsWith('StateMachine') && property(declared, 'Policies') !== undefined) return true;
  const role = property(declared, 'Role');
  if (declared.properties.map?.kind === 'map' && declared.properties.map.open && role === undefined) return false;
  return role === undefined || (role.kind === 'choice' && role.cases.some(({ value }) => value === undefined));
}
