import type { Literal } from '../../../model/literal.js';
import { fixed, known, type Setting } from '../../../model/setting.js';
import type { Value } from '../../../model/value.js';
import type { Codec } from '../../values/codec.js';
import { type Mapping, property, quietSetting, referent } from '../mapping.js';
import { generatedRoleId, hasGeneratedRole, ownerOfGeneratedRole } from '../sam/generated-role.js';
import type { Declared } from '../template.js';

/** The role a function runs as: one of the stack, the one that SAM makes, or unknown. */
export function roleOf(mapping: Mapping, declared: Declared): Setting<string, Literal> {
  const value = property(declared, 'Role');
  const generated = hasGeneratedRole(declared);
  if (value === undefined && generated) return fixed(generatedRoleId(declared), declared.at);
  const codec = { read: (role: Value) => roleIn(mapping, role), write: (word: Literal) => word };
  const read = quietSetting(declared, ['Role'], codec);
  if (read.kind !== 'choice' || !generated) return read;
  const cases = read.cases.map(({ label, setting }) => ({
    label,
    setting: setting.kind === 'absent' ? fixed<string, Literal>(generatedRoleId(declared), declared.at) : setting,
  }));
  return { ...read, cases };
}

/** Roles that are imported are not known. */
function roleIn(mapping: Mapping, value: Value): string | undefined {
  const id = referent(mapping, value);
  return id !== undefined && mapping.byId.get(id)?.type === 'AWS::IAM::Role' ? id : generatedElsewhere(mapping, id);
}

/** `!GetAtt OtherFunctionRole.Arn`: the role that SAM makes for another function. */
function generatedElsewhere(mapping: Mapping, id: string | undefined): string | undefined {
  const owner = id === undefined ? undefined : mapping.byId.get(ownerOfGeneratedRole(id) ?? '');
  return owner !== undefined && hasGeneratedRole(owner) ? id : undefined;
}

/** A value that names a role of the stack. */
export function roleNamed(mapping: Mapping): Codec<string> {
  return {
    read: (value) => {
      const id = referent(mapping, value);
      return id !== undefined && mapping.byId.get(id)?.type === 'AWS::IAM::Role' ? id : undefined;
    },
    write: () => undefined,
  };
}

/** The declaration of a function's own role, when it is written in the template. */
export function declaredRoleOf(mapping: Mapping, declared: Declared): Declared | undefined {
  const role = mapping.byId.get(known(roleOf(mapping, declared)) ?? '');
  return role?.type === 'AWS::IAM::Role' ? role : undefined;
}
