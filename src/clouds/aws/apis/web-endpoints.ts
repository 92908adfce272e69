import type { FunctionUrl } from '../../../model/api.js';
import { words } from '../../values/codec.js';
import { declarationOf, type Mapping, property, referent, setting } from '../mapping.js';

/** `ApplicationManaged`: every request reaches the code, which has to tell callers apart itself. */
const authType = words({ ApplicationManaged: 'none', IamAuth: 'iam' } as const);

/** Endpoints of web functions (docs.aws.amazon.com/lambda/latest/dg/web-functions-endpoint-access-control.html, 2026-11-26). */
export function webEndpoints(mapping: Mapping): readonly FunctionUrl[] {
  return mapping.ofType('AWS::Lambda::WebFunctionEndpoint').map((declared) => ({
    ...declarationOf(declared),
    kind: 'url',
    function: referent(mapping, property(declared, 'FunctionName'), 'lambda'),
    auth: setting(declared, ['AuthType'], authType),
    cors: undefined,
  }));
}
