import { audiences } from '../../../../clouds/aws/apis/authorizers.js';
import { type Mapping, quiet, referent } from '../../../../clouds/aws/mapping.js';
import { settingOf } from '../../../../clouds/values/section.js';
import type { Authorizer } from '../../../../model/api.js';
import { type MapEntry, textOf, valueAt } from '../../../../model/value.js';
import type { Service } from '../../service/service.js';
import type { ConfiguredEvent } from '../events/configured-events.js';
import { type Asking, askedBy } from './route-auth.js';

/** The authorizers of the HTTP API by their names. */
export function namedAuthorizers(service: Service, mapping: Mapping): readonly Authorizer[] {
  const declared = valueAt(service.provider.map, 'httpApi', 'authorizers');
  const entries: readonly MapEntry[] = declared?.kind === 'map' ? declared.entries : [];
  return entries.map(({ key, keyAt, value }) => {
    const name = textOf(valueAt(value, 'functionName'));
    const decides =
      service.functions.find((fn) => fn.key === name)?.id ?? referent(mapping, valueAt(value, 'functionArn'));
    const isLambda = textOf(valueAt(value, 'type'))?.toLowerCase() === 'request';
    const isKnown = isLambda || valueAt(value, 'issuerUrl') !== undefined;
    const type = isLambda ? 'lambda' : isKnown ? 'jwt' : 'unknown';
    const section = { map: value, at: keyAt, reading: quiet(service.reading) };
    return {
      ...{ name: key, kind: type, at: keyAt },
      ...(decides !== undefined && { function: decides }),
      ...(type === 'jwt' && { audience: settingOf(section, ['audience'], audiences) }),
    };
  });
}

/** Authorizers of REST and WebSocket APIs are declared by the events that use them. */
export function usedAuthorizers(asking: Asking, events: readonly ConfiguredEvent[]): readonly Authorizer[] {
  const used = events.flatMap(({ section }): readonly Authorizer[] => {
    const value = valueAt(section.map, 'authorizer');
    const asked = value && askedBy(asking, value);
    if (value === undefined || asked === undefined || !isDeclared(asked.kind)) return [];
    const { kind, authorizer = kind, function: decides } = asked;
    return [{ name: authorizer, kind, at: value.at, ...(decides !== undefined && { function: decides }) }];
  });
  return [...new Map(used.map((authorizer) => [authorizer.name, authorizer])).values()];
}

function isDeclared(kind: string): kind is 'lambda' | 'cognito' | 'jwt' {
  return kind === 'lambda' || kind === 'cognito' || kind === 'jwt';
}
