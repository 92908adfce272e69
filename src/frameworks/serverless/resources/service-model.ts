import { mapTemplate } from '../../../clouds/aws/aws-model.js';
import { mappingOf } from '../../../clouds/aws/mapped-template.js';
import { type Mapping, property, referent } from '../../../clouds/aws/mapping.js';
import type { Template } from '../../../clouds/aws/template.js';
import { environmentNamed } from '../../../model/environment.js';
import type { ServerlessFunction } from '../../../model/function.js';
import type { Model } from '../../../model/model.js';
import { fixed, unknown } from '../../../model/setting.js';
import type { LogGroup, Store } from '../../../model/store.js';
import { valueAt } from '../../../model/value.js';
import { agentsOf } from '../plugins/agents.js';
import { domainEndpoints } from '../plugins/custom-domains.js';
import { constructTriggers } from '../plugins/lift-constructs.js';
import { mcpServers } from '../plugins/mcp-servers.js';
import { sandboxesOf } from '../plugins/sandboxes.js';
import { workflowsOf } from '../plugins/workflows.js';
import type { Service } from '../service/service.js';
import { entryPointsOf } from './apis/apis.js';
import { eventForwardings } from './apis/event-forwardings.js';
import { customTexts } from './custom-texts.js';
import { eventsOf } from './events/configured-events.js';
import { triggersOf } from './events/event-triggers.js';
import { carriedBy, unneededFiles } from './functions/carried.js';
import { failureOf } from './functions/failure-destinations.js';
import { hasOwnGroup } from './functions/function-logging.js';
import { settingsOf } from './functions/function-settings.js';
import { urlsOf } from './functions/function-urls.js';
import { logGroupsOf } from './functions/log-groups.js';
import { isBundled, shipsAlone } from './functions/packaging.js';
import { monitorsOf } from './monitoring/monitor-plugins.js';
import { alarmsOf } from './monitoring/plugin-alarms.js';

/** What a service declares, in the words of policies. */
// eslint-disable-next-line max-lines-per-function -- one line for each field of a model
export function mapService(service: Service, template: Template): Model {
  const mapping = mappingOf(template);
  const base = mapTemplate(template);
  const entryPoints = entryPointsOf(service, mapping);
  const made = new Set(entryPoints.apis.map(({ id }) => id));
  const servers = mcpServers(service, entryPoints.apis);
  const agents = agentsOf(service);
  const logGroups = logGroupsOf(service, base.logGroups);
  const configured = new Map(service.functions.map((fn) => [fn.id, fn]));
  const edge = edgeFunctions(service);
  const unneeded = unneededFiles(service);
  const functions = base.functions.map((fn): ServerlessFunction => {
    const own = configured.get(fn.id);
    if (own === undefined) return fn;
    const purpose = entryPoints.deciding.has(fn.id) ? 'authorizer' : edge.has(fn.id) ? 'edge' : fn.purpose;
    return {
      ...fn,
      type: 'function',
      ...settingsOf(service, own),
      shipsAlone: shipsAlone(service, own),
      bundled: isBundled(service, own),
      gradual: fixed(service.plugins.has('serverless-plugin-canary-deployments'), own.at),
      carries: carriedBy(service, own, unneeded),
      logGroup: hasOwnGroup(service, own) ? fn.logGroup : groupOf(fn, logGroups),
      onFailure: failureOf(service, template, own) ?? fn.onFailure,
      purpose,
    };
  });
  return {
    ...base,
    environment: environmentFor(service, base.environment),
    functions,
    apis: [
      ...base.apis.filter(({ id }) => !made.has(id) && !isDeployedAgain(mapping, id, made)),
      ...entryPoints.apis,
      ...servers.apis,
      ...agents.apis,
    ],
    routes: [...base.routes, ...entryPoints.routes, ...servers.routes, ...agents.routes],
    urls: [...base.urls, ...urlsOf(service)],
    sandboxImages: [...(base.sandboxImages ?? []), ...sandboxesOf(service), ...agents.sandboxImages],
    endpoints: [...(base.endpoints ?? []), ...domainEndpoints(service)],
    forwardings: [...(base.forwardings ?? []), ...eventForwardings(service)],
    triggers: [...base.triggers, ...triggersOf(service, mapping), ...constructTriggers(service, mapping)],
    stores: base.stores.map((store) => settled(store, template)),
    logGroups,
    texts: [...(base.texts ?? []), ...customTexts(service, functions)],
    alarms: [...base.alarms, ...alarmsOf(service)],
    workflows: [...base.workflows, ...workflowsOf(service, mapping)],
    monitors: [...base.monitors, ...monitorsOf(service)],
  };
}

/** Functions that run at the edge of a CDN. */
function edgeFunctions(service: Service): ReadonlySet<string> {
  const atEdge = service.functions.filter((fn) => eventsOf(service, fn).some(({ type }) => type === 'cloudFront'));
  return new Set(atEdge.map(({ id }) => id));
}

/** A deployment of an API that the framework makes has the stage that the framework makes, unless it describes one. */
function isDeployedAgain(mapping: Mapping, id: string, made: ReadonlySet<string>): boolean {
  const declared = mapping.byId.get(id);
  if (declared?.type !== 'AWS::ApiGateway::Deployment') return false;
  const api = referent(mapping, property(declared, 'RestApiId'));
  return api !== undefined && made.has(api) && property(declared, 'StageDescription') === undefined;
}

/** The framework makes a group for every function that logs. */
function groupOf(fn: ServerlessFunction, groups: readonly LogGroup[]): ServerlessFunction['logGroup'] {
  const own = groups.find(({ functions }) => functions.includes(fn.id));
  return own === undefined ? unknown(fn.at, 'logging is off') : fixed(own.id, own.at);
}

/** Buckets and topics that exist because an event names them have no settings here to judge. */
function settled(store: Store, { resources }: Template): Store {
  const isMade = resources.some(({ id, generated }) => id === store.id && generated === true);
  if (!isMade) return store;
  const { publicAccess: _judged, ...rest } = store;
  return { ...rest, publicAccess: undefined, encrypted: unknown(store.at, 'made by the framework') };
}

/** A stage that is written down says more than the path of the file; the default says nothing. */
function environmentFor({ provider }: Service, byPath: Model['environment']): Model['environment'] {
  const stage = valueAt(provider.map, 'stage');
  const written = stage?.kind === 'scalar' && stage.origin === undefined ? String(stage.value) : '';
  const byStage = environmentNamed([written]);
  return byPath === 'production' || byStage === 'unknown' ? byPath : byStage;
}
