import { groupBy } from '../../model/grouping.js';
import type { Model } from '../../model/model.js';
import type { Setting } from '../../model/setting.js';
import { text } from '../values/codec.js';
import { mapApis } from './apis/all-apis.js';
import { graphqlIntrospection } from './apis/graphql.js';
import { mapUrls } from './apis/urls.js';
import { webEndpoints } from './apis/web-endpoints.js';
import { mapEndpoints } from './endpoints/endpoints.js';
import { mapForwardings } from './endpoints/forwardings.js';
import { agentRuntimes } from './functions/agent-runtimes.js';
import { mapFunctions } from './functions/functions.js';
import { idleFunctions } from './functions/idle.js';
import { surroundingsOf } from './functions/surroundings.js';
import { webFunctions } from './functions/web-functions.js';
import { mapDirectories } from './identity/directories.js';
import { mapResourcePolicies } from './identity/resource-policies.js';
import { mapRoles } from './identity/roles.js';
import { mappingOf } from './mapped-template.js';
import { declarationOf, type Mapping, quietSetting } from './mapping.js';
import { mapAlarms } from './operations/alarms.js';
import { mapBudgets } from './operations/budgets.js';
import { codeInterpreters } from './operations/code-interpreters.js';
import { environmentKind } from './operations/environment-kind.js';
import { mapLogGroups } from './operations/log-groups.js';
import { microvmImages } from './operations/microvm-images.js';
import { mapMonitors } from './operations/monitors.js';
import { mapParameters } from './operations/parameters.js';
import { mapShownSecrets } from './operations/shown-secrets.js';
import { mapTexts } from './operations/texts.js';
import { mapGuards, mapTrails } from './operations/trails.js';
import { mapWorkflows } from './operations/workflows.js';
import { withMadeResources } from './sam/made-resources.js';
import { mapStores } from './stores/stores.js';
import type { Template } from './template.js';
import { mapTriggers } from './triggers/triggers.js';

/** What a template declares, in the words of policies. */
// eslint-disable-next-line max-lines-per-function -- one line for each field of a model
export function mapTemplate(written: Template): Model {
  const template = withMadeResources(written);
  const mapping = mappingOf(template);
  const logGroups = mapLogGroups(mapping);
  const roles = mapRoles(mapping);
  const functions = [
    ...mapFunctions(mapping, surroundingsOf(roles, logGroups)),
    ...webFunctions(mapping),
    ...agentRuntimes(mapping),
  ];
  const apis = mapApis(mapping);
  const urls = [...mapUrls(mapping), ...webEndpoints(mapping)];
  const triggers = mapTriggers(mapping);
  const started = [...apis.routes, ...urls, ...triggers].flatMap((start) => start.function ?? []);
  const users = groupBy(functions, (fn) => new Set(rolesIn(fn.role)));
  return {
    framework: template.framework,
    path: template.path,
    environment: environmentKind(mapping),
    open: template.open,
    functions,
    roles: roles.map((role) => ({ ...role, users: (users.get(role.id) ?? []).map(({ id }) => id) })),
    resourcePolicies: mapResourcePolicies(mapping),
    ...apis,
    urls,
    endpoints: mapEndpoints(mapping),
    forwardings: mapForwardings(mapping),
    directories: mapDirectories(mapping),
    sandboxImages: [...microvmImages(mapping), ...codeInterpreters(mapping)],
    triggers,
    idle: idleFunctions(mapping, new Set(started)),
    stores: mapStores(mapping),
    logGroups,
    alarms: mapAlarms(mapping),
    trails: mapTrails(mapping),
    guards: mapGuards(mapping),
    budgets: mapBudgets(mapping),
    firewalls: mapping.ofType('AWS::WAFv2::WebACL', 'AWS::WAFRegional::WebACL').map(declarationOf),
    applications: applicationsOf(mapping),
    maintenance: graphqlIntrospection(mapping),
    workflows: mapWorkflows(mapping, roles),
    parameters: mapParameters(mapping),
    texts: mapTexts(mapping),
    shownSecrets: mapShownSecrets(mapping),
    monitors: mapMonitors(mapping),
    unresolved: template.reading.unresolved,
  };
}

/** What comes out of the Serverless Application Repository; applications of one's own are templates beside this one. */
function applicationsOf(mapping: Mapping): NonNullable<Model['applications']> {
  return mapping.ofType('AWS::Serverless::Application').map((declared) => ({
    owner: declarationOf(declared),
    address: quietSetting(declared, ['Location', 'ApplicationId'], text),
  }));
}

/** The roles that a function runs as in any branch. */
function rolesIn(setting: Setting<string, never>): readonly string[] {
  if (setting.kind === 'choice') return setting.cases.flatMap((option) => rolesIn(option.setting));
  return setting.kind === 'known' ? [setting.value] : [];
}
