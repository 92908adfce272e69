import { matchPath, type PathPattern, pathPattern } from '../openapi/paths.js';
import type { RequestChecks } from '../openapi/requests.js';
import type { Route } from './exchange.js';

export interface Found {
  readonly route: Route;
  readonly parameters: Readonly<Record<string, string>>;
}

export type Router = (method: string, path: string) => Found | undefined;

/** Finds the route that a path names; fixed words win over parameters. */
export function router(routes: readonly Route[]): Router {
  const patterns = routes
    .map((route): readonly [Route, PathPattern] => [route, pathPattern(route.route)])
    .sort(([, a], [, b]) => b.fixed - a.fixed || a.names.length - b.names.length);
  return (method, path) => {
    for (const [route, pattern] of patterns) {
      const parameters = pattern.method === method ? matchPath(pattern, path) : undefined;
      if (parameters !== undefined) return { route, parameters };
    }
    return undefined;
  };
}

/** Why a path has no route here: GitHub has none either, or the sandbox does not answer it. */
export function whyUnknown(checks: RequestChecks, method: string, path: string): string {
  const known = checks.description.others.find((route) => {
    const pattern = pathPattern(route);
    return pattern.method === method && matchPath(pattern, path) !== undefined;
  });
  return known === undefined ? `GitHub has no ${method} ${path}` : `the sandbox does not answer ${known}`;
}
