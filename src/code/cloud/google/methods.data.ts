import type { SdkService } from '../sdk-service.js';

/*
 * Methods of Google Cloud's client libraries and the permissions that they need. Names: @google-cloud/storage 7, pubsub 5,
 * secret-manager 6, tasks 6, firestore 8, bigquery 8 (their .d.ts), google-cloud-storage 3.17.1, -pubsub 2.44.0, -secret-manager
 * 2.32.0, -tasks 2.26.0, -firestore 2.34.1, -bigquery 3.47.0. 2026-11-26. Permissions of each method: cloud.google.com/storage/docs/
 * access-control/iam-json, /pubsub/docs/access-control (required permissions), docs.cloud.google.com/firestore/native/docs/security/iam
 * (required permissions for API methods), /secret-manager/docs/reference/rest (each method), /tasks/docs/reference-access-control;
 * names of permissions: docs.cloud.google.com/iam/docs/roles-permissions, one page for each service. 2026-11-27.
 */

const object = /\.(?:file|blob|get_blob|Blob)\(\)$/;
const overwriting = 'objects.delete objects.setRetention multipartUploads.*';

const storage: SdkService = {
  modules: /^(?:@google-cloud\/storage|google\.cloud\.storage)(?:$|[./])/,
  prefix: 'storage.',
  methods: [
    { names: 'storage client bucket file blob getid publicurl fromstring fromuri setuserproject close', needs: '' },
    { names: 'createreadstream download downloadtofile downloadtofilename downloadasbytes', needs: 'objects.get' },
    { names: 'downloadasstring downloadastext downloadblobtofile getblob', needs: 'objects.get' },
    { names: 'get getmetadata exists reload getexpirationdate ispublic', of: object, needs: 'objects.get' },
    { names: 'get getmetadata exists reload', needs: 'buckets.get', perhaps: 'objects.get' },
    { names: 'save createwritestream createresumableupload upload', needs: 'objects.create', perhaps: overwriting },
    { names: 'uploadfromfile uploadfromfilename uploadfromstring', needs: 'objects.create', perhaps: overwriting },
    { names: 'createresumableuploadsession', needs: 'objects.create', perhaps: overwriting },
    { names: 'open', needs: '', perhaps: `objects.get objects.create ${overwriting}` },
    { names: 'copy copyblob rewrite compose combine', needs: 'objects.get objects.create', perhaps: overwriting },
    {
      names: 'move rename renameblob moveblob movefileatomic',
      needs: 'objects.get objects.create objects.delete',
      perhaps: 'objects.move',
    },
    { names: 'delete', of: object, needs: 'objects.delete' },
    { names: 'delete', needs: 'buckets.delete', perhaps: 'objects.delete objects.list' },
    { names: 'deletefiles deleteblobs', needs: 'objects.delete', perhaps: 'objects.list' },
    { names: 'deleteblob', needs: 'objects.delete' },
    { names: 'getfiles getfilesstream listblobs', needs: 'objects.list' },
    { names: 'setmetadata patch update', of: object, needs: 'objects.get objects.update' },
    { names: 'setmetadata patch update', needs: 'buckets.get buckets.update', perhaps: 'objects.update' },
    { names: 'makepublic makeprivate', needs: 'objects.get objects.update objects.setIamPolicy', perhaps: '*' },
    { names: 'getsignedurl generatesignedurl generatesignedpostpolicyv4', needs: '', perhaps: 'objects.*' },
    { names: 'getbuckets listbuckets', needs: 'buckets.list' },
    { names: 'getbucket lookupbucket', needs: 'buckets.get' },
    { names: 'createbucket', needs: 'buckets.create' },
  ],
};

const pubsub: SdkService = {
  modules: /^(?:@google-cloud\/pubsub|google\.cloud\.pubsub(?:_v1)?)(?:$|[./])/,
  prefix: 'pubsub.',
  methods: [
    {
      names: 'pubsub publisherclient subscriberclient topic subscription snapshot topicpath subscriptionpath',
      needs: '',
    },
    { names: 'v1 types close flush setpublishoptions setoptions resumepublishing batchsettings', needs: '' },
    { names: 'publish publishmessage publishjson', needs: 'topics.publish' },
    {
      names: 'subscribe on once open pull synchronouspull acknowledge modifyackdeadline',
      needs: 'subscriptions.consume',
    },
    { names: 'createtopic', needs: 'topics.create' },
    { names: 'deletetopic', needs: 'topics.delete' },
    { names: 'createsubscription', needs: 'subscriptions.create topics.attachSubscription' },
    { names: 'deletesubscription', needs: 'subscriptions.delete' },
    { names: 'gettopic', needs: 'topics.get' },
    { names: 'getsubscription', needs: 'subscriptions.get' },
    { names: 'gettopics listtopics', needs: 'topics.list' },
    { names: 'getsubscriptions listsubscriptions', needs: 'subscriptions.list' },
    { names: 'get getmetadata exists', needs: '', perhaps: 'topics.get subscriptions.get topics.create' },
    { names: 'create delete setmetadata createsnapshot seek modifypushconfig', needs: '', perhaps: '*' },
  ],
};

const secrets: SdkService = {
  modules: /^(?:@google-cloud\/secret-manager|google\.cloud\.secretmanager(?:_v1)?)(?:$|[./])/,
  prefix: 'secretmanager.',
  methods: [
    { names: 'secretmanagerserviceclient secretmanagerserviceasyncclient v1 initialize getprojectid close', needs: '' },
    { names: 'secretversionpath secretpath projectpath topicpath', needs: '' },
    { names: 'accesssecretversion', needs: 'versions.access' },
    { names: 'addsecretversion', needs: 'versions.add' },
    { names: 'getsecretversion', needs: 'versions.get' },
    { names: 'listsecretversions listsecretversionsasync listsecretversionsstream', needs: 'versions.list' },
    { names: 'disablesecretversion', needs: 'versions.disable' },
    { names: 'enablesecretversion', needs: 'versions.enable' },
    { names: 'destroysecretversion', needs: 'versions.destroy' },
    { names: 'createsecret', needs: 'secrets.create' },
    { names: 'getsecret', needs: 'secrets.get' },
    { names: 'updatesecret', needs: 'secrets.update' },
    { names: 'deletesecret', needs: 'secrets.delete' },
    { names: 'listsecrets listsecretsasync listsecretsstream', needs: 'secrets.list' },
  ],
};

const tasks: SdkService = {
  modules: /^(?:@google-cloud\/tasks|google\.cloud\.tasks(?:_v2)?)(?:$|[./])/,
  prefix: 'cloudtasks.',
  methods: [
    { names: 'cloudtasksclient cloudtasksasyncclient v2 queuepath taskpath locationpath projectpath close', needs: '' },
    { names: 'task httprequest httpmethod oidctoken createtaskrequest', needs: '' },
    { names: 'createtask', needs: 'tasks.create' },
    { names: 'deletetask', needs: 'tasks.delete' },
    { names: 'gettask', needs: 'tasks.get' },
    { names: 'listtasks listtasksasync', needs: 'tasks.list' },
    { names: 'runtask', needs: 'tasks.run' },
  ],
};

const reading = 'entities.get entities.list';
const firestore: SdkService = {
  modules: /^(?:@google-cloud\/(?:firestore|datastore)|google\.cloud\.(?:firestore(?:_v1)?|datastore))(?:$|[./])/,
  prefix: 'datastore.',
  methods: [
    { names: 'firestore datastore client asyncclient collection collectiongroup doc document key keyfile', needs: '' },
    {
      names: 'where orderby limit limittolast offset select startat startafter endat endbefore filter order',
      needs: '',
    },
    {
      names: 'fieldvalue timestamp geopoint servertimestamp increment arrayunion arrayremove settings terminate',
      needs: '',
    },
    { names: 'batch bulkwriter entity close withconverter createquery and or', needs: '' },
    { names: 'commit transaction runtransaction transactional', needs: '', perhaps: 'entities.* databases.*' },
    { names: 'get getall stream count listdocuments listcollections collections onsnapshot', needs: reading },
    { names: 'query runquery runaggregationquery fetch getmulti', needs: reading },
    { names: 'set', needs: 'entities.create entities.update' },
    { names: 'add create insert', needs: 'entities.create', perhaps: 'entities.allocateIds' },
    { names: 'update merge', needs: 'entities.update' },
    { names: 'save upsert put putmulti', needs: 'entities.create entities.update', perhaps: 'entities.allocateIds' },
    { names: 'delete deletemulti', needs: 'entities.delete' },
    { names: 'recursivedelete', needs: `entities.delete ${reading}` },
    { names: 'allocateids reserveids', needs: 'entities.allocateIds' },
  ],
};

const bigquery: SdkService = {
  modules: /^(?:@google-cloud\/bigquery|google\.cloud\.bigquery)(?:$|[./])/,
  prefix: 'bigquery.',
  methods: [
    { names: 'bigquery client dataset table datasetreference tablereference queryjobconfig', needs: '' },
    { names: 'scalarqueryparameter arrayqueryparameter structqueryparameter date datetime timestamp close', needs: '' },
    { names: 'query createqueryjob queryandwait createquerystream', needs: 'jobs.create', perhaps: '*' },
    { names: 'insert insertrows insertrowsjson', needs: 'tables.updateData', perhaps: 'tables.get tables.create' },
    { names: 'gettable getmetadata get exists', needs: '', perhaps: 'tables.get datasets.get tables.create' },
    { names: 'getrows listrows', needs: 'tables.getData', perhaps: 'tables.get' },
  ],
};

export const googleServices: readonly SdkService[] = [storage, pubsub, secrets, tasks, firestore, bigquery];

/** Packages that ask for none of the permissions above. */
export const googleQuiet =
  /^(?:@google-cloud\/(?:functions-framework|logging(?:-winston|-bunyan)?|error-reporting|trace-agent|profiler|precise-date|promisify|paginator|projectify)|firebase-functions|functions_framework|cloudevents|google\.cloud\.(?:logging|error_reporting)|google\.(?:protobuf|rpc)|google\.api_core(?:\.\w+)*)(?:$|[./])|^google(?:\.cloud)?$/;
