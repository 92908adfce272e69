import type { Mapping } from '../mapping.js';
import { samApis } from '../sam/apis.js';
import { type KnownApis, samRoutes } from '../sam/routes.js';
import { samSocketRoutes } from '../sam/sockets.js';
import { agentGateways } from './agent-gateways.js';
import { agentRuntimeApis } from './agent-runtimes.js';
import { apiOf } from './apis.js';
import type { ApisAndRoutes } from './apis-and-routes.js';
import { documentRoutes } from './document-routes.js';
import { guardsOf } from './firewall.js';
import { gatewayApis } from './gateway-apis.js';
import { graphqlApis, graphqlRoutes } from './graphql.js';
import { httpRoutes } from './http-routes.js';
import { loadBalancers } from './load-balancers.js';
import { restRoutes } from './rest-routes.js';
import { usagePlansOf } from './usage-plans.js';

export function mapApis(mapping: Mapping): ApisAndRoutes {
  const sources = [...samApis(mapping), ...gatewayApis(mapping)];
  const fronts = { guards: guardsOf(mapping), plans: usagePlansOf(mapping) };
  const apis = sources.map((source) => apiOf(mapping, source, fronts));
  const known: KnownApis = {
    apis: new Map(apis.map((api) => [api.id, api])),
    sources: new Map(sources.map((source) => [source.resource.id, source])),
  };
  const documented = sources.flatMap((source) => documentRoutes(mapping, source));
  const balanced = loadBalancers(mapping, fronts.guards);
  const agents = agentGateways(mapping);
  const runtimes = agentRuntimeApis(mapping);
  return {
    apis: [...apis, ...graphqlApis(mapping, fronts.guards), ...balanced.apis, ...agents.apis, ...runtimes.apis],
    routes: [
      ...samRoutes(mapping, known, documented),
      ...samSocketRoutes(mapping),
      ...restRoutes(mapping, known),
      ...httpRoutes(mapping, known),
      ...graphqlRoutes(mapping),
      ...balanced.routes,
      ...agents.routes,
      ...runtimes.routes,
    ],
  };
}
