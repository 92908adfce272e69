import { plainGrant } from '../../../clouds/plain/grant.js';
import { plainRole } from '../../../clouds/plain/role.js';
import { fixedTerms } from '../../../clouds/values/terms.js';
import { bindingOutput } from '../../../facts/events/writes.data.js';
import type { Grant, Role } from '../../../model/identity.js';
import { type Binding, type DeclaredFunction, objectsOf, type Place, placeOf } from './binding.js';

/** The id of the permissions that a function's outputs are. */
export function outputsId({ name }: DeclaredFunction): string {
  return `${name} outputs`;
}

export function outputsIn({ bindings }: DeclaredFunction): readonly Binding[] {
  return bindings.filter((binding) => binding.direction === 'out' && placeOf(binding) !== undefined);
}

/** The permissions that the outputs of functions are: of each one, and of the identity that they share. */
export function outputRoles(functions: readonly DeclaredFunction[]): readonly Role[] {
  return [...functions.flatMap((fn) => roleOf(fn)), ...sharedRole(functions)];
}

/** Output bindings are what a function may write to; its identity's other permissions are declared elsewhere. */
function roleOf(fn: DeclaredFunction): readonly Role[] {
  const outputs = outputsIn(fn);
  if (outputs.length === 0) return [];
  return [roleWith(outputsId(fn), fn, { outputs, users: [fn.name] })];
}

/** Functions of one app run as one identity, which may do what the outputs of any of them need. */
function sharedRole(functions: readonly DeclaredFunction[]): readonly Role[] {
  const outputs = functions.flatMap(outputsIn);
  const [first, another] = functions;
  if (first === undefined || another === undefined || outputs.length === 0) return [];
  return [roleWith('the function app', first, { outputs, users: functions.map(({ name }) => name) })];
}

function roleWith(
  id: string,
  { at }: DeclaredFunction,
  { outputs, users }: { readonly outputs: readonly Binding[]; readonly users: readonly string[] },
): Role {
  return plainRole({
    id,
    type: 'outputs',
    at,
    whole: at,
    generated: true,
    grants: outputs.map(grantOf),
    named: [],
    open: true,
    users,
  });
}

function grantOf(binding: Binding, index: number): Grant {
  const place = placeOf(binding);
  const at = place?.at ?? binding.at;
  const text = resourceText(binding, place);
  return plainGrant({
    id: String(index),
    at,
    actions: fixedTerms([{ text: bindingOutput, at }], at),
    resources: fixedTerms([{ text, at, ...(place !== undefined && { to: place.id }) }], at),
    origin: 'method',
    originName: `${binding.type} output`,
  });
}

/** Of objects: the container with the keys that are written. */
function resourceText(binding: Binding, place: Place | undefined): string {
  if (place === undefined) return '';
  if (binding.type !== 'blob') return place.name;
  const { prefix, suffix } = objectsOf(binding);
  return `\${${place.id}}/${prefix}*${suffix}`;
}
