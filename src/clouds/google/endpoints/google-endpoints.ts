import type { Endpoint, HttpsOnly } from '../../../model/endpoint.js';
import { isUnsaid, none, type Setting } from '../../../model/setting.js';
import { tls } from '../../plain/tls.js';
import { words } from '../../values/codec.js';
import { type Declared, declarationOf, type GoogleStack, ofAsset, property, setting } from '../google-stack.js';

const policyTls = tls(
  [
    [/^TLS_1_0$/, '1.0'],
    [/^TLS_1_1$/, '1.1'],
    [/^TLS_1_2$/, '1.2'],
    [/^TLS_1_3$/, '1.3'],
  ],
  'TLS_1_2',
);

const levels = words({ SECURE_ALWAYS: true, SECURE_OPTIONAL: false });

/** SSL policies of load balancers, and functions of the first generation: the others answer HTTPS only. */
export function googleEndpoints(stack: GoogleStack): readonly Endpoint[] {
  const policies = ofAsset(stack, 'compute.googleapis.com/SslPolicy').map((declared): Endpoint => {
    const oldestTls = setting(declared, ['minTlsVersion'], policyTls);
    return { ...declarationOf(declared), kind: 'endpoint', what: 'SSL policy', oldestTls, https: [] };
  });
  const functions = ofAsset(stack, 'cloudfunctions.googleapis.com/CloudFunction').flatMap((declared): Endpoint[] => {
    const https = securityOf(declared);
    const resource = declarationOf(declared);
    return https.length === 0
      ? []
      : [{ ...resource, kind: 'endpoint', what: 'function', oldestTls: none(declared.at), https }];
  });
  return [...policies, ...functions];
}

/** Terraform has it beside the trigger, the API inside; what deploys by command asks for HTTPS by itself. */
function securityOf(declared: Declared): readonly HttpsOnly[] {
  const trigger = property(declared, 'httpsTrigger');
  if (trigger === undefined) return [];
  if (trigger.kind === 'map') {
    const only = setting(declared, ['httpsTrigger', 'securityLevel'], levels);
    return [{ path: undefined, only, byDefault: true, ...minor(only) }];
  }
  const only = setting(declared, ['securityLevel'], levels);
  return declared.type.startsWith('google_') ? [{ path: undefined, only, byDefault: true, ...minor(only) }] : [];
}

/** What is not said may be as old as the function; that it is meant weighs more. */
function minor(only: Setting<boolean>): Pick<HttpsOnly, 'minor'> {
  return isUnsaid(only) ? { minor: true } : {};
}
