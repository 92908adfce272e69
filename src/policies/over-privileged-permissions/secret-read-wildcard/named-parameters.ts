import type { Stack } from '../../../facts/stack.js';
import type { Grant, Role } from '../../../model/identity.js';
import type { Literal } from '../../../model/literal.js';
import { known } from '../../../model/setting.js';
import type { Edit } from '../../../model/span.js';

const readsByName = /^ssm:GetParameters?$/i;
const parameterName = /^(?:\/[\w.-]{1,200}){1,15}$/;

/** Binds a statement that reads parameters to those whose names the functions of the role are given. */
export function narrowToNamedParameters(
  grant: Grant,
  { users }: Role,
  { functions }: Stack,
): readonly Edit[] | undefined {
  const { actions, resources } = grant;
  if (actions.open || resources.open || resources.terms.length !== 1) return undefined;
  if (!actions.terms.every(({ text }) => readsByName.test(text))) return undefined;
  const given = functions.filter(({ id }) => users.includes(id)).flatMap(({ environment }) => environment);
  const names = given
    .filter(({ name }) => /param|ssm/i.test(name))
    .flatMap(({ value }) => known(value) ?? [])
    .filter((text) => parameterName.test(text));
  return names.length === 0 ? undefined : resources.write([...new Set(names)].map(arnOf));
}

function arnOf(name: string): Literal {
  return {
    joined: [
      'arn:',
      { pseudo: 'partition' },
      ':ssm:',
      { pseudo: 'region' },
      ':',
      { pseudo: 'account' },
      `:parameter${name}`,
    ],
  };
}
