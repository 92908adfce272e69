import type { ServerlessFunction } from '../../../model/function.js';
import type { Role } from '../../../model/identity.js';
import type { Model } from '../../../model/model.js';
import { known, type Setting } from '../../../model/setting.js';
import type { Template } from '../template.js';
import { mapAlarms } from './alarms.js';
import { mapApis } from './doors.js';
import { environmentKind } from './environment-kind.js';
import { mapFunctions } from './functions.js';
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
  const functions = mapFunctions(mapping, { roles: new Map(roles.map((role) => [role.id, role])), logGroups });
  return {
    framework: template.framework,
    path: template.path,
    environment: environmentKind(mapping),
    open: template.open,
    functions,
    roles: roles.map((role) => withUsers(role, functions)),
    resourcePolicies: mapResourcePolicies(mapping),
    ...mapApis(mapping),
    urls: mapUrls(mapping),
    triggers: mapTriggers(mapping),
    stores: mapStores(mapping),
    logGroups,
    alarms: mapAlarms(mapping),
    trails: mapTrails(mapping),
    guards: mapGuards(mapping),
    workflows: mapWorkflows(mapping),
    parameters: mapParameters(mapping),
    texts: mapTexts(mapping),
    monitors: mapMonitors(mapping),
    unresolved: template.reading.unresolved,
  };
}

function withUsers(role: Role, functions: readonly ServerlessFunction[]): Role {
  return { ...role, users: functions.filter((fn) => mayRunAs(fn.role, role.id)).map(({ id }) => id) };
}

function mayRunAs(setting: Setting<string, never>, role: string): boolean {
  if (setting.kind !== 'choice') return known(setting) === role;
  return setting.cases.some((option) => mayRunAs(option.setting, role));
}
