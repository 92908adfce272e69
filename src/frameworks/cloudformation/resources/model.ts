import type { Model } from '../../../model/model.js';
import type { Template } from '../template.js';

/** The model of a template. */
export function mapTemplate(template: Template): Model {
  return {
    framework: template.framework,
    path: template.path,
    environment: 'unknown',
    open: template.open,
    functions: [],
    roles: [],
    resourcePolicies: [],
    apis: [],
    routes: [],
    urls: [],
    triggers: [],
    stores: [],
    logGroups: [],
    alarms: [],
    trails: [],
    workflows: [],
    parameters: [],
    monitors: [],
    unresolved: template.reading.unresolved,
  };
}
