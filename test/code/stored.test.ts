import { beforeAll, describe, expect, test } from '@jest/globals';
import { preparePython } from '../../src/languages/python/parse.js';
import { prepareFrameworks } from '../../src/stacks/read.js';
import { storedFlows } from '../support/stored-flows.js';
import { handlerText, twoFunctions } from '../support/two-functions.js';

beforeAll(async () => {
  await prepareFrameworks();
  await preparePython();
});

/** The bodies of both handlers. */
type Bodies = readonly [a: string, b: string];
type Row = readonly [what: string, start: string, bodies: Bodies, flows: readonly string[]];
const viaQueue = 'A > Queue > B: command execSync';

const rows: readonly Row[] = [
  [
    'a message of a queue',
    'queue',
    [
      `await sqs.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE, MessageBody: event.body }));`,
      `for (const { body } of event.Records) execSync(body);`,
    ],
    [viaQueue],
  ],
  [
    'messages of a batch',
    'queue',
    [
      `const { lines } = JSON.parse(event.body); await sqs.send(new SendMessageBatchCommand({ QueueUrl: process.env.QUEUE, Entries: lines.map((line, i) => ({ Id: String(i), MessageBody: line })) }));`,
      `event.Records.forEach((record) => execSync('sh ' + record.body));`,
    ],
    [viaQueue],
  ],
  [
    'a message of another queue',
    'queue',
    [
      `await sqs.send(new SendMessageCommand({ QueueUrl: process.env.OTHER, MessageBody: event.body }));`,
      `for (const { body } of event.Records) execSync(body);`,
    ],
    [],
  ],
  [
    'a message without anything of the caller',
    'queue',
    [
      `await sqs.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE, MessageBody: 'count' }));`,
      `for (const { body } of event.Records) execSync(body);`,
    ],
    [],
  ],
  [
    'a number is no text',
    'queue',
    [
      `await sqs.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE, MessageBody: String(Number(event.body)) }));`,
      `for (const { body } of event.Records) execSync(body);`,
    ],
    [],
  ],
  [
    'a message that the second function checks',
    'queue',
    [
      `await sqs.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE, MessageBody: event.body }));`,
      `for (const { body } of event.Records) if (/^[a-z]+$/.test(body)) execSync(body);`,
    ],
    [],
  ],
  [
    'a topic',
    'topic',
    [
      `await sns.send(new PublishCommand({ TopicArn: process.env.TOPIC, Message: event.body }));`,
      `execSync(event.Records[0].Sns.Message);`,
    ],
    ['A > Topic > B: command execSync'],
  ],
  [
    'the key of an object',
    'bucket',
    [
      `await s3.send(new PutObjectCommand({ Bucket: process.env.BUCKET, Key: event.queryStringParameters.name, Body: '' }));`,
      `execSync('convert ' + event.Records[0].s3.object.key);`,
    ],
    ['A > Bucket > B: command execSync'],
  ],
  [
    'an item by the stream of its table',
    'stream',
    [
      `await table.send(new PutCommand({ TableName: process.env.TABLE, Item: { id: '1', script: event.body } }));`,
      `execSync(event.Records[0].dynamodb.NewImage.script.S);`,
    ],
    ['A > Table > B: command execSync'],
  ],
  [
    'the detail of an event',
    'bus',
    [
      `await events.send(new PutEventsCommand({ Entries: [{ EventBusName: process.env.BUS, Source: 'orders', Detail: event.body }] }));`,
      `execSync(event.detail.script);`,
    ],
    ['A > Bus > B: command execSync'],
  ],
  [
    'a record of a stream',
    'kinesis',
    [
      `await kinesis.send(new PutRecordCommand({ StreamName: process.env.STREAM, PartitionKey: 'a', Data: Buffer.from(event.body) }));`,
      `execSync(Buffer.from(event.Records[0].kinesis.data, 'base64').toString());`,
    ],
    ['A > Stream > B: command execSync'],
  ],
  [
    'an invocation: all of the event is what was passed',
    'nothing',
    [
      `await lambda.send(new InvokeCommand({ FunctionName: process.env.SECOND, Payload: JSON.stringify({ script: event.body }) }));`,
      `execSync(event.script);`,
    ],
    ['A > B > B: command execSync'],
  ],
  [
    'the input of a workflow',
    'nothing',
    [
      `await sfn.send(new StartExecutionCommand({ stateMachineArn: process.env.MACHINE, input: event.body }));`,
      `execSync(event.script);`,
    ],
    ['A > Machine > B: command execSync'],
  ],
  [
    'an item that a request reads',
    'api',
    [
      `await table.send(new PutCommand({ TableName: process.env.TABLE, Item: { id: '1', name: event.body } }));`,
      `const { Item } = await table.send(new GetCommand({ TableName: process.env.TABLE, Key: { id: '1' } }));
     return { statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: '<p>' + Item.name + '</p>' };`,
    ],
    ['A > Table > B: html an HTML response'],
  ],
  [
    'another field of the item',
    'api',
    [
      `await table.send(new PutCommand({ TableName: process.env.TABLE, Item: { id: '1', name: event.body, state: 'new' } }));`,
      `const { Item } = await table.send(new GetCommand({ TableName: process.env.TABLE, Key: { id: '1' } }));
     execSync(Item.state);`,
    ],
    [],
  ],
  [
    'items of a query, by the name of the table',
    'api',
    [
      `await table.send(new PutCommand({ TableName: 'orders', Item: { ...JSON.parse(event.body) } }));`,
      `const { Items } = await table.send(new QueryCommand({ TableName: process.env.TABLE }));
     for (const item of Items) execSync(item.script);`,
    ],
    ['A > Table > B: command execSync'],
  ],
  [
    'an item that is updated',
    'api',
    [
      `await table.send(new UpdateCommand({ TableName: process.env.TABLE, Key: { id: '1' }, UpdateExpression: 'SET a = :a', ExpressionAttributeValues: { ':a': event.body } }));`,
      `const { Item } = await table.send(new GetCommand({ TableName: process.env.TABLE, Key: { id: '1' } }));
     eval(Item.a);`,
    ],
    ['A > Table > B: code eval'],
  ],
  [
    'the content of an object',
    'api',
    [
      `await s3.send(new PutObjectCommand({ Bucket: process.env.BUCKET, Key: 'a', Body: event.body }));`,
      `const { Body } = await s3.send(new GetObjectCommand({ Bucket: process.env.BUCKET, Key: 'a' }));
     execSync(await Body.transformToString());`,
    ],
    ['A > Bucket > B: command execSync'],
  ],
  [
    'a table that only the first function never writes',
    'api',
    [
      `return event.body;`,
      `const { Item } = await table.send(new GetCommand({ TableName: process.env.TABLE, Key: { id: '1' } })); execSync(Item.a);`,
    ],
    [],
  ],
  [
    'a parameter',
    'api',
    [
      `await ssm.send(new PutParameterCommand({ Name: process.env.NAME, Value: event.body, Overwrite: true }));`,
      `const { Parameter } = await ssm.send(new GetParameterCommand({ Name: process.env.NAME })); execSync(Parameter.Value);`,
    ],
    ['A > Parameter > B: command execSync'],
  ],
  [
    'what a log gets is not told',
    'api',
    [
      `await table.send(new PutCommand({ TableName: process.env.TABLE, Item: JSON.parse(event.body) }));`,
      `console.log(await table.send(new GetCommand({ TableName: process.env.TABLE, Key: { id: '1' } })));`,
    ],
    [],
  ],
];

describe('text of an event that one function stores and another one uses', () => {
  test.each(rows)('%s', async (_, start, [a, b], flows) => {
    const files = {
      'template.yaml': twoFunctions(start, 'nodejs24.x'),
      'a.mjs': handlerText(a),
      'b.mjs': handlerText(b),
    };
    expect(await storedFlows(files)).toEqual(flows);
    // Whichever of the two a change touches.
    expect(await storedFlows(files, ['a.mjs'])).toEqual(flows);
    expect(await storedFlows(files, ['b.mjs'])).toEqual(flows);
  });
});

const pythonRows: readonly Row[] = [
  [
    'a message of a queue',
    'queue',
    [
      `    boto3.client('sqs').send_message(QueueUrl=os.environ['QUEUE'], MessageBody=event['body'])`,
      `    for record in event['Records']:\n        os.system(record['body'])`,
    ],
    ['A > Queue > B: command os.system'],
  ],
  [
    'an item of a table',
    'api',
    [
      `    boto3.resource('dynamodb').Table(os.environ.get('TABLE')).put_item(Item={'id': '1', 'script': event['body']})`,
      `    item = boto3.resource('dynamodb').Table(os.getenv('TABLE')).get_item(Key={'id': '1'})['Item']\n    os.system(item['script'])`,
    ],
    ['A > Table > B: command os.system'],
  ],
  [
    'another field of it',
    'api',
    [
      `    boto3.resource('dynamodb').Table(os.environ['TABLE']).put_item(Item={'id': '1', 'script': event['body'], 'state': 'new'})`,
      `    item = boto3.resource('dynamodb').Table(os.environ['TABLE']).get_item(Key={'id': '1'})['Item']\n    os.system(item['state'])`,
    ],
    [],
  ],
];

test.each(pythonRows)('Python: %s', async (_, start, [a, b], flows) => {
  const python = (body: string) => `import os\nimport boto3\n\ndef handler(event, context):\n${body}\n`;
  const files = { 'template.yaml': twoFunctions(start, 'python3.13'), 'a.py': python(a), 'b.py': python(b) };
  expect(await storedFlows(files)).toEqual(flows);
});
