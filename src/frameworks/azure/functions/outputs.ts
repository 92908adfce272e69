import type { Grant, Role, Terms } from '../../../model/identity.js';
import { bindingOutput } from '../../../model/writes.data.js';
import { plainRole } from '../../reading/plain-role.js';
import { type Binding, type DeclaredFunction, objectsOf, type Place, placeOf } from './binding.js';

/** The id of the rights that a function's outputs are. */
export function outputsId({ name }: DeclaredFunction): string {
  return `${name} outputs`;
}

export function outputsIn({ bindings }: DeclaredFunction): readonly Binding[] {
  return bindings.filter((binding) => binding.direction === 'out' && placeOf(binding) !== undefined);
}

/** The rights that the outputs of functions are: of each one, and of the identity that they share. */
export function outputRoles(functions: readonly DeclaredFunction[]): readonly Role[] {
  return [...functions.flatMap((fn) => roleOf(fn)), ...sharedRole(functions)];
}

/** Output bindings are what a function may write to; its identity's other rights are declared elsewhere. */
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
  const terms = (text: string, to?: string): Terms => ({
    terms: [{ text, at, ...(to !== undefined && { to }) }],
    open: false,
    at,
    write: () => undefined,
  });
  return {
    id: String(index),
    at,
    effect: 'allow',
    actions: terms(bindingOutput),
    notActions: undefined,
    resources: terms(resourceText(binding, place), place?.id),
    notResources: undefined,
    conditions: [],
    conditionsOpen: false,
    origin: 'method',
    originName: `${binding.type} output`,
  };
}

/** Of objects: the container with the keys that are written. */
function resourceText(binding: Binding, place: Place | undefined): string {
  if (place === undefined) return '';
  if (binding.type !== 'blob') return place.name;
  const { prefix, suffix } = objectsOf(binding);
  return `\${${place.id}}/${prefix}*${suffix}`;
}
