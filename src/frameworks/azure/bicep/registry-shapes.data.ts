import type { Shape } from './registry-bodies.js';

/**
 * Azure Verified Modules, by name: what they deploy, and which parameters are called otherwise than the resource's properties.
 * Source: the modules' documentation in Azure/bicep-registry-modules (avm/res), read 2026-11-25.
 */
export const shapes: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  [
    'avm/res/web/site',
    {
      type: 'microsoft.web/sites',
      renamed: { serverFarmResourceId: 'serverFarmId', virtualNetworkSubnetResourceId: 'virtualNetworkSubnetId' },
      unset: ['functionAppConfig', 'dailyMemoryTimeQuota'],
    },
  ],
  [
    'avm/res/web/static-site',
    {
      type: 'microsoft.web/staticsites',
      renamed: {},
      inner: [{ path: ['linkedBackend'], type: 'microsoft.web/staticsites/linkedbackends' }],
    },
  ],
  ['avm/res/web/serverfarm', { type: 'microsoft.web/serverfarms', renamed: {} }],
  [
    'avm/res/storage/storage-account',
    {
      type: 'microsoft.storage/storageaccounts',
      renamed: {},
      inner: [
        {
          path: ['blobServices', 'containers'],
          type: 'microsoft.storage/storageaccounts/blobservices/containers',
          unset: ['publicAccess'],
        },
        { path: ['queueServices', 'queues'], type: 'microsoft.storage/storageaccounts/queueservices/queues' },
      ],
    },
  ],
  ['avm/res/key-vault/vault', { type: 'microsoft.keyvault/vaults', renamed: {} }],
  [
    'avm/res/managed-identity/user-assigned-identity',
    { type: 'microsoft.managedidentity/userassignedidentities', renamed: {} },
  ],
  [
    'avm/res/operational-insights/workspace',
    { type: 'microsoft.operationalinsights/workspaces', renamed: { dataRetention: 'retentionInDays' } },
  ],
  ['avm/res/insights/component', { type: 'microsoft.insights/components', renamed: {} }],
  [
    'avm/res/service-bus/namespace',
    {
      type: 'microsoft.servicebus/namespaces',
      renamed: {},
      inner: [
        { path: ['queues'], type: 'microsoft.servicebus/namespaces/queues', unset: ['maxDeliveryCount'] },
        {
          path: ['topics'],
          type: 'microsoft.servicebus/namespaces/topics',
          inner: [
            {
              path: ['subscriptions'],
              type: 'microsoft.servicebus/namespaces/topics/subscriptions',
              unset: ['maxDeliveryCount'],
            },
          ],
        },
      ],
    },
  ],
  [
    'avm/res/event-grid/system-topic',
    {
      type: 'microsoft.eventgrid/systemtopics',
      renamed: {},
      inner: [
        {
          path: ['eventSubscriptions'],
          type: 'microsoft.eventgrid/systemtopics/eventsubscriptions',
          unset: ['deadLetterDestination', 'deadLetterWithResourceIdentity', 'retryPolicy'],
        },
      ],
    },
  ],
  ...['rg-scope', 'sub-scope'].map((scope): [string, Shape] => [
    `avm/res/authorization/role-assignment/${scope}`,
    { type: 'microsoft.authorization/roleassignments', renamed: { roleDefinitionIdOrName: 'roleDefinitionId' } },
  ]),
  [
    'avm/ptn/authorization/resource-role-assignment',
    { type: 'microsoft.authorization/roleassignments', renamed: {}, scope: 'resourceId' },
  ],
  ['avm/res/event-hub/namespace', { type: 'microsoft.eventhub/namespaces', renamed: {} }],
  ['avm/res/document-db/database-account', { type: 'microsoft.documentdb/databaseaccounts', renamed: {} }],
  [
    'avm/res/api-management/service',
    {
      type: 'microsoft.apimanagement/service',
      renamed: {},
      unset: ['virtualNetworkType'],
      inner: [
        {
          path: ['apis'],
          type: 'microsoft.apimanagement/service/apis',
          inner: [{ path: ['policies'], type: 'microsoft.apimanagement/service/apis/policies' }],
        },
        { path: ['policies'], type: 'microsoft.apimanagement/service/policies' },
        {
          path: ['products'],
          type: 'microsoft.apimanagement/service/products',
          inner: [{ path: ['policies'], type: 'microsoft.apimanagement/service/products/policies' }],
        },
        { path: ['backends'], type: 'microsoft.apimanagement/service/backends' },
        { path: ['namedValues'], type: 'microsoft.apimanagement/service/namedvalues' },
        { path: ['apiDiagnostics'], type: 'microsoft.apimanagement/service/diagnostics' },
      ],
    },
  ],
]);

/** What modules of these providers deploy decides how function apps are configured, reached, watched or trusted. */
export const telling =
  /^avm\/(?:ptn|utl|res\/(?:web\/site|insights|authorization|api-management|cdn|alerts-management|network\/(?:application-gateway|front-door)))\b/;
