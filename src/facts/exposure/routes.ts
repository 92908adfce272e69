import type { Api, Auth, Route } from '../../model/api.js';
import { stepDown } from '../../model/confidence.js';
import { known, type Match, when } from '../../model/setting.js';

/** A route as people say it: `GET /orders`; WebSocket routes by their key. What only the deployment knows is left open. */
export function describeRoute({ method, path }: Pick<Route, 'method' | 'path'>): string {
  const isVerb = /^[A-Z,]+$/.test(method) && method !== 'ANY' && method !== 'WS';
  if (path === '?' || /^\/?\{\?\}$/.test(path)) return isVerb ? `A ${method} route` : 'A route';
  const written = path.replaceAll('{?}', '{…}');
  if (method === 'WS') return written;
  return method.includes('?') ? `A method of ${written}` : `${method} ${written}`;
}

/** An API that the internet reaches: public, as the platforms make it unless told otherwise. */
export function isPublic(api: Api): boolean {
  return when(api.visibility, (visibility) => visibility === 'public', { absent: true }) !== undefined;
}

/** A route by which an unauthenticated caller gets in: not a preflight, and of WebSockets only the one that connects. */
export function needsAuthentication(route: Route, api: Api | undefined): boolean {
  if (/^OPTIONS?$/.test(route.method)) return false;
  return (api?.api !== 'websocket' && route.method !== 'WS') || route.path === '$connect';
}

/** Client certificates count only if the way around the domain is closed. */
export function needsCertificate({ domain, defaultEndpoint }: Api): boolean {
  return domain !== undefined && known(domain.mutualTls) === true && known(defaultEndpoint) === false;
}

/**
 * A public route that asks its callers for nothing. Of an API that is elsewhere nothing is known but its default, so
 * there the route itself has to say so.
 */
export function openRoute(route: Route, api: Api | undefined): Match<Auth> | undefined {
  if (!needsAuthentication(route, api)) return undefined;
  const found = when(route.auth, ({ kind }) => kind === 'none');
  // A method that only the deployment knows may be that of preflights.
  const match = found && route.method.includes('?') ? { ...found, confidence: stepDown(found.confidence) } : found;
  if (api !== undefined) return isPublic(api) && !needsCertificate(api) ? match : undefined;
  const isSaid = route.api === undefined && match !== undefined && match.at.start !== route.at.start;
  return isSaid ? { ...match, confidence: stepDown(match.confidence) } : undefined;
}

/** A route that forwards whatever its path is, or whatever follows one. */
export function takesEveryPath({ path }: Pick<Route, 'path'>): boolean {
  return path === '$default' || /\/(?:\*|\{[^}/]{0,100}\+\}|\{\*[^}/]{0,100}\})$/.test(path);
}
