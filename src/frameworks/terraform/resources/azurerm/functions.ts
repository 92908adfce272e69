import type { ServerlessFunction } from '../../../../model/function.js';
import { absent, fixed, type Setting, unknown } from '../../../../model/setting.js';
import { isNull, itemsOf, textOf } from '../../../../model/value.js';
import { type Declared, declarationOf, declaredOf, type Mapping, property, referent } from '../cloud.js';
import { environmentIn } from '../environment.js';
import { appFields } from './app-fields.js';
import { boundOf, plansOf } from './bounds.js';
import { loggingOf, tracingOf } from './monitoring.js';
import { runtimeOf } from './runtimes.js';

/** A function app stands for its functions, which its code declares. */
export function azureFunctions(mapping: Mapping): readonly ServerlessFunction[] {
  const plans = plansOf(mapping);
  return declaredOf(mapping, appFields).map((declared) => ({
    ...functionOf(mapping, declared),
    concurrency: boundOf(declared, plans),
  }));
}

function functionOf(mapping: Mapping, declared: Declared): Omit<ServerlessFunction, 'concurrency'> {
  const { at } = declared;
  const tracing = tracingOf(mapping, declared);
  return {
    ...declarationOf(declared),
    kind: 'function',
    provider: 'azure',
    runtime: runtimeOf(declared),
    packaging: 'zip',
    handler: absent(at),
    codeRoot: undefined,
    role: identityOf(declared),
    ...environmentIn(property(declared, 'app_settings'), mapping.reading),
    timeout: absent(at),
    memory: absent(at),
    tracing,
    logging: loggingOf(declared, tracing),
    logGroup: absent(at),
    onFailure: absent(at),
    recursiveLoop: absent(at),
    layers: absent(at),
    insideVpc: absent(at),
    purpose: 'handler',
  };
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
