import type { Directory, IdentityPool, PoolClient, UserPool } from '../../../model/directory.js';
import { isUnsaid } from '../../../model/setting.js';
import { itemsOf, textOf, type Value } from '../../../model/value.js';
import { type Codec, flag, number, words } from '../../values/codec.js';
import { together, withWrite } from '../../values/writes.js';
import { declarationOf, type Mapping, property, referent, setting } from '../mapping.js';
import type { Declared } from '../template.js';

/** Amazon Cognito: pools of identities, pools of users and their clients. */
export function mapDirectories(mapping: Mapping): readonly Directory[] {
  return [
    ...mapping.ofType('AWS::Cognito::IdentityPool').map((one) => identityPool(mapping, one)),
    ...mapping.ofType('AWS::Cognito::UserPool').map(userPool),
    ...mapping.ofType('AWS::Cognito::UserPoolClient').map((one) => clientOf(mapping, one)),
  ];
}

function identityPool(mapping: Mapping, declared: Declared): IdentityPool {
  const attachments = mapping.pointing('AWS::Cognito::IdentityPoolRoleAttachment', ['IdentityPoolId'], declared.id);
  const [guestRole] = attachments.flatMap((one) => referent(mapping, property(one, 'Roles', 'unauthenticated')) ?? []);
  const guests = setting(declared, ['AllowUnauthenticatedIdentities'], flag);
  return { ...declarationOf(declared), kind: 'identity-pool', guests, guestRole };
}

const factors = words({ OFF: 'off', OPTIONAL: 'optional', ON: 'required' } as const);

function userPool(declared: Declared): UserPool {
  return {
    ...declarationOf(declared),
    kind: 'user-pool',
    secondFactor: secondFactorOf(declared),
    leastPassword: setting(declared, ['Policies', 'PasswordPolicy', 'MinimumLength'], number),
  };
}

/** A second factor needs a kind of it: where none is named, codes of an app are. */
function secondFactorOf(declared: Declared): UserPool['secondFactor'] {
  const list: Codec<readonly string[]> = {
    read: (value) => itemsOf(value).flatMap((item) => textOf(item) ?? []),
    write: (kinds) => kinds,
  };
  const enabled = setting(declared, ['EnabledMfas'], list);
  const said = setting(declared, ['MfaConfiguration'], factors);
  return withWrite(said, (write) => (word) => {
    if (!isUnsaid(enabled)) return write(word);
    return together(write(word), enabled.kind === 'absent' ? enabled.write(['SOFTWARE_TOKEN_MFA']) : undefined);
  });
}

function clientOf(mapping: Mapping, declared: Declared): PoolClient {
  const flows = itemsOf(property(declared, 'AllowedOAuthFlows')).flatMap((flow) => textOf(flow) ?? []);
  return {
    ...declarationOf(declared),
    kind: 'pool-client',
    pool: referent(mapping, property(declared, 'UserPoolId')),
    plainPasswords: setting(declared, ['ExplicitAuthFlows'], listing(/^(?:ALLOW_)?USER_PASSWORD_AUTH$/)),
    implicitFlow: setting(declared, ['AllowedOAuthFlows'], listing(/^implicit$/)),
    hidesUsers: setting(declared, ['PreventUserExistenceErrors'], words({ ENABLED: true, LEGACY: false })),
    revokesTokens: setting(declared, ['EnableTokenRevocation'], flag),
    isForMachines: flows.length > 0 && flows.every((flow) => flow === 'client_credentials'),
  };
}

/** Whether a list names something; to say no, all others of it are written. */
function listing(pattern: RegExp): Codec<boolean> {
  return {
    read: (value: Value) => {
      if (value.kind !== 'list' || value.open) return undefined;
      return value.items.some((item) => pattern.test(textOf(item) ?? ''));
    },
    write: () => undefined,
  };
}
