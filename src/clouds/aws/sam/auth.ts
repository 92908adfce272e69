import type { Api, Auth } from '../../../model/api.js';
import { known, type Setting, unknown } from '../../../model/setting.js';
import type { Edit } from '../../../model/span.js';
import { itemsOf, textOf, valueAt } from '../../../model/value.js';
import { flag, text } from '../../values/codec.js';
import { type Section, settingOf } from '../../values/section.js';
import { firstSaid, mapSetting, together, withWrite } from '../../values/writes.js';
import type { ApiSource } from '../apis/api-source.js';
import type { Mapping } from '../mapping.js';

/** An event's API: where its defaults stand, and the authorizers it has. */
export interface SamAuthContext {
  readonly mapping: Mapping;
  readonly source: ApiSource;
  readonly authorizers: Api['authorizers'];
}

/**
 * The effective authentication of an event: its own authorizer, otherwise the API's default one, otherwise a key. The
 * place is the line that decides; when nothing asks for anything, the event's own.
 */
export function samAuth(context: SamAuthContext, event: Section): Setting<Auth> {
  const own = settingOf(event, ['Auth', 'Authorizer'], text);
  const shared = settingOf(context.source.own, ['Auth', 'DefaultAuthorizer'], text);
  const decided = own.kind === 'absent' ? shared : own;
  const scopes = scopesOf(context, event);
  const write = (auth: Auth) => writeAuth(context, event, { own, auth });
  const named = withWrite<Auth, string, Auth>(
    mapSetting(decided, (name) => authNamed(context, name, scopes)),
    () => write,
  );
  if (named.kind !== 'absent' && !isNone(named)) return named;
  const nothing: Setting<Auth> = known(named) === undefined ? unprotected(event, write) : named;
  return keyed(context, event, { nothing, write });
}

function isNone(setting: Setting<Auth>): boolean {
  return setting.kind === 'known' && setting.value.kind === 'none';
}

type WriteAuth = (auth: Auth) => readonly Edit[] | undefined;

function unprotected({ at }: Section, write: WriteAuth): Setting<Auth> {
  return { kind: 'known', value: { kind: 'none' }, at, confidence: 'high', write };
}

interface Unkeyed {
  readonly nothing: Setting<Auth>;
  readonly write: WriteAuth;
}

/** A required API key is better than nothing; one that may be required makes the answer unknown. */
function keyed({ source }: SamAuthContext, event: Section, { nothing, write }: Unkeyed): Setting<Auth> {
  if (source.kind !== 'rest') return nothing;
  const required = firstSaid(
    settingOf(event, ['Auth', 'ApiKeyRequired'], flag),
    settingOf(source.own, ['Auth', 'ApiKeyRequired'], flag),
  );
  if (required.kind === 'absent') return nothing;
  if (required.kind !== 'known') return unknown(required.at, 'api key');
  if (!required.value) return nothing;
  return { kind: 'known', value: { kind: 'api-key' }, at: required.at, confidence: required.confidence, write };
}

function authNamed({ authorizers }: SamAuthContext, name: string, scopes: readonly string[]): Auth {
  if (name === 'NONE') return { kind: 'none' };
  if (name === 'AWS_IAM') return { kind: 'iam' };
  const kind = authorizers.find((authorizer) => authorizer.name === name)?.kind ?? 'unknown';
  return { kind: kind === 'unknown' ? 'lambda' : kind, authorizer: name, ...(scopes.length > 0 && { scopes }) };
}

function scopesOf({ source }: SamAuthContext, event: Section): readonly string[] {
  const written = valueAt(event.map, 'Auth', 'AuthorizationScopes');
  const shared = valueAt(source.own.map, 'Auth', 'DefaultAuthorizationScopes');
  return itemsOf(written ?? shared).flatMap((scope) => textOf(scope) ?? []);
}

interface Writing {
  readonly own: Setting<string>;
  readonly auth: Auth;
}

function writeAuth(context: SamAuthContext, event: Section, { own, auth }: Writing): readonly Edit[] | undefined {
  if (own.kind !== 'known' && own.kind !== 'absent') return undefined;
  if (auth.kind === 'api-key') return writeKey(context, event);
  if (auth.kind === 'none') return own.write('NONE');
  if (auth.kind !== 'iam') return auth.authorizer === undefined ? undefined : own.write(auth.authorizer);
  return context.source.kind === 'http' ? together(own.write('AWS_IAM'), allowIam(context)) : own.write('AWS_IAM');
}

function writeKey({ source }: SamAuthContext, event: Section): readonly Edit[] | undefined {
  const key = settingOf(event, ['Auth', 'ApiKeyRequired'], flag);
  return source.kind === 'rest' && (key.kind === 'known' || key.kind === 'absent') ? key.write(true) : undefined;
}

/** HTTP APIs accept IAM only when they say so. */
function allowIam({ source }: SamAuthContext): readonly Edit[] | undefined {
  const allowed = settingOf(source.own, ['Auth', 'EnableIamAuthorizer'], flag);
  if (known(allowed) === true) return [];
  return allowed.kind === 'known' || allowed.kind === 'absent' ? allowed.write(true) : undefined;
}
