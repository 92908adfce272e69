import type { Route } from '../../../model/api.js';
import { absent } from '../../../model/setting.js';
import type { Span } from '../../../model/span.js';
import type { ApiSource } from './api-source.js';
import { routeThrottle } from './method-settings.js';
import { routeSettingsThrottle } from './route-settings.js';

/** The limit that the first stage that has one sets for a single route: by method and path, or by route key. */
export function stageThrottle(
  { kind, stages }: Pick<ApiSource, 'kind' | 'stages'>,
  { method, path }: Pick<Route, 'method' | 'path'>,
  at: Span,
): Route['throttle'] {
  const key = path.startsWith('/') ? `${method} ${path}` : path;
  const found =
    kind === 'rest'
      ? stages.flatMap((stage) => routeThrottle(stage, method, path) ?? [])
      : stages.map((stage) => routeSettingsThrottle(stage, ['RouteSettings', key]));
  return found.find((throttle) => throttle.kind !== 'absent') ?? found[0] ?? absent(at);
}
