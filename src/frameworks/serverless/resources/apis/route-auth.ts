import { functionNamed } from '../../../../clouds/aws/functions/reference.js';
import { type Mapping, property, referent } from '../../../../clouds/aws/mapping.js';
import { termOf } from '../../../../clouds/values/terms.js';
import type { Auth, AuthKind, Authorizer } from '../../../../model/api.js';
import type { Literal } from '../../../../model/literal.js';
import { type Setting, unknown } from '../../../../model/setting.js';
import type { Edit } from '../../../../model/span.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../../model/value.js';
import type { Service } from '../../service/service.js';
import type { ConfiguredEvent } from '../events/configured-events.js';

export type EntryPointKind = 'rest' | 'http' | 'websocket';

/** What an `authorizer` says about callers; undefined if it cannot be told. */
export interface Asked extends Auth {
  /** The function that decides, if it is one of the stack. */
  readonly function?: string;
}

/** How a route's authorizer is read and written. */
export interface Asking {
  readonly service: Service;
  readonly mapping: Mapping;
  readonly kind: EntryPointKind;
  readonly named: readonly Authorizer[];
}

/** What a route asks of its callers: its authorizer, a key, or nothing. */
export function authOf(asking: Asking, event: ConfiguredEvent): Setting<Auth> {
  const { map } = event.section;
  const { at } = event;
  const write = (auth: Auth) => writeAuth(asking, event, auth);
  const written = valueAt(map, 'authorizer');
  if (written !== undefined && !isNothing(written)) {
    const asked = askedBy(asking, written);
    if (asked === undefined)
      return unknown(written.at, written.kind === 'unknown' ? written.because : 'not understood');
    const { function: _decides, ...auth } = asked;
    return { kind: 'known', value: auth, at: written.at, confidence: written.confidence ?? 'high', write };
  }
  if (map !== undefined && (map.kind !== 'map' || map.open)) return unknown(at, 'open container');
  const key = valueAt(map, 'private');
  if (key !== undefined && textOf(key) !== 'false') {
    if (textOf(key) !== 'true') return unknown(key.at, 'not understood');
    return { kind: 'known', value: { kind: 'api-key' }, at: key.at, confidence: key.confidence ?? 'high', write };
  }
  return { kind: 'known', value: { kind: 'none' }, at, confidence: key?.confidence ?? 'high', write };
}

function isNothing(value: Value): boolean {
  return value.kind === 'scalar' && (value.value === null || value.value === '');
}

const kinds = new Map<string, AuthKind>([
  ['aws_iam', 'iam'],
  ['token', 'lambda'],
  ['request', 'lambda'],
  ['custom', 'lambda'],
  ['cognito_user_pools', 'cognito'],
  ['jwt', 'jwt'],
]);

/** The meaning of an authorizer, as a text or as a map. */
export function askedBy(asking: Asking, written: Value): Asked | undefined {
  if (written.kind !== 'map') return pointed(asking, written);
  const scopes = itemsOf(valueAt(written, 'scopes')).flatMap((scope) => textOf(scope) ?? []);
  const more = scopes.length > 0 ? { scopes } : {};
  const kind = kinds.get(textOf(valueAt(written, 'type'))?.toLowerCase() ?? '');
  const arn = valueAt(written, 'arn');
  const name = valueAt(written, 'name');
  if (kind === 'iam') return { kind };
  const target = arn ?? name ?? valueAt(written, 'id');
  const found = target === undefined ? undefined : pointed(asking, target);
  if (kind !== undefined) return { ...found, kind, ...more };
  if (found !== undefined) return { ...found, ...more };
  return valueAt(written, 'authorizerId') === undefined ? undefined : { kind: 'lambda', ...more };
}

/** A name, an ARN, or a reference. */
function pointed({ service, mapping, named, kind }: Asking, value: Value): Asked | undefined {
  const text = textOf(value) ?? termOf(value)?.text;
  if (text === undefined) return undefined;
  if (text.toLowerCase() === 'aws_iam') return { kind: 'iam' };
  const known = named.find(({ name }) => name === text);
  if (known !== undefined && known.kind !== 'unknown') return { kind: known.kind, authorizer: text };
  const own = service.functions.find(({ key }) => key === text);
  const decides = own?.id ?? functionNamed(mapping, value);
  if (decides !== undefined) return { kind: 'lambda', authorizer: own?.key ?? decides, function: decides };
  const declared = mapping.byId.get(referent(mapping, value) ?? '');
  const type = declared?.type;
  if (declared !== undefined && type === 'AWS::ApiGatewayV2::Authorizer') {
    return { kind: textOf(property(declared, 'AuthorizerType')) === 'JWT' ? 'jwt' : 'lambda' };
  }
  if (type === 'AWS::Cognito::UserPool' || /:cognito-idp:|:userpool\//.test(text)) return { kind: 'cognito' };
  if (/:lambda:|:function:/.test(text)) return { kind: 'lambda' };
  return kind === 'http' ? undefined : { kind: 'lambda', authorizer: text };
}

function writeAuth(asking: Asking, event: ConfiguredEvent, auth: Auth): readonly Edit[] | undefined {
  const authorizer = literalOf(asking, auth);
  const { writer } = asking.service.reading;
  const { value, section } = event;
  if (authorizer === undefined || value === undefined) return undefined;
  const existing = valueAt(section.map, 'authorizer');
  if (existing !== undefined) return writer.replace(existing, authorizer);
  if (section.map?.kind === 'map') return writer.insert(section.map, ['authorizer'], authorizer);
  const place = placeOf(asking.kind, textOf(value) ?? '');
  return place && writer.replace(value, { ...place, authorizer });
}

function literalOf({ kind, named, service }: Asking, auth: Auth): Literal | undefined {
  if (auth.kind === 'iam') return kind === 'http' ? { type: 'aws_iam' } : 'aws_iam';
  const { authorizer } = auth;
  if (kind === 'http') return named.some(({ name }) => name === authorizer) ? { name: authorizer ?? '' } : undefined;
  return auth.kind === 'lambda' && service.functions.some(({ key }) => key === authorizer) ? authorizer : undefined;
}

/** The longer form of an event that is one text. */
function placeOf(kind: EntryPointKind, text: string): Readonly<Record<string, string>> | undefined {
  const [method = '', path] = text.trim().split(/\s+/, 2);
  if (kind === 'websocket') return { route: method };
  if (path !== undefined) return { path, method: method.toLowerCase() };
  return text.trim() === '*' ? { path: '*', method: '*' } : undefined;
}
