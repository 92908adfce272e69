import type { Construct, Invocation } from '../../constructs/construct.js';
import { put } from '../../synthesis/draft.js';
import { fill } from '../../synthesis/fill.js';
import { type Row, reading, row } from '../../synthesis/rows.js';
import { addNamed, type Synthesis } from '../../synthesis/synthesis.js';
import { reference } from '../../values/made-value.js';
import { existence, flowsIn } from './store-kinds.js';
import { putUsualFlows } from './usual-properties.js';

/** `authFlows` and `oAuth.flows` say by names what a template lists; what they leave out has defaults of its own. */
export const clientRows: readonly Row[] = [
  row('userPool', 'UserPoolId'),
  row(
    'authFlows',
    'ExplicitAuthFlows',
    reading(flowsIn({ userPassword: 'ALLOW_USER_PASSWORD_AUTH', userSrp: 'ALLOW_USER_SRP_AUTH' })),
  ),
  row(
    'oAuth.flows',
    'AllowedOAuthFlows',
    reading(
      flowsIn({
        implicitCodeGrant: 'implicit',
        clientCredentials: 'client_credentials',
        authorizationCodeGrant: 'code',
      }),
    ),
  ),
  row('preventUserExistenceErrors', 'PreventUserExistenceErrors', existence),
  row('enableTokenRevocation', 'EnableTokenRevocation'),
];

/** `pool.addClient('Id', { ... })`. */
export function addClientTo(synthesis: Synthesis, { call }: Invocation, pool: Construct): void {
  if (pool.type !== 'aws-cognito.UserPool') return;
  const [name] = call.args;
  const id = `${pool.id}/${name?.kind === 'literal' ? String(name.value) : 'Client'}`;
  const at = { ...call.at, end: name?.at.end ?? call.callee.at.end };
  const draft = addNamed(synthesis, { id, type: 'AWS::Cognito::UserPoolClient', at, whole: call.at });
  put(draft, ['UserPoolId'], reference(at, pool.id));
  fill(synthesis, draft, { call, position: 1 }, clientRows);
  putUsualFlows(draft, call, 1);
}
