import { environmentNamed, namesIn } from '../../model/environment.js';
import type { FrameworkName, Model } from '../../model/model.js';

/** A model of a stack that declares nothing. */
export function emptyModel(framework: FrameworkName, path: string): Model {
  return {
    framework,
    path,
    environment: environmentNamed(namesIn(path)),
    open: false,
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
    unresolved: [],
  };
}
