import type { FunctionUrl } from '../../../model/api.js';
import { words } from '../../values/codec.js';
import { samType } from '../functions/web-functions.js';
import { declarationOf, type Mapping, property, referent, setting } from '../mapping.js';
import type { Declared } from '../template.js';

/** `ApplicationManaged`: every request reaches the code, which has to tell callers apart itself. */
const authType = words({ ApplicationManaged: 'none', IamAuth: 'iam' } as const);

/** Endpoints of web functions (docs.aws.amazon.com/lambda/latest/dg/web-functions-endpoint-access-control.html, 2026-11-26). */
export function webEndpoints(mapping: Mapping): readonly FunctionUrl[] {
  const own = mapping
    .ofType('AWS::Lambda::WebFunctionEndpoint')
    .map((declared) =>
      endpointOf(declared, declared.id, referent(mapping, property(declared, 'FunctionName'), 'lambda')),
    );
  const made = mapping.ofType(samType).map((declared) => endpointOf(declared, `${declared.id}Endpoint`, declared.id));
  return [...own, ...made];
}

function endpointOf(declared: Declared, id: string, fn: string | undefined): FunctionUrl {
  const auth = setting(declared, ['AuthType'], authType);
  return { ...declarationOf(declared), id, kind: 'url', function: fn, auth, cors: undefined };
}
