import { type Declared, declaredOf, type Mapping, property, referent, same } from '../cloud.js';

const targets = ['target_resource_id', 'api_management_name', 'api_management_id'];

/** The types of what makes a gateway keep logs. */
export const logTypes = [
  'azurerm_monitor_diagnostic_setting',
  'azurerm_api_management_diagnostic',
  'azurerm_api_management_api_diagnostic',
] as const;

/** Whether requests to a gateway are logged, as far as the stack says. What is said of something unknown may mean it. */
export function isLogged(mapping: Mapping, gateway: Declared): boolean {
  const fields = Object.fromEntries(logTypes.map((type) => [type, same(...targets)]));
  return declaredOf(mapping, fields).some((one) => {
    const written = targets.flatMap((name) => property(one, name) ?? []);
    return written.some((value) => {
      const to = referent(value);
      return to === undefined || to === gateway.id;
    });
  });
}
