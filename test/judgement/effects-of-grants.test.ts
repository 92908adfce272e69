import { beforeAll, expect, test } from '@jest/globals';
import { prepareFrameworks } from '../../src/stacks/read.js';
import { judge, reviewFiles } from '../support/judging.js';

beforeAll(prepareFrameworks);

const modules = ['lambda', 'sqs', 'sns', 'dynamodb', 's3', 'kms', 'logs', 'iam', 'secretsmanager', 'stepfunctions'];
const imports = [
  "import * as cdk from 'aws-cdk-lib';",
  ...modules.map((name) => `import * as ${name} from 'aws-cdk-lib/aws-${name}';`),
  "import * as sources from 'aws-cdk-lib/aws-lambda-event-sources';",
  "import * as destinations from 'aws-cdk-lib/aws-lambda-destinations';",
].join('\n');

const things = `
const queue = new sqs.Queue(this, 'Queue');
const topic = new sns.Topic(this, 'Topic');
const key = new kms.Key(this, 'Key');
const bucket = new s3.Bucket(this, 'Bucket', { encryptionKey: key });
const table = new dynamodb.Table(this, 'Table', { stream: dynamodb.StreamViewType.NEW_IMAGE });
const secret = new secretsmanager.Secret(this, 'Secret');
const group = new logs.LogGroup(this, 'Group');
const flow = new stepfunctions.StateMachine(this, 'Flow', {});
const next = new lambda.Function(this, 'Next', { runtime: lambda.Runtime.NODEJS_24_X });
`;
const app = (settings: string, statements: string) => `${imports}
export class Shop extends cdk.Stack {
  constructor(scope, id) {
    super(scope, id);
    ${things}
    const fn = new lambda.Function(this, 'Get', { runtime: lambda.Runtime.NODEJS_24_X, ${settings} });
    ${statements}
  }
}
`;

async function told(settings: string, statements: string): Promise<readonly string[]> {
  const files = (text: string) => new Map([['lib/shop.ts', text]]);
  const { effects } = await reviewFiles(files(app('', '')), files(app(settings, statements)), {
    ...judge(),
    policies: [],
  });
  return effects.flatMap(({ access }) => access.map(({ sentence }) => sentence));
}

// As the synthesis of aws-cdk-lib 2.276.0 writes it.
test.each<[string, readonly string[]]>([
  ['table.grantReadData(fn);', ['Get can newly read Table (`dynamodb:BatchGetItem` and 5 more actions).']],
  [
    'table.grantStreamRead(fn);',
    [
      'Get can newly read DynamoDB stream `…:table/Table/stream/Table` (`dynamodb:DescribeStream` and 2 more actions).',
      'Get can newly use `dynamodb:ListStreams`.',
    ],
  ],
  [
    'bucket.grantPut(fn);',
    [
      'Get can newly change Bucket (`s3:PutObject` and 5 more actions).',
      'Get can newly decrypt and encrypt with Key (`kms:Decrypt` and 7 more actions).',
    ],
  ],
  ['bucket.grantDelete(fn);', ['Get can newly change Bucket (`s3:DeleteObject` and 5 more actions).']],
  [
    'queue.grantSendMessages(fn);',
    [
      'Get can newly send messages to Queue (`sqs:SendMessage`).',
      'Get can newly read Queue (`sqs:GetQueueAttributes` and 1 more action).',
    ],
  ],
  ['topic.grantSubscribe(fn);', ['Get can newly subscribe to Topic (`sns:Subscribe`).']],
  ['secret.grantRead(fn);', ['Get can newly read Secret (`secretsmanager:GetSecretValue` and 1 more action).']],
  ['key.grantSign(fn);', ['Get can newly sign with Key (`kms:Sign`).']],
  ['key.grantAdmin(fn);', ['Part of what Get can do after this change could not be read.']],
  ['group.grantWrite(fn);', []],
  ['flow.grantStartExecution(fn);', ['Get can newly start executions of Flow (`states:StartExecution`).']],
  ['next.grantInvoke(fn);', ['Get can newly invoke Next (`lambda:InvokeFunction`).']],
  [
    'next.grantInvokeUrl(fn);',
    [
      'Get can newly invoke Next (`lambda:InvokeFunction`), subject to the condition on `lambda:InvokedViaFunctionUrl`.',
      'Get can newly invoke Next (`lambda:InvokeFunctionUrl`), subject to the condition on `lambda:FunctionUrlAuthType`.',
    ],
  ],
  [
    'fn.role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName("AmazonSQSReadOnlyAccess"));',
    [
      'Get can newly read any SQS queue, for example `…:example` (`sqs:GetQueueAttributes` and 4 more actions).',
      'Get can newly use `sqs:ListQueues`.',
    ],
  ],
  [
    'fn.addEventSource(new sources.SqsEventSource(queue));',
    [
      'Get can newly change Queue (`sqs:DeleteMessage` and 1 more action).',
      'Get can newly read Queue (`sqs:ReceiveMessage` and 2 more actions).',
    ],
  ],
  [
    'fn.addEventSource(new sources.DynamoEventSource(table, { onFailure: new sources.SqsDlq(queue) }));',
    [
      'Get can newly send messages to Queue (`sqs:SendMessage`).',
      'Get can newly read DynamoDB stream `…:table/Table/stream/Table` (`dynamodb:DescribeStream` and 2 more actions).',
      'Get can newly read Queue (`sqs:GetQueueAttributes` and 1 more action).',
      'Get can newly use `dynamodb:ListStreams`.',
    ],
  ],
  [
    'fn.configureAsyncInvoke({ onSuccess: new destinations.LambdaDestination(next) });',
    ['Get can newly invoke Next (`lambda:InvokeFunction`).'],
  ],
])('%s', async (statements, expected) => expect(await told('', statements)).toEqual(expected));

test.each<[string, readonly string[]]>([
  ['deadLetterQueue: queue', ['Get can newly send messages to Queue (`sqs:SendMessage`).']],
  ['deadLetterTopic: topic', ['Get can newly publish to Topic (`sns:Publish`).']],
  ['deadLetterQueueEnabled: true', ['Get can newly send messages to Get/DeadLetterQueue (`sqs:SendMessage`).']],
  ['onFailure: new destinations.SnsDestination(topic)', ['Get can newly publish to Topic (`sns:Publish`).']],
])('what the CDK grants by itself for %s', async (settings, expected) => {
  expect(await told(settings, '')).toEqual(expected);
});

test('a grant on a table with indexes is one on these, too', async () => {
  const index = 'table.addGlobalSecondaryIndex({ indexName: "byName" });';
  const files = (text: string) => new Map([['lib/shop.ts', app('', text)]]);
  const query = 'table.grantReadData(fn);';
  const { effects } = await reviewFiles(files(query), files(`${index} ${query}`), { ...judge(), policies: [] });
  expect(effects.flatMap(({ access }) => access.map(({ sentence }) => sentence))).toEqual([
    'Get can newly read items from any DynamoDB index that fits `…:table/Table/index/*`, for example `…:table/Table/index/example` (`dynamodb:Query` and 1 more action).',
  ]);
});
