import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../../src/languages/python/parse.js';
import { actionsIn, needsIn } from '../../support/cloud-needs.js';

beforeAll(preparePython);

const blobs = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs';
const queue = 'Microsoft.Storage/storageAccounts/queueServices/queues/messages';
const table = 'Microsoft.Storage/storageAccounts/tableServices/tables/entities';

test.each<[string, string, readonly string[]]>([
  [
    'a file that is written',
    `import { Storage } from '@google-cloud/storage'; const storage = new Storage();
     export const handler = (req) => storage.bucket(process.env.BUCKET).file('a').save('text');`,
    ['storage.objects.create'],
  ],
  [
    'a file that is read and one that is deleted, by steps',
    `const { Storage } = require('@google-cloud/storage'); const bucket = new Storage().bucket('b');
     exports.handler = async () => { const [text] = await bucket.file('a').download(); await bucket.file('c').delete(); return text; };`,
    ['storage.objects.delete', 'storage.objects.get'],
  ],
  [
    'a bucket that is deleted',
    `const { Storage } = require('@google-cloud/storage'); exports.handler = () => new Storage().bucket('b').delete();`,
    ['storage.buckets.delete'],
  ],
  [
    'a message that is published',
    `import { PubSub } from '@google-cloud/pubsub'; const topic = new PubSub().topic('t');
     export const handler = async () => { await topic.publishMessage({ json: {} }); };`,
    ['pubsub.topics.publish'],
  ],
  [
    'a secret that is read',
    `import { SecretManagerServiceClient } from '@google-cloud/secret-manager'; const client = new SecretManagerServiceClient();
     export const handler = async () => { const [version] = await client.accessSecretVersion({ name: 's' }); return version.payload.data.toString(); };`,
    ['secretmanager.versions.access'],
  ],
  [
    'a document that is set',
    `import { Firestore } from '@google-cloud/firestore'; const db = new Firestore();
     export const handler = (req) => db.collection('orders').doc(req.body.id).set({ a: 1 });`,
    ['datastore.entities.create', 'datastore.entities.update'],
  ],
  [
    'a task',
    `import { CloudTasksClient } from '@google-cloud/tasks'; const tasks = new CloudTasksClient();
     export const handler = () => tasks.createTask({ parent: tasks.queuePath('p', 'l', 'q'), task: {} });`,
    ['cloudtasks.tasks.create'],
  ],
  [
    'a blob that is uploaded',
    `const { BlobServiceClient } = require('@azure/storage-blob'); const { DefaultAzureCredential } = require('@azure/identity');
     const service = new BlobServiceClient(process.env.URL, new DefaultAzureCredential());
     exports.handler = (req) => service.getContainerClient('c').getBlockBlobClient('b').uploadData(req.body);`,
    [`${blobs}/write`],
  ],
  [
    'a message of a queue',
    `import { QueueServiceClient } from '@azure/storage-queue'; const queue = QueueServiceClient.fromConnectionString(process.env.C).getQueueClient('q');
     export const handler = () => queue.sendMessage('x');`,
    [`${queue}/add/action`],
  ],
  [
    'a message of a bus',
    `import { ServiceBusClient } from '@azure/service-bus'; const sender = new ServiceBusClient('n', c).createSender('q');
     export const handler = () => sender.sendMessages({ body: 'x' });`,
    ['Microsoft.ServiceBus/namespaces/messages/send/action'],
  ],
  [
    'an event of a hub',
    `import { EventHubProducerClient } from '@azure/event-hubs'; const hub = new EventHubProducerClient('n', 'h', c);
     export const handler = async () => { const batch = await hub.createBatch(); batch.tryAdd({ body: 1 }); await hub.sendBatch(batch); };`,
    ['Microsoft.EventHub/namespaces/messages/send/action'],
  ],
  [
    'a secret of a vault',
    `import { SecretClient } from '@azure/keyvault-secrets'; const client = new SecretClient('u', c);
     export const handler = async () => (await client.getSecret('s')).value;`,
    ['Microsoft.KeyVault/vaults/secrets/getSecret/action'],
  ],
  [
    'an entity that is written',
    `import { TableClient } from '@azure/data-tables'; const table = new TableClient('u', 't', c);
     export const handler = (req) => table.upsertEntity(req.body);`,
    [`${table}/add/action`, `${table}/update/action`],
  ],
])('%s', (_, text, actions) => {
  expect(actionsIn(text)).toEqual(actions);
  expect(needsIn(text).unsure).toEqual([]);
});

test.each<[string, string, readonly string[]]>([
  [
    'a blob of Google that is written',
    `from google.cloud import storage\nclient = storage.Client()\ndef handler(request):\n    client.bucket('b').blob('a').upload_from_string('x')\n`,
    ['storage.objects.create'],
  ],
  [
    'blobs that are listed and read',
    `from google.cloud import storage\ndef handler(request):\n    for blob in storage.Client().list_blobs('b'):\n        return blob.download_as_text()\n`,
    ['storage.objects.get', 'storage.objects.list'],
  ],
  [
    'a message of Google',
    `from google.cloud import pubsub_v1\npublisher = pubsub_v1.PublisherClient()\ndef handler(request):\n    publisher.publish(publisher.topic_path('p', 't'), b'x').result()\n`,
    ['pubsub.topics.publish'],
  ],
  [
    'a secret of Google',
    `from google.cloud import secretmanager\ndef handler(request):\n    client = secretmanager.SecretManagerServiceClient()\n    return client.access_secret_version(name='s').payload.data\n`,
    ['secretmanager.versions.access'],
  ],
  [
    'a blob of Azure that is read',
    `from azure.identity import DefaultAzureCredential\nfrom azure.storage.blob import BlobServiceClient\nservice = BlobServiceClient('u', DefaultAzureCredential())\ndef handler(req):\n    return service.get_blob_client('c', 'b').download_blob().readall()\n`,
    [`${blobs}/read`],
  ],
  [
    'a sender that is opened',
    `from azure.servicebus import ServiceBusClient, ServiceBusMessage\nclient = ServiceBusClient.from_connection_string('c')\ndef handler(req):\n    with client.get_queue_sender('q') as sender:\n        sender.send_messages(ServiceBusMessage('x'))\n`,
    ['Microsoft.ServiceBus/namespaces/messages/send/action'],
  ],
])('Python: %s', (_, text, actions) => {
  expect(actionsIn(text, 'handler.py')).toEqual(actions);
  expect(needsIn(text, 'handler.py').unsure).toEqual([]);
});

test('what an unknown thing is asked for may be asked of the cloud', () => {
  const { actions, perhaps } = needsIn(`import { Storage } from '@google-cloud/storage';
    export const handler = (req) => save(new Storage().bucket('b').file('a'));
    function save(file) { return file.save('x'); }`);
  expect([...actions.keys()]).toEqual([]);
  expect(perhaps).toContain('storage.objects.create');
});

test.each([
  [
    'an operation that is not known',
    `import { Storage } from '@google-cloud/storage'; export const handler = () => new Storage().bucket('b').request({});`,
  ],
  [
    'an operation that is chosen',
    `import { Storage } from '@google-cloud/storage'; const file = new Storage().bucket('b').file('a'); export const handler = (req) => file[req.query.op]();`,
  ],
  [
    'a package that is not known',
    `import { Spanner } from '@google-cloud/spanner'; export const handler = () => new Spanner();`,
  ],
])('nothing is certain with %s', (_, text) => {
  expect(needsIn(text).unsure).not.toEqual([]);
});
