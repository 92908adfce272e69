import type { Value } from '../../../model/value.js';
import { type Mapping, property, referent } from '../mapping.js';

export const functionTypes = ['AWS::Serverless::Function', 'AWS::Lambda::Function'] as const;

const qualified: ReadonlySet<string> = new Set(['AWS::Lambda::Alias', 'AWS::Lambda::Version']);

/** The id of the function that a value names: itself, its ARN, or one of its versions and aliases. */
export function functionNamed(mapping: Mapping, value: Value | undefined): string | undefined {
  let id = referent(mapping, value, 'lambda');
  for (let step = 0; step < 3 && id !== undefined; step++) {
    const declared = mapping.byId.get(id);
    if (declared === undefined) return generatedFor(mapping, id);
    if (isFunction(declared.type)) return id;
    if (!qualified.has(declared.type)) return undefined;
    id = referent(mapping, property(declared, 'FunctionName'), 'lambda');
  }
  return undefined;
}

function isFunction(type: string): boolean {
  return functionTypes.some((known) => known === type);
}

/** SAM names the alias of `AutoPublishAlias: live` `<Function>Aliaslive`. */
function generatedFor(mapping: Mapping, id: string): string | undefined {
  const [, name] = /^(.+?)(?:Alias.+|Version[0-9a-f]*)$/.exec(id) ?? [];
  const declared = name === undefined ? undefined : mapping.byId.get(name);
  return declared !== undefined && isFunction(declared.type) ? declared.id : undefined;
}
