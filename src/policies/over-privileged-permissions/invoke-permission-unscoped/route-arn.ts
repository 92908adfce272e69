import type { Stack } from '../../../facts/stack.js';
import type { Literal } from '../../../model/literal.js';
import { known } from '../../../model/setting.js';

/** The ARN of the only route that leads to a function, if its API has one known stage. */
export function routeArn(target: string | undefined, { routes, apis }: Stack): Literal | undefined {
  const [route, ...others] = routes.filter((found) => target !== undefined && found.function === target);
  const api = apis.find(({ id }) => id === route?.api);
  const [stage, ...otherStages] = api?.stages ?? [];
  const name = stage && known(stage.name);
  if (route === undefined || api === undefined || name === undefined) return undefined;
  if (others.length > 0 || otherStages.length > 0 || !route.path.startsWith('/')) return undefined;
  const method = route.method === 'ANY' ? '*' : route.method;
  const path = route.path.replace(/\{[^}]{0,200}\}/g, '*');
  return { joined: [{ refersTo: api.id, attribute: 'executionArn' }, `/${name}/${method}${path}`] };
}
