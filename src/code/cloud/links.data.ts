import type { StoreOperation } from './aws/stores.data.js';

/*
 * How the SDKs of Azure and Google Cloud name a store step by step, and what puts something into it or takes it out. Sources: those
 * of the methods (azure/methods.data.ts, google/methods.data.ts). 2026-11-26. Names in lower case without underscores.
 */

export interface NamingLink {
  /** As the stores of a stack call it; those that begin with it count too. */
  readonly service: string;
  readonly of: RegExp;
  readonly names: string;
  /** Where the name stands among the arguments, and as what where it is given by name. */
  readonly argument: number;
  readonly named?: string;
  readonly field: string;
}

const google = {
  storage: /^(?:@google-cloud\/|google\.cloud\.)storage\b/,
  pubsub: /^(?:@google-cloud\/|google\.cloud\.)pubsub/,
};
const azure = {
  blob: /^(?:@azure\/storage-blob|azure\.storage\.blob)\b/,
  queue: /^(?:@azure\/storage-queue|azure\.storage\.queue)\b/,
  bus: /^(?:@azure\/service-bus|azure\.servicebus)\b/,
  hub: /^(?:@azure\/event-hubs|azure\.eventhub)\b/,
};

export const namingLinks: readonly NamingLink[] = [
  { service: 'storage', of: google.storage, names: 'bucket getbucket', argument: 0, field: 'Bucket' },
  { service: 'storage', of: google.storage, names: 'file blob', argument: 0, field: 'Key' },
  { service: 'pubsub', of: google.pubsub, names: 'topic', argument: 0, field: 'Topic' },
  { service: 'pubsub', of: google.pubsub, names: 'topicpath', argument: 1, field: 'Topic' },
  {
    service: 'storage-blob',
    of: azure.blob,
    names: 'getcontainerclient',
    argument: 0,
    named: 'container',
    field: 'Container',
  },
  {
    service: 'storage-blob',
    of: azure.blob,
    names: 'containerclient',
    argument: 1,
    named: 'container_name',
    field: 'Container',
  },
  {
    service: 'storage-blob',
    of: /BlobServiceClient\b.*\(\)$/,
    names: 'getblobclient',
    argument: 0,
    named: 'container',
    field: 'Container',
  },
  { service: 'storage-queue', of: azure.queue, names: 'getqueueclient', argument: 0, named: 'queue', field: 'Queue' },
  { service: 'storage-queue', of: azure.queue, names: 'queueclient', argument: 1, named: 'queue_name', field: 'Queue' },
  {
    service: 'storage-queue',
    of: /QueueClient$/,
    names: 'fromconnectionstring',
    argument: 1,
    named: 'queue_name',
    field: 'Queue',
  },
  { service: 'servicebus', of: azure.bus, names: 'createsender', argument: 0, field: 'Queue' },
  { service: 'servicebus', of: azure.bus, names: 'getqueuesender', argument: 0, named: 'queue_name', field: 'Queue' },
  { service: 'servicebus', of: azure.bus, names: 'gettopicsender', argument: 0, named: 'topic_name', field: 'Queue' },
  {
    service: 'eventhubs',
    of: azure.hub,
    names: 'eventhubproducerclient',
    argument: 1,
    named: 'eventhub_name',
    field: 'Hub',
  },
];

const operations = (
  service: string,
  names: string,
  rest: Omit<StoreOperation, 'operation'>,
): readonly StoreOperation[] => names.split(' ').map((name) => ({ operation: `${service}:${name}`, ...rest }));

export const linkWrites: readonly StoreOperation[] = [
  ...operations('storage', 'save upload uploadfromstring uploadfromfile uploadfromfilename', {
    target: ['Bucket'],
    payload: ['0', 'Key'],
  }),
  ...operations('pubsub', 'publish publishmessage publishjson', {
    target: ['Topic'],
    payload: ['0', '1', 'data', 'json', 'attributes'],
  }),
  ...operations('storage-blob', 'upload uploaddata uploadstream uploadblob uploadfile', {
    target: ['Container'],
    payload: ['0', '1', 'data'],
  }),
  ...operations('storage-queue', 'sendmessage', { target: ['Queue'], payload: ['0', 'content'] }),
  ...operations('servicebus', 'sendmessages schedulemessages', {
    target: ['Queue'],
    payload: ['0', 'body', 'message'],
  }),
  ...operations('eventhubs', 'sendbatch', { target: ['Hub'], payload: ['0'] }),
];

export const linkReads: readonly Omit<StoreOperation, 'payload'>[] = [
  ...operations('storage', 'download downloadastext downloadasbytes downloadasstring', {
    target: ['Bucket'],
    payload: [],
  }),
  ...operations('storage-blob', 'download downloadblob downloadtobuffer', { target: ['Container'], payload: [] }),
];
