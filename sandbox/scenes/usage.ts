import type { Call } from '../server/call.js';
import type { World } from '../world.js';

/** One thing that an app wrote. */
export interface Write {
  readonly route: string;
  readonly path: string;
  readonly status: number;
  readonly body: unknown;
}

export interface Usage {
  /** Calls that count against the limit: no token, no answer "not modified". */
  readonly calls: number;
  readonly byRoute: Readonly<Record<string, number>>;
  readonly refused: number;
}

const tokens = 'POST /app/installations/{installation_id}/access_tokens';

function isWrite(call: Call): boolean {
  return call.writes && call.route !== tokens && (call.route !== 'POST /graphql' || isMutation(call));
}

function isMutation(call: Call): boolean {
  return call.writes && call.method === 'POST' && JSON.stringify(call.body ?? '').includes('mutation');
}

/** Every write that reached the sandbox, refused ones too, in order. */
export function writesOf(world: World, since: number): readonly Write[] {
  return world.calls
    .slice(since)
    .filter(isWrite)
    .map(({ route, path, status, body }) => ({ route, path: path.replace('/api/v3', ''), status, body }));
}

/** What a review cost, in calls. */
export function usageOf(world: World, since: number): Usage {
  const calls = world.calls.slice(since).filter(({ route, status }) => route !== tokens && status !== 304);
  const byRoute = new Map<string, number>();
  for (const { route } of calls) byRoute.set(route, (byRoute.get(route) ?? 0) + 1);
  const refused = calls.filter(({ status }) => status >= 400).length;
  return { calls: calls.length, byRoute: Object.fromEntries(byRoute), refused };
}
