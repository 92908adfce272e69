import { describeRoute, openRoute } from '../../../facts/exposure/routes.js';
import type { Stack } from '../../../facts/stack.js';
import { inBranch } from '../../../model/setting.js';
import type { Problem } from '../../definition.js';

/** What serves those who run a system: it changes or reveals it. */
const management = new Set(['debug', 'admin', 'internal', 'actuator', 'graphiql', 'phpinfo', 'phpinfo.php', 'console']);
/** What describes or measures a system, or tries it out. */
const description = new Set(['swagger', 'swagger-ui', 'swagger.json', 'docs', 'api-docs', 'metrics', 'test']);

/** Routes under paths of management that anyone may call. */
export function* openPaths(stack: Stack): Generator<Problem> {
  const apis = new Map(stack.apis.map((api) => [api.id, api]));
  for (const route of stack.routes) {
    const kind = kindOf(route.path);
    const match = kind === undefined ? undefined : openRoute(route, apis.get(route.api ?? ''));
    if (match === undefined || route.integration === 'mock') continue;
    yield {
      about: route,
      at: route.at,
      message: `${describeRoute(route)} accepts unauthenticated requests${inBranch(match)}, and its path ${kind === 'management' ? 'is for management' : 'describes the system'}.`,
      severity: kind === 'management' ? 'medium' : 'low',
      confidence: match.confidence,
      related: [match.at],
    };
  }
}

/** A collection of documents or tests has items below it; what describes the system stands at the end of a path. */
function kindOf(path: string): 'management' | 'description' | undefined {
  const steps = path.toLowerCase().split('/').filter(Boolean);
  if (steps.some((step) => management.has(step) || /^__[a-z]/.test(step))) return 'management';
  const last = steps.at(-1) ?? '';
  const named = /^\{(?:proxy|[a-z]{1,20})\+\}$|^\*$/.test(last) ? (steps.at(-2) ?? '') : last;
  return description.has(named) ? 'description' : undefined;
}
