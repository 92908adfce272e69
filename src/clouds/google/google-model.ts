import type { Model } from '../../model/model.js';
import { known } from '../../model/setting.js';
import { googleEntryPoints } from './addresses/google-entry-points.js';
import { googleEndpoints } from './endpoints/google-endpoints.js';
import { googleForwardings } from './endpoints/google-forwardings.js';
import { googleTriggers } from './events/google-triggers.js';
import { googleFunctions } from './functions/google-functions.js';
import { declarationOf, type GoogleStack, ofAsset } from './google-stack.js';
import { googleFederations } from './identity/google-federations.js';
import { googleRoles } from './identity/google-roles.js';
import { publicPolicies } from './identity/public-policies.js';
import { googleAlarms } from './operations/alert-policies.js';
import { googleBudgets } from './operations/google-budgets.js';
import { googleWorkflows } from './operations/google-workflows.js';
import { googleLogGroups } from './operations/log-buckets.js';
import { googleStores } from './stores/google-stores.js';

/** The parts of a model that resources of Google Cloud give. */
export type GoogleParts = Pick<
  Model,
  | 'functions'
  | 'roles'
  | 'resourcePolicies'
  | 'federations'
  | 'endpoints'
  | 'forwardings'
  | 'apis'
  | 'routes'
  | 'triggers'
  | 'stores'
  | 'logGroups'
  | 'alarms'
  | 'monitors'
  | 'workflows'
  | 'budgets'
  | 'firewalls'
>;

/** What a stack declares of Google Cloud, in the words of policies. */
export function mapGoogle(stack: GoogleStack): GoogleParts {
  const roles = googleRoles(stack);
  const functions = googleFunctions(stack, roles);
  const entryPoints = googleEntryPoints(stack);
  return {
    functions,
    roles: roles.map((role) => ({
      ...role,
      users: functions.filter((fn) => known(fn.role) === role.id).map(({ id }) => id),
    })),
    resourcePolicies: publicPolicies(stack, entryPoints.routes),
    federations: googleFederations(stack),
    endpoints: googleEndpoints(stack),
    forwardings: googleForwardings(stack),
    ...entryPoints,
    triggers: googleTriggers(stack),
    stores: googleStores(stack),
    logGroups: googleLogGroups(stack),
    alarms: googleAlarms(stack),
    monitors: [],
    workflows: googleWorkflows(stack),
    budgets: googleBudgets(stack),
    firewalls: ofAsset(stack, 'compute.googleapis.com/SecurityPolicy').map(declarationOf),
  };
}
