import type { Auth, Route } from '../../../model/api.js';
import { none, type Setting } from '../../../model/setting.js';
import type { OpenApiOperation } from '../../openapi/operation.js';
import { text } from '../../values/codec.js';
import { settingOf } from '../../values/section.js';
import { firstSaid, unwritable } from '../../values/writes.js';
import { functionNamed } from '../functions/reference.js';
import type { Mapping } from '../mapping.js';
import type { ApiSource } from './api-source.js';
import { routeId } from './route-id.js';
import { stageThrottle } from './stage-throttle.js';
import { storeBehind } from './store-behind.js';

/** Routes that an API takes from its OpenAPI document. */
export function documentRoutes(mapping: Mapping, source: ApiSource): readonly Route[] {
  return (source.openapi?.operations ?? []).map((operation) => routeOf(mapping, source, operation));
}

function routeOf(mapping: Mapping, source: ApiSource, operation: OpenApiOperation): Route {
  const { method, path, at, whole, validation, hasModel, integration, target, handed } = operation;
  const api = source.resource.id;
  const behind = functionNamed(mapping, target);
  return {
    id: routeId(api, operation),
    type: 'Operation',
    at,
    whole,
    kind: 'route',
    api,
    method,
    path,
    auth: effectiveAuth(source, operation),
    validation: source.kind === 'rest' ? validation : none(at),
    hasModel,
    throttle: stageThrottle(source, operation, at),
    function: behind,
    integration,
    ...storeBehind(mapping, behind, [target, handed]),
  };
}

/** SAM gives its default authorizer to the operations of a document that say nothing themselves. */
function effectiveAuth(source: ApiSource, { auth, at, method }: OpenApiOperation): Setting<Auth> {
  if (source.sam === undefined || auth.kind !== 'known' || auth.value.kind !== 'none' || auth.at !== at) return auth;
  const shared = settingOf(source.own, ['Auth', 'DefaultAuthorizer'], text);
  const isPreflight = method === 'OPTIONS';
  if (shared.kind === 'absent' || isPreflight) return auth;
  const named: Setting<Auth> =
    shared.kind === 'known'
      ? { ...shared, value: authFor(shared.value), write: auth.write }
      : { kind: 'unknown', at: shared.at, because: 'default authorizer' };
  return firstSaid(unwritable<Auth, Auth, Auth>(named), auth);
}

function authFor(name: string): Auth {
  if (name === 'NONE') return { kind: 'none' };
  return name === 'AWS_IAM' ? { kind: 'iam' } : { kind: 'lambda', authorizer: name };
}
