import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../src/languages/python/parse.js';
import { prepareFrameworks } from '../../src/stacks/read.js';
import { readCode } from '../support/read-code.js';
import { storedFlows } from '../support/stored-flows.js';

beforeAll(async () => {
  await prepareFrameworks();
  await preparePython();
});

const fn = (name: string, more: string) => `data "archive_file" "${name}" {
  type        = "zip"
  source_dir  = "\${path.module}/${name}"
  output_path = "${name}.zip"
}
resource "google_storage_bucket_object" "${name}" {
  name   = "${name}.zip"
  source = data.archive_file.${name}.output_path
}
resource "google_cloudfunctions2_function" "${name}" {
  name = "${name}"
  build_config {
    runtime     = "nodejs24"
    entry_point = "${name}"
    source {
      storage_source { object = google_storage_bucket_object.${name}.name }
    }
  }
  ${more}
}
`;
const variables = `service_config {
    environment_variables = {
      TOPIC  = google_pubsub_topic.orders.name
      BUCKET = google_storage_bucket.orders.name
    }
  }`;
const stores = `resource "google_pubsub_topic" "orders" {
  name = "orders"
}
resource "google_storage_bucket" "orders" {
  name     = "shop-orders"
  location = "EU"
}
`;
const byTopic = `event_trigger {
    event_type   = "google.cloud.pubsub.topic.v1.messagePublished"
    pubsub_topic = google_pubsub_topic.orders.id
  }`;

const take = `const functions = require('@google-cloud/functions-framework');
const { PubSub } = require('@google-cloud/pubsub'); const { Storage } = require('@google-cloud/storage');
functions.http('take', async (req, res) => { BODY res.end(); });
`;
const work = `const functions = require('@google-cloud/functions-framework'); const { execSync } = require('child_process');
const { Storage } = require('@google-cloud/storage');
functions.cloudEvent('work', async (event) => { BODY });
`;
const decoded = `execSync(Buffer.from(event.data.message.data, 'base64').toString());`;

test.each<[string, string, string, readonly string[]]>([
  [
    'a message of a topic',
    'await new PubSub().topic(process.env.TOPIC).publishMessage({ data: Buffer.from(req.body) });',
    decoded,
    [
      'google_cloudfunctions2_function.take > google_pubsub_topic.orders > google_cloudfunctions2_function.work: command execSync',
    ],
  ],
  [
    'a message of a topic by its name, by steps',
    `const topic = new PubSub().topic('orders'); await topic.publishMessage({ json: req.body });`,
    decoded,
    [
      'google_cloudfunctions2_function.take > google_pubsub_topic.orders > google_cloudfunctions2_function.work: command execSync',
    ],
  ],
  ['a message of another topic', `await new PubSub().topic('others').publishMessage({ json: req.body });`, decoded, []],
  [
    'a message without anything of the caller',
    `await new PubSub().topic('orders').publishMessage({ data: 'x' });`,
    decoded,
    [],
  ],
  [
    'a file that is taken out of a bucket',
    `await new Storage().bucket(process.env.BUCKET).file('script').save(req.body);`,
    `const [script] = await new Storage().bucket('shop-orders').file('script').download(); execSync(script.toString());`,
    [
      'google_cloudfunctions2_function.take > google_storage_bucket.orders > google_cloudfunctions2_function.work: command execSync',
    ],
  ],
])('Google: %s', async (_, taken, worked, expected) => {
  const files = {
    'main.tf': `${stores}${fn('take', variables)}${fn('work', byTopic)}`,
    'take/index.js': take.replace('BODY', taken),
    'work/index.js': work.replace('BODY', worked),
  };
  expect(await storedFlows(files)).toEqual(expected);
});

const asked = `import { app } from '@azure/functions'; import { QueueClient, QueueServiceClient } from '@azure/storage-queue';
app.http('take', { methods: ['POST'], authLevel: 'anonymous', handler: async (request) => { BODY return {}; } });
`;
const started = `import { app } from '@azure/functions'; import { execSync } from 'node:child_process';
app.storageQueue('work', { queueName: 'orders', connection: 'STORE', handler: (message) => { execSync(message.script); } });
`;

test.each<[string, string, readonly string[]]>([
  [
    'a message of a queue',
    `await new QueueClient(process.env.STORE, 'orders').sendMessage(await request.text());`,
    ['take > queue orders of STORE > work: command execSync'],
  ],
  [
    'a message of a queue, by steps',
    `const queue = QueueServiceClient.fromConnectionString(process.env.STORE).getQueueClient('orders'); await queue.sendMessage(await request.text());`,
    ['take > queue orders of STORE > work: command execSync'],
  ],
  [
    'a message of another queue',
    `await new QueueClient(process.env.STORE, 'others').sendMessage(await request.text());`,
    [],
  ],
])('Azure: %s', async (_, taken, expected) => {
  const files = {
    'host.json': '{"version": "2.0"}',
    'src/functions/take.js': asked.replace('BODY', taken),
    'src/functions/work.js': started,
  };
  expect(await storedFlows(files)).toEqual(expected);
});

test.each<[string, string, readonly string[]]>([
  ['a bucket that the caller chooses', `await new Storage().bucket(req.query.bucket).file('a').save('x');`, ['Bucket']],
  ['a file that the caller chooses', `await new Storage().bucket('b').file(req.query.name).save('x');`, []],
  [
    'a topic that the caller chooses',
    `await new PubSub().topic(req.body.topic).publishMessage({ data: 'x' });`,
    ['Topic'],
  ],
])('names of others: %s', async (_, taken, expected) => {
  const files = { 'main.tf': `${stores}${fn('take', variables)}`, 'take/index.js': take.replace('BODY', taken) };
  const flows = (await readCode(files)).flatMap(({ functions }) => functions.flatMap((one) => one.flows));
  expect(flows.flatMap(({ danger, detail }) => (danger === 'resource' ? [detail] : []))).toEqual(expected);
});
