/**
 * What roles of Azure and Google Cloud that functions are given most let their holders do. Roles that are not here are told by name.
 * Sources, read 2026-11-26: Azure built-in roles (MicrosoftDocs/azure-docs, articles/role-based-access-control/built-in-roles:
 * storage.md, integration.md, security.md, monitor.md; actions and data actions together, none of these excepts any), and
 * Google's own role definitions as iann0036/iam-dataset keeps them (gcp/roles, one version of each file).
 */

/** Actions by the role's name. Names that several actions begin with are written once, before a brace. */
export const azureRoles: Readonly<Record<string, string>> = {
  'Storage Blob Data Contributor': [
    '@/blobServices/containers/{delete,read,write} @/blobServices/generateUserDelegationKey/action',
    '@/blobServices/containers/blobs/{delete,read,write} @/blobServices/containers/blobs/move/action',
    '@/blobServices/containers/blobs/add/action',
  ].join(' '),
  'Storage Blob Data Owner': [
    '@/blobServices/containers/* @/blobServices/generateUserDelegationKey/action',
    '@/blobServices/containers/blobs/*',
  ].join(' '),
  'Storage Blob Data Reader': [
    '@/blobServices/containers/read @/blobServices/generateUserDelegationKey/action',
    '@/blobServices/containers/blobs/read',
  ].join(' '),
  'Storage Blob Delegator': '@/blobServices/generateUserDelegationKey/action',
  'Storage File Data SMB Share Reader': '@/fileServices/fileshares/files/read',
  'Storage File Data SMB Share Contributor': '@/fileServices/fileshares/files/{read,write,delete}',
  'Storage Queue Data Contributor': [
    '@/queueServices/queues/{delete,read,write} @/queueServices/queues/messages/{delete,read,write}',
    '@/queueServices/queues/messages/process/action',
  ].join(' '),
  'Storage Queue Data Message Processor':
    '@/queueServices/queues/messages/read @/queueServices/queues/messages/process/action',
  'Storage Queue Data Message Sender': '@/queueServices/queues/messages/add/action',
  'Storage Queue Data Reader': '@/queueServices/queues/read @/queueServices/queues/messages/read',
  'Storage Table Data Contributor': [
    '@/tableServices/tables/{read,write,delete} @/tableServices/tables/entities/{read,write,delete}',
    '@/tableServices/tables/entities/add/action @/tableServices/tables/entities/update/action',
  ].join(' '),
  'Storage Table Data Reader': '@/tableServices/tables/read @/tableServices/tables/entities/read',
  'Azure Service Bus Data Owner': 'Microsoft.ServiceBus/*',
  'Azure Service Bus Data Receiver': [
    'Microsoft.ServiceBus/*/queues/read Microsoft.ServiceBus/*/topics/read',
    'Microsoft.ServiceBus/*/topics/subscriptions/read Microsoft.ServiceBus/*/receive/action',
  ].join(' '),
  'Azure Service Bus Data Sender': [
    'Microsoft.ServiceBus/*/queues/read Microsoft.ServiceBus/*/topics/read',
    'Microsoft.ServiceBus/*/topics/subscriptions/read Microsoft.ServiceBus/*/send/action',
  ].join(' '),
  'Azure Event Hubs Data Receiver':
    'Microsoft.EventHub/*/eventhubs/consumergroups/read Microsoft.EventHub/*/receive/action',
  'Azure Event Hubs Data Sender': 'Microsoft.EventHub/*/eventhubs/read Microsoft.EventHub/*/send/action',
  'Key Vault Secrets User': [
    'Microsoft.KeyVault/vaults/secrets/getSecret/action',
    'Microsoft.KeyVault/vaults/secrets/readMetadata/action',
  ].join(' '),
  'Key Vault Secrets Officer': [
    'Microsoft.Authorization/*/read Microsoft.Insights/alertRules/* Microsoft.Resources/deployments/*',
    'Microsoft.Resources/subscriptions/resourceGroups/read Microsoft.Support/*',
    'Microsoft.KeyVault/checkNameAvailability/read Microsoft.KeyVault/deletedVaults/read',
    'Microsoft.KeyVault/locations/*/read Microsoft.KeyVault/vaults/*/read',
    'Microsoft.KeyVault/operations/read Microsoft.KeyVault/vaults/secrets/*',
  ].join(' '),
  'Monitoring Metrics Publisher': [
    'Microsoft.Insights/Register/Action Microsoft.Support/*',
    'Microsoft.Resources/subscriptions/resourceGroups/read Microsoft.Insights/Metrics/Write',
    'Microsoft.Insights/Telemetry/Write',
  ].join(' '),
};

/** What `@/` stands for in them. */
export const azureStorage = 'Microsoft.Storage/storageAccounts/';

export const googleRoles: Readonly<Record<string, string>> = {
  'roles/run.invoker': 'run.routes.invoke',
  'roles/cloudfunctions.invoker': 'cloudfunctions.functions.invoke',
  'roles/pubsub.publisher': 'pubsub.topics.publish',
  'roles/pubsub.subscriber': 'pubsub.snapshots.seek pubsub.subscriptions.consume pubsub.topics.attachSubscription',
  'roles/pubsub.viewer': [
    'pubsub.messageTransforms.validate pubsub.schemas.{get,list,listRevisions,validate}',
    'pubsub.snapshots.{get,list} pubsub.subscriptions.{get,list} pubsub.topics.{get,list}',
    'resourcemanager.projects.get serviceusage.quotas.get serviceusage.services.{get,list}',
  ].join(' '),
  'roles/storage.objectViewer': [
    'resourcemanager.projects.{get,list} storage.folders.{get,list} storage.managedFolders.{get,list}',
    'storage.objects.{get,list}',
  ].join(' '),
  'roles/storage.objectCreator': [
    'orgpolicy.policy.get resourcemanager.projects.{get,list} storage.folders.create',
    'storage.managedFolders.create storage.multipartUploads.{abort,create,listParts}',
    'storage.objects.{create,createContext}',
  ].join(' '),
  'roles/storage.objectUser': [
    'orgpolicy.policy.get resourcemanager.projects.{get,list}',
    'storage.folders.{create,delete,get,list,rename} storage.managedFolders.{create,delete,get,list}',
    'storage.multipartUploads.{abort,create,list,listParts}',
    'storage.objects.{create,delete,get,list,move,restore,update}',
  ].join(' '),
  'roles/storage.objectAdmin': [
    'orgpolicy.policy.get resourcemanager.projects.{get,list}',
    'storage.folders.{create,delete,get,list,rename} storage.managedFolders.{create,delete,get,list}',
    'storage.multipartUploads.{abort,create,list,listParts}',
    'storage.objects.{create,delete,get,getIamPolicy,list,move,overrideUnlockedRetention,restore,setIamPolicy,setRetention,update}',
  ].join(' '),
  'roles/secretmanager.secretAccessor': 'resourcemanager.projects.{get,list} secretmanager.versions.access',
  'roles/datastore.user': [
    'appengine.applications.get datastore.databases.{get,getMetadata}',
    'datastore.entities.{allocateIds,create,delete,get,list,update} datastore.indexes.list',
    'datastore.namespaces.{get,list} datastore.statistics.{get,list} resourcemanager.projects.{get,list}',
  ].join(' '),
  'roles/datastore.viewer': [
    'appengine.applications.get datastore.databases.{get,getMetadata,list} datastore.entities.{get,list}',
    'datastore.indexes.{get,list} datastore.namespaces.{get,list} datastore.statistics.{get,list}',
    'resourcemanager.projects.{get,list}',
  ].join(' '),
  'roles/cloudtasks.enqueuer': 'cloudtasks.tasks.{create,fullView} resourcemanager.projects.{get,list}',
  'roles/bigquery.dataViewer': [
    'bigquery.datasets.{get,getIamPolicy} bigquery.models.{export,getData,getMetadata,list}',
    'bigquery.routines.{get,list} bigquery.tables.{createSnapshot,export,get,getData,getIamPolicy,list}',
    'resourcemanager.projects.{get,list}',
  ].join(' '),
  'roles/bigquery.jobUser': 'bigquery.jobs.create resourcemanager.projects.{get,list}',
  'roles/cloudsql.client': 'cloudsql.instances.{connect,get}',
  'roles/logging.logWriter': 'logging.logEntries.create',
  'roles/monitoring.metricWriter': [
    'monitoring.metricDescriptors.{create,get,list} monitoring.monitoredResourceDescriptors.{get,list}',
    'monitoring.timeSeries.create',
  ].join(' '),
  'roles/cloudtrace.agent': 'cloudtrace.traces.patch',
  'roles/iam.serviceAccountUser': 'iam.serviceAccounts.{actAs,get,list} resourcemanager.projects.{get,list}',
  'roles/iam.serviceAccountTokenCreator': [
    'iam.serviceAccounts.{get,getAccessToken,getOpenIdToken,implicitDelegation,list,signBlob,signJwt}',
    'resourcemanager.projects.{get,list}',
  ].join(' '),
  'roles/cloudkms.cryptoKeyEncrypterDecrypter': [
    'cloudkms.cryptoKeyVersions.{useToDecrypt,useToEncrypt} cloudkms.locations.{get,list}',
    'resourcemanager.projects.get',
  ].join(' '),
  'roles/eventarc.eventReceiver': 'eventarc.events.receiveAuditLogWritten',
  'roles/workflows.invoker': 'resourcemanager.projects.{get,list} workflows.executions.{cancel,create,get,list}',
  'roles/artifactregistry.reader': [
    'artifactregistry.dockerimages.{get,list} artifactregistry.files.{get,list}',
    'artifactregistry.locations.{get,list} artifactregistry.mavenartifacts.{get,list}',
    'artifactregistry.npmpackages.{get,list} artifactregistry.packages.{get,list}',
    'artifactregistry.projectsettings.get artifactregistry.pythonpackages.{get,list}',
    'artifactregistry.repositories.{downloadArtifacts,get,list,listEffectiveTags,listTagBindings,readViaVirtualRepository}',
    'artifactregistry.tags.{get,list} artifactregistry.versions.{get,list}',
  ].join(' '),
};
