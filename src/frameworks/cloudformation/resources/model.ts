import type { Model } from '../../../model/model.js';
import type { Setting } from '../../../model/setting.js';
import type { Template } from '../template.js';
import { mapAlarms } from './alarms.js';
import { mapApis } from './doors.js';
import { environmentKind } from './environment-kind.js';
import { mapFunctions, surroundingsOf } from './functions.js';
import { groupBy } from './grouping.js';
import { mapLogGroups } from './log-groups.js';
import { mappingOf } from './mapping.js';
import { mapMonitors } from './monitors.js';
import { mapParameters } from './parameters.js';
import { mapResourcePolicies } from './resource-policies.js';
import { mapRoles } from './roles.js';
import { mapStores } from './stores.js';
import { mapTexts } from './texts.js';
import { mapGuards, mapTrails } from './trails.js';
import { mapTriggers } from './triggers.js';
import { mapUrls } from './urls.js';
import { mapWorkflows } from './workflows.js';

/** What a template declares, in the words of policies. */
export function mapTemplate(template: Template): Model {
  const mapping = mappingOf(template);
  const logGroups = mapLogGroups(mapping);
  const roles = mapRoles(mapping);
  const functions = mapFunctions(mapping, surroundingsOf(roles, logGroups));
  const users = groupBy(functions, (fn) => new Set(rolesIn(fn.role)));
  return {
    framework: template.framework,
    path: template.path,
    environment: environmentKind(mapping),
    open: template.open,
    functions,
    roles: roles.map((role) => ({ ...role, users: (users.get(role.id) ?? []).map(({ id }) => id) })),
    resourcePolicies: mapResourcePolicies(mapping),
    ...mapApis(mapping),
    urls: mapUrls(mapping),
    triggers: mapTriggers(mapping),
    stores: mapStores(mapping),
    logGroups,
    alarms: mapAlarms(mapping),
    trails: mapTrails(mapping),
    guards: mapGuards(mapping),
    workflows: mapWorkflows(mapping, roles),
    parameters: mapParameters(mapping),
    texts: mapTexts(mapping),
    monitors: mapMonitors(mapping),
    unresolved: template.reading.unresolved,
  };
}

/** The roles that a function runs as in any branch. */
function rolesIn(setting: Setting<string, never>): readonly string[] {
  if (setting.kind === 'choice') return setting.cases.flatMap((option) => rolesIn(option.setting));
  return setting.kind === 'known' ? [setting.value] : [];
}
