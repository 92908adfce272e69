import type { Api } from '../../../model/api.js';
import { none, type Setting } from '../../../model/setting.js';
import { entryOf, itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { builtInAuthOf } from '../../plain/built-in-auth.js';
import { invertedFlag, text } from '../../values/codec.js';
import { settingOf } from '../../values/section.js';
import type { Mapping } from '../mapping.js';
import type { ApiSource } from './api-source.js';
import { authorizersOf } from './authorizers.js';
import { corsOf } from './cors.js';
import { customDomainOf } from './custom-domain.js';
import { firewallOf, type Guards } from './firewall.js';
import { gatewayTemplates } from './request-templates.js';
import { stageSettings } from './stage-settings.js';
import { clientLimitsOf, type UsagePlans, usagePlanThrottle } from './usage-plans.js';
import { visibilityOf } from './visibility.js';

/** What stands in front of APIs, looked up once for all of them. */
export interface Fronts {
  readonly guards: Guards;
  readonly plans: UsagePlans;
}

/** An API of the gateway with all that can be set on it and on its stages. */
export function apiOf(mapping: Mapping, source: ApiSource, { guards, plans }: Fronts): Api {
  const stage = stageSettings(mapping, source);
  const limits = clientLimitsOf(plans, source);
  return {
    ...source.resource,
    kind: 'api',
    called: calledIn(source.own.map),
    api: source.kind,
    builtInAuth: builtInAuthOf(source.kind),
    signIn: none(source.resource.at),
    visibility: visibilityOf(mapping, source),
    authorizers: authorizersOf(mapping, source),
    ...stage,
    throttle: stage.throttle.kind === 'absent' ? (usagePlanThrottle(plans, source) ?? stage.throttle) : stage.throttle,
    ...(limits !== undefined && { clientLimits: limits }),
    stages: source.stageNames,
    defaultEndpoint: settingOf(source.own, ['DisableExecuteApiEndpoint'], invertedFlag),
    domain: customDomainOf(mapping, source),
    firewall: firewallOf(mapping, source, guards),
    cors: corsOf(source.own, source.sam !== undefined && source.kind === 'rest' ? 'Cors' : 'CorsConfiguration'),
    openApiVersion: openApiVersionOf(mapping, source),
    templates: gatewayTemplates(mapping, source),
    document: source.documentPath,
    routesOpen: routesOpen(mapping, source),
  };
}

/** Tags are a map, or a list of keys and values. */
function calledIn(own: Value | undefined): readonly string[] {
  const tags = valueAt(own, 'Tags');
  const tagged = tags?.kind === 'map' ? tags.entries.map(({ value }) => value) : [];
  const listed = itemsOf(tags).map((tag) => valueAt(tag, 'Value'));
  const written = [valueAt(own, 'Name'), valueAt(own, 'Description'), ...tagged, ...listed];
  return written.flatMap((one) => textOf(one) ?? []);
}

/** Written in `Globals.Api`, so that it holds for every API of the template; without Globals in the API itself. */
function openApiVersionOf(mapping: Mapping, source: ApiSource): Setting<string> {
  if (source.sam === undefined || source.kind !== 'rest') return none(source.resource.at);
  const own = settingOf(source.own, ['OpenApiVersion'], text);
  const { globals } = mapping.template;
  if (own.kind !== 'absent' || globals.map === undefined) return own;
  const shared = settingOf(globals, ['Api', 'OpenApiVersion'], text);
  const at = entryOf(globals.map, 'Api')?.keyAt ?? own.at;
  return shared.kind === 'absent' ? { ...shared, at } : shared;
}

function routesOpen({ template }: Mapping, { openapi, documentOpen, own }: ApiSource): boolean {
  if (template.open || documentOpen || (own.map?.kind === 'map' && own.map.open)) return true;
  return openapi?.open === true;
}
