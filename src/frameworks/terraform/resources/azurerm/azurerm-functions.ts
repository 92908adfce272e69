import { hostSampling } from '../../../../clouds/azure/functions/host-settings.js';
import { plainFunction } from '../../../../clouds/plain/function.js';
import type { ServerlessFunction } from '../../../../model/function.js';
import { absent, fixed, type Setting, unknown } from '../../../../model/setting.js';
import { isNull, itemsOf, textOf } from '../../../../model/value.js';
import { type Declared, declarationOf, declaredOf, type Mapping, property, referent } from '../cloud.js';
import { environmentIn } from '../environment.js';
import { appFields } from './app-fields.js';
import { boundOf, type Plans, plansOf } from './bounds.js';
import { loggingOf, tracingOf } from './monitoring.js';
import { runtimeOf } from './runtimes.js';

/** A function app stands for its functions, which its code declares. */
export function azureFunctions(mapping: Mapping): readonly ServerlessFunction[] {
  const plans = plansOf(mapping);
  return declaredOf(mapping, appFields).map((declared) => functionOf(mapping, declared, plans));
}

function functionOf(mapping: Mapping, declared: Declared, plans: Plans): ServerlessFunction {
  const variables = environmentIn(property(declared, 'app_settings'), mapping.reading);
  const tracing = tracingOf(mapping, declared);
  return plainFunction({
    ...declarationOf(declared),
    provider: 'azure',
    runtime: runtimeOf(declared),
    packaging: 'zip',
    role: identityOf(declared),
    ...variables,
    concurrency: boundOf(declared, plans),
    tracing,
    logging: loggingOf(declared, tracing),
    logsPerSecond: hostSampling(variables.environment) ?? absent(declared.at),
  });
}

/** Its own identity, or the one that it is assigned. */
function identityOf(declared: Declared): Setting<string> {
  const identity = property(declared, 'identity');
  if (identity === undefined || isNull(identity)) return absent(declared.at);
  const type = textOf(property(declared, 'identity', 'type'));
  if (type === undefined) return unknown(identity.at, 'identity');
  if (/SystemAssigned/i.test(type)) return fixed(ownIdentity(declared), identity.at);
  const [assigned] = assignedIdentities(declared);
  return assigned === undefined ? unknown(identity.at, 'identity elsewhere') : fixed(assigned, identity.at);
}

/** The id of the identity that an app has of its own. */
export function ownIdentity({ id }: Declared): string {
  return `${id}/identity`;
}

/** The declared identities that an app is given. */
export function assignedIdentities(declared: Declared): readonly string[] {
  return itemsOf(property(declared, 'identity', 'identity_ids')).flatMap((one) => referent(one) ?? []);
}
