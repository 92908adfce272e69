import { termOf } from '../../../../clouds/values/terms.js';
import type { MapValue, Value } from '../../../../model/value.js';
import { listOf, mapOf } from '../../evaluate/values.js';
import type { Evaluated } from '../evaluated.js';
import { argument, blocks, type Fields } from '../field.js';
import type { AzureTables } from './azure-table.js';

const access: Fields = {
  objectId: argument('object_id'),
  'permissions.secrets': argument('secret_permissions'),
};

/** Of an access policy that stands by itself: the list of one that the API has. */
function listed(map: MapValue, { instance: { block } }: Evaluated): MapValue {
  const { headAt } = block;
  const list = listOf([map], headAt);
  const properties = mapOf([{ key: 'accessPolicies', keyAt: headAt, value: list }], map.at);
  return mapOf([{ key: 'properties', keyAt: headAt, value: properties }], map.at);
}

/** What a role is assigned for: single resources keep their name, what holds all of them is named by its kind. */
function scopeIn(value: Value): Value {
  const term = termOf(value);
  const kind = holderOf(term?.to, term?.text ?? '');
  return kind === undefined ? value : { kind: 'pattern', parts: [{ named: kind }], at: value.at };
}

/** Subscriptions, resource groups and management groups hold everything; other scopes are single resources. */
function holderOf(on: string | undefined, text: string): 'subscription' | 'managementGroup' | undefined {
  if (on?.includes('azurerm_resource_group.') || on?.includes('azurerm_subscription.')) return 'subscription';
  if (/^\$\{data\.azurerm_(?:subscription|resource_group)\.[^}]+\}$/.test(text)) return 'subscription';
  if (/^\/?subscriptions\/[^/]+(?:\/resourceGroups\/[^/]+)?$/i.test(text)) return 'subscription';
  if (on?.includes('azurerm_management_group.') || /management_?groups?[./]/i.test(text)) return 'managementGroup';
  return undefined;
}

const scope = argument('scope', { as: scopeIn });

/** Identities, roles and who is given them. */
export const identityTables: AzureTables = {
  azurerm_user_assigned_identity: {
    type: 'microsoft.managedidentity/userassignedidentities',
    fields: { name: argument('name') },
  },
  azurerm_federated_identity_credential: {
    type: 'microsoft.managedidentity/userassignedidentities/federatedidentitycredentials',
    partOf: { arguments: ['user_assigned_identity_id', 'parent_id'] },
    fields: {
      name: argument('name'),
      'properties.issuer': argument('issuer'),
      'properties.subject': argument('subject'),
    },
  },
  azurerm_role_assignment: {
    type: 'microsoft.authorization/roleassignments',
    fields: {
      scope,
      'properties.principalId': argument('principal_id'),
      'properties.roleDefinitionId': argument('role_definition_name', {
        orElse: argument('role_definition_id'),
      }),
    },
  },
  azurerm_role_definition: {
    type: 'microsoft.authorization/roledefinitions',
    fields: {
      name: argument('name'),
      scope,
      'properties.permissions': blocks('permissions', {
        actions: argument('actions'),
        dataActions: argument('data_actions'),
        notActions: argument('not_actions'),
        notDataActions: argument('not_data_actions'),
      }),
    },
  },
  azurerm_key_vault: {
    type: 'microsoft.keyvault/vaults',
    fields: { name: argument('name'), 'properties.accessPolicies': blocks('access_policy', access) },
  },
  azurerm_key_vault_access_policy: {
    type: 'microsoft.keyvault/vaults/accesspolicies',
    partOf: { arguments: ['key_vault_id'] },
    fields: access,
    complete: listed,
  },
};
