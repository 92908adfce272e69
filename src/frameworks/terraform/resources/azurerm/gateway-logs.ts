import { type Declared, declaredOf, type Mapping, property, referent, same } from '../cloud.js';

const targets = ['target_resource_id', 'api_management_name', 'api_management_id'];

/** The types of what makes a gateway keep logs. */
export const logTypes = [
  'azurerm_monitor_diagnostic_setting',
  'azurerm_api_management_diagnostic',
  'azurerm_api_management_api_diagnostic',
] as const;

/** Whether requests to a gateway are logged, as far as the stack says. What is said of something unknown may mean it. */
export function loggedIn(mapping: Mapping): (gateway: Declared) => boolean {
  const fields = Object.fromEntries(logTypes.map((type) => [type, same(...targets)]));
  const logged = new Set(
    declaredOf(mapping, fields).flatMap((one) => targets.flatMap((name) => property(one, name) ?? []).map(referent)),
  );
  return ({ id }) => logged.has(id) || logged.has(undefined);
}
