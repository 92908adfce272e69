import { type Auth, strengthOf } from '../../model/api.js';
import { type Setting, unknown } from '../../model/setting.js';
import type { Edit, Span } from '../../model/span.js';
import { entryOf, itemsOf, type MapValue, textOf, type Value, valueAt } from '../../model/value.js';
import type { OpenApiWhole } from './whole.js';

type Read = Auth | 'unknown';

/** How callers of an operation prove who they are: its own requirements, otherwise the document's. */
export function authOf(whole: OpenApiWhole, operation: MapValue, at: Span): Setting<Auth> {
  const named = textOf(valueAt(operation, 'x-amazon-apigateway-auth', 'type'))?.toUpperCase();
  const own = valueAt(operation, 'security');
  const required = own ?? valueAt(whole.document, 'security');
  const write = (auth: Auth) => writeSecurity(whole, { operation, own }, auth);
  if (named === 'AWS_IAM') return { kind: 'known', value: { kind: 'iam' }, at, confidence: 'high', write };
  if (required === undefined && !isWhole(operation, whole)) return unknown(at, 'open container');
  const read = required === undefined ? none : requirementsOf(whole, required);
  if (read === 'unknown') return unknown(required?.at ?? at, 'security scheme without authorizer');
  const decides = own === undefined && isInQuery(read) ? keyInAddress(whole, required) : undefined;
  return { kind: 'known', value: read, at: decides ?? required?.at ?? at, confidence: 'high', write };
}

/** What every operation requires is decided where the scheme is declared: there the key is put into the address. */
function keyInAddress({ schemes }: OpenApiWhole, required: Value | undefined): Span | undefined {
  const entries = itemsOf(required).flatMap((item) => (item.kind === 'map' ? item.entries : []));
  return entries.flatMap(({ key }) => schemes.byName.get(key)?.at ?? [])[0];
}

const none: Auth = { kind: 'none' };

function isWhole(operation: MapValue, { document }: OpenApiWhole): boolean {
  return !operation.open && document.kind === 'map' && !document.open;
}

/** The requirements are alternatives: the weakest one decides. */
function requirementsOf(whole: OpenApiWhole, required: Value): Read {
  if (required.kind !== 'list' || required.open) return 'unknown';
  const named = required.items.filter((item) => !isPlaceholder(item));
  const alternatives = (named.length === 0 ? required.items : named).map((item) => requirementOf(whole, item));
  if (alternatives.length === 0) return none;
  if (alternatives.includes('unknown')) return 'unknown';
  const read = alternatives.filter((alternative) => alternative !== 'unknown');
  const weakest = read.reduce((least, auth) => (strengthOf(auth) < strengthOf(least) ? auth : least));
  return oneOf(read.filter((auth) => auth.kind === 'api-key' && strengthOf(auth) === strengthOf(weakest))) ?? weakest;
}

/** Of several keys that do alike the one that is in the address tells the most. */
function oneOf(keys: readonly Auth[]): Auth | undefined {
  const inAddress = keys.find(isInQuery);
  const isChoice = keys.some((key) => !isInQuery(key));
  return inAddress && isChoice ? { ...inAddress, otherKey: 'either' } : inAddress;
}

/** What SAM writes for no authorizer, beside the API key that it may ask for as well. */
function isPlaceholder(requirement: Value): boolean {
  return requirement.kind === 'map' && requirement.entries.length === 1 && entryOf(requirement, 'NONE') !== undefined;
}

/** All schemes of one requirement hold together: the strongest one counts, of equal ones a key that is in the address. */
function requirementOf(whole: OpenApiWhole, requirement: Value): Read {
  if (requirement.kind !== 'map' || requirement.open) return 'unknown';
  let strongest: Read | undefined;
  const inOrder = requirement.entries.map(({ key, value }) => schemeAuth(whole, key, value)).sort(keysInAddressFirst);
  for (const auth of inOrder) {
    if (auth === 'unknown') strongest ??= auth;
    else if (strongest === undefined || strongest === 'unknown' || strengthOf(auth) > strengthOf(strongest)) {
      strongest = auth;
    }
  }
  if (strongest === undefined) return none;
  const hasOther = inOrder.some((auth) => isKey(auth) && !isInQuery(auth));
  return strongest !== 'unknown' && isInQuery(strongest) && hasOther ? { ...strongest, otherKey: 'both' } : strongest;
}

function isKey(auth: Read): boolean {
  return auth !== 'unknown' && auth.kind === 'api-key';
}

function keysInAddressFirst(a: Read, b: Read): number {
  return Number(isInQuery(b)) - Number(isInQuery(a));
}

function isInQuery(auth: Read): boolean {
  return auth !== 'unknown' && auth.inQuery === true;
}

function schemeAuth({ schemes }: OpenApiWhole, name: string, scopes: Value): Read {
  if (name === 'NONE') return none;
  const scheme = schemes.byName.get(name);
  const kind = scheme?.kind ?? (name === 'AWS_IAM' ? 'iam' : undefined);
  if (kind === undefined) return 'unknown';
  const written = itemsOf(scopes).flatMap((scope) => textOf(scope) ?? []);
  if (kind === 'iam' || kind === 'api-key') return { kind, ...(scheme?.inQuery && { inQuery: true }) };
  return { kind, authorizer: name, ...(written.length > 0 && { scopes: written }) };
}

interface Place {
  readonly operation: MapValue;
  readonly own: Value | undefined;
}

function writeSecurity(whole: OpenApiWhole, { operation, own }: Place, auth: Auth): readonly Edit[] | undefined {
  const { schemes, reading } = whole;
  const name = auth.authorizer ?? [...schemes.byName].find(([, scheme]) => scheme.kind === auth.kind)?.[0];
  if (name === undefined || !schemes.byName.has(name)) return undefined;
  const security = [{ [name]: auth.scopes ?? [] }];
  return own === undefined
    ? reading.writer.insert(operation, ['security'], security)
    : reading.writer.replace(own, security);
}
