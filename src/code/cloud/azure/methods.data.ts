import type { SdkService } from '../sdk-service.js';

/*
 * Methods of Azure's SDKs and the data actions that they need. Names: @azure/storage-blob 12, storage-queue 12, data-tables 13,
 * service-bus 7, event-hubs 6, keyvault-secrets 4 (their .d.ts), azure-storage-blob 12.31.1, -storage-queue 12.18.1, -data-tables
 * 12.7.0, -servicebus 7.15.0, -eventhub 5.15.1, -keyvault-secrets 4.12.0. Actions: learn.microsoft.com/rest/api/storageservices/
 * authorize-with-azure-active-directory (permissions for calling data operations), 2026-11-26; of buses, hubs and vaults the lists of
 * data actions (MicrosoftDocs/azure-docs, articles/role-based-access-control/includes/resource-provider-operations: integration.md,
 * analytics.md, security.md), each of which was looked up, 2026-11-27.
 */

const blob =
  /\.(?:get(?:Blob|BlockBlob|AppendBlob|PageBlob)Client|get_blob_client|BlobClient|BlockBlobClient|BlobClient\.from\w+)\(\)$/;

const blobs: SdkService = {
  modules: /^(?:@azure\/storage-blob|azure\.storage\.blob)(?:$|[./])/,
  prefix: 'Microsoft.Storage/storageAccounts/blobServices/',
  methods: [
    { names: 'blobserviceclient containerclient blobclient blockblobclient fromconnectionstring', needs: '' },
    { names: 'getcontainerclient getblobclient getblockblobclient getappendblobclient getpageblobclient', needs: '' },
    { names: 'storagesharedkeycredential contentsettings generateblobsasqueryparameters generateblobsas', needs: '' },
    {
      names:
        'blobsaspermissions containersaspermissions generatesasurl fromcontainerurl frombloburl withsnapshot getblobleaseclient close aio',
      needs: '',
    },
    {
      names: 'download downloadtobuffer downloadtofile downloadblob getblobproperties',
      needs: 'containers/blobs/read',
    },
    { names: 'getproperties exists', of: blob, needs: 'containers/blobs/read' },
    {
      names: 'getproperties exists getcontainerproperties',
      needs: 'containers/read',
      perhaps: 'containers/blobs/read',
    },
    { names: 'listblobsflat listblobsbyhierarchy listblobs listblobnames walkblobs', needs: 'containers/blobs/read' },
    { names: 'getblocklist query queryblob', needs: 'containers/blobs/read' },
    { names: 'listcontainers', needs: 'containers/read' },
    { names: 'upload uploaddata uploadstream uploadfile uploadblob uploadblockblob', needs: 'containers/blobs/write' },
    {
      names: 'stageblock commitblocklist appendblock createappendblob createpageblob',
      needs: 'containers/blobs/write',
    },
    {
      names: 'setmetadata sethttpheaders setblobmetadata',
      needs: 'containers/blobs/write',
      perhaps: 'containers/write',
    },
    { names: 'setaccesstier setstandardblobtier createsnapshot', needs: 'containers/blobs/write' },
    {
      names: 'begincopyfromurl startcopyfromurl synccopyfromurl syncuploadfromurl uploadblobfromurl',
      needs: 'containers/blobs/write',
      perhaps: 'containers/blobs/read',
    },
    { names: 'delete deleteifexists', of: blob, needs: 'containers/blobs/delete' },
    { names: 'delete deleteifexists', needs: 'containers/delete', perhaps: 'containers/blobs/delete' },
    { names: 'deleteblob deleteblobs', needs: 'containers/blobs/delete' },
    { names: 'deletecontainer', needs: 'containers/delete' },
    { names: 'create createifnotexists', needs: 'containers/write', perhaps: 'containers/blobs/write' },
    { names: 'createcontainer', needs: 'containers/write' },
    {
      names: 'getuserdelegationkey generateuserdelegationsasurl',
      needs: 'generateUserDelegationKey/action',
      perhaps: '*',
    },
  ],
};

const queues: SdkService = {
  modules: /^(?:@azure\/storage-queue|azure\.storage\.queue)(?:$|[./])/,
  prefix: 'Microsoft.Storage/storageAccounts/queueServices/queues/',
  methods: [
    { names: 'queueserviceclient queueclient fromconnectionstring fromqueueurl getqueueclient close aio', needs: '' },
    { names: 'storagesharedkeycredential textbase64encodepolicy textbase64decodepolicy', needs: '' },
    { names: 'sendmessage', needs: 'messages/add/action' },
    { names: 'receivemessages receivemessage deletemessage', needs: 'messages/process/action' },
    { names: 'peekmessages', needs: 'messages/read' },
    { names: 'updatemessage', needs: 'messages/write' },
    { names: 'clearmessages', needs: 'messages/delete' },
    { names: 'getproperties getqueueproperties exists listqueues', needs: 'read' },
    { names: 'create createifnotexists createqueue', needs: 'write' },
    { names: 'delete deleteifexists deletequeue', needs: 'delete' },
  ],
};

const tables: SdkService = {
  modules: /^(?:@azure\/data-tables|azure\.data\.tables)(?:$|[./])/,
  prefix: 'Microsoft.Storage/storageAccounts/tableServices/tables/',
  methods: [
    {
      names: 'tableclient tableserviceclient fromconnectionstring fromtableurl gettableclient close aio odata',
      needs: '',
    },
    { names: 'azurenamedkeycredential azuresascredential tabletransaction updatemode entityproperty', needs: '' },
    { names: 'getentity listentities queryentities', needs: 'entities/read' },
    { names: 'createentity', needs: 'entities/add/action' },
    { names: 'updateentity', needs: 'entities/update/action' },
    { names: 'upsertentity', needs: 'entities/add/action entities/update/action' },
    { names: 'deleteentity', needs: 'entities/delete' },
    { names: 'submittransaction', needs: '', perhaps: 'entities/*' },
    { names: 'listtables querytables', needs: 'read' },
    { names: 'createtable createtableifnotexists', needs: 'write' },
    { names: 'deletetable', needs: 'delete' },
  ],
};

const bus: SdkService = {
  modules: /^(?:@azure\/service-bus|azure\.servicebus)(?:$|[./])/,
  prefix: 'Microsoft.ServiceBus/namespaces/messages/',
  methods: [
    { names: 'servicebusclient servicebusmessage fromconnectionstring createsender createreceiver', needs: '' },
    { names: 'getqueuesender getqueuereceiver gettopicsender getsubscriptionreceiver acceptsession', needs: '' },
    { names: 'acceptnextsession createmessagebatch trymessage tryaddmessage addmessage close aio', needs: '' },
    { names: 'sendmessages schedulemessages cancelscheduledmessages', needs: 'send/action' },
    { names: 'receivemessages subscribe getmessageiterator peekmessages completemessage', needs: 'receive/action' },
    {
      names: 'abandonmessage defermessage deadlettermessage receivedeferredmessages renewmessagelock',
      needs: 'receive/action',
    },
  ],
};

const hubs: SdkService = {
  modules: /^(?:@azure\/event-hubs|azure\.eventhub)(?:$|[./])/,
  prefix: 'Microsoft.EventHub/namespaces/messages/',
  methods: [
    { names: 'eventhubproducerclient eventhubbufferedproducerclient eventhubconsumerclient eventdata', needs: '' },
    { names: 'fromconnectionstring createbatch tryadd add flush close aio', needs: '' },
    { names: 'geteventhubproperties getpartitionids getpartitionproperties', needs: '' },
    { names: 'sendbatch sendevent enqueueevent enqueueevents', needs: 'send/action' },
    { names: 'subscribe receive receivebatch', needs: 'receive/action' },
  ],
};

const vault: SdkService = {
  modules: /^(?:@azure\/keyvault-secrets|azure\.keyvault\.secrets)(?:$|[./])/,
  prefix: 'Microsoft.KeyVault/vaults/secrets/',
  methods: [
    { names: 'secretclient close aio', needs: '' },
    { names: 'getsecret', needs: 'getSecret/action' },
    { names: 'setsecret', needs: 'setSecret/action' },
    { names: 'begindeletesecret', needs: 'delete' },
    { names: 'updatesecretproperties', needs: 'update/action' },
    { names: 'backupsecret', needs: 'backup/action' },
    { names: 'restoresecretbackup', needs: 'restore/action' },
    { names: 'beginrecoverdeletedsecret', needs: 'recover/action' },
    { names: 'purgedeletedsecret', needs: 'purge/action' },
    {
      names: 'listpropertiesofsecrets listpropertiesofsecretversions listdeletedsecrets',
      needs: 'readMetadata/action',
    },
    // Of a secret that is deleted the lists do not say which of the two shows its properties.
    { names: 'getdeletedsecret', needs: '', perhaps: 'getSecret/action readMetadata/action' },
  ],
};

export const azureServices: readonly SdkService[] = [blobs, queues, tables, bus, hubs, vault];

/** Packages that ask for none of the actions above. */
export const azureQuiet =
  /^(?:@azure\/(?:functions|identity|cosmos|eventgrid|openai|core-[\w-]+|logger|abort-controller|monitor-opentelemetry[\w-]*|app-configuration|msal-node)|durable-functions|applicationinsights|azure\.(?:core|identity|functions|cosmos|eventgrid|durable_functions|monitor))(?:$|[./])|^azure(?:\.(?:storage|data|keyvault))?$/;
