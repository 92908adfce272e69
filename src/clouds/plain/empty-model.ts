import type { FrameworkName, Model } from '../../model/model.js';

/** A model of a stack that declares nothing. */
export function emptyModel(framework: FrameworkName, path: string): Model {
  return {
    framework,
    path,
    environment: environmentOf(path),
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

const production = /^(?:prod|prd|production|live)$/i;
const other = /^(?:dev|development|test|testing|sandbox|local|preview)$/i;

/** What a path says of the environment that it is for. */
export function environmentOf(path: string): Model['environment'] {
  const signs = path.split(/[/._]/);
  if (signs.some((sign) => production.test(sign))) return 'production';
  return signs.some((sign) => other.test(sign)) ? 'other' : 'unknown';
}
