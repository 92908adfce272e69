import { beforeAll, expect, test } from '@jest/globals';
import { prepareFrameworks } from '../../src/stacks/read.js';
import { judge, reviewFiles } from '../support/judging.js';

beforeAll(prepareFrameworks);

const stack = (rest: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Jobs: { Type: AWS::SQS::Queue }
  Next: { Type: AWS::Lambda::Function, Properties: { Handler: app.handler, Runtime: nodejs24.x, Code: { ZipFile: '' } } }
  Get:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs24.x
      CodeUri: src/
${rest}`;
const outcome = (name: string, text: string) =>
  stack(`      EventInvokeConfig: { DestinationConfig: { ${name}: { ${text} } } }\n`);
const event = (type: string, text: string) =>
  stack(`      Events: { A: { Type: ${type}, Properties: { ${text} } } }\n`);
const secret = "{ Type: BASIC_AUTH, URI: 'arn:aws:secretsmanager:eu-west-1:1:secret:broker-abcdef' }";

// What SAM grants by itself is access like any other, though nobody wrote it.
test.each<[string, string, readonly string[]]>([
  [
    'results to a queue',
    outcome('OnSuccess', 'Type: SQS, Destination: !GetAtt Jobs.Arn'),
    ['Get can newly send messages to Jobs (`sqs:SendMessage`).'],
  ],
  [
    'results to a queue that SAM makes',
    outcome('OnSuccess', 'Type: SQS'),
    ['Get can newly send messages to GetEventInvokeConfigOnSuccessQueue (`sqs:SendMessage`).'],
  ],
  [
    'failures to a function',
    outcome('OnFailure', 'Type: Lambda, Destination: !GetAtt Next.Arn'),
    ['Get can newly invoke Next (`lambda:InvokeFunction`).'],
  ],
  [
    'results to a bus',
    outcome('OnSuccess', "Type: EventBridge, Destination: 'arn:aws:events:eu-west-1:1:event-bus/shop'"),
    ['Get can newly put events on EventBridge event bus `…:event-bus/shop` (`events:PutEvents`).'],
  ],
  [
    'messages of a broker',
    event('MQ', `Broker: 'arn:aws:mq:eu-west-1:1:broker:b:1', Queues: [q], SourceAccessConfigurations: [${secret}]`),
    [
      'Get can newly read MQ broker `…:broker:b:1` (`mq:DescribeBroker`).',
      'Get can newly read the value of Secrets Manager secret `…:secret:broker-abcdef` (`secretsmanager:GetSecretValue`).',
    ],
  ],
  [
    'records of a Kafka cluster elsewhere',
    event('SelfManagedKafka', `KafkaBootstrapServers: [a], Topics: [t], SourceAccessConfigurations: [${secret}]`),
    [
      'Get can newly read the value of Secrets Manager secret `…:secret:broker-abcdef` (`secretsmanager:GetSecretValue`).',
    ],
  ],
])('%s', async (_, after, expected) => {
  const files = (text: string) => new Map([['template.yaml', text]]);
  const { effects } = await reviewFiles(files(stack('')), files(after), { ...judge(), policies: [] });
  expect(effects.flatMap(({ access }) => access.map(({ sentence }) => sentence))).toEqual(expected);
});

const service = (settings: string) => `service: shop
provider:
  name: aws
  runtime: nodejs24.x
functions:
  get:
    handler: app.handler
${settings}resources:
  Resources:
    Jobs: { Type: AWS::SQS::Queue }
    Orders: { Type: AWS::DynamoDB::Table, Properties: { StreamSpecification: { StreamViewType: NEW_IMAGE } } }
`;
const network = [
  'get can newly change any EC2 network interface, for example `…:network-interface/example` (`ec2:DeleteNetworkInterface` and 1 more action).',
  'get can newly use `ec2:DescribeNetworkInterfaces` and 3 more actions.',
] as const;

// What the Serverless Framework grants by itself: the resources that it names, not all there are.
test.each<[string, string, readonly string[]]>([
  [
    'messages of a queue',
    '    events: [{ sqs: !GetAtt Jobs.Arn }]\n',
    [
      'get can newly delete messages from Jobs (`sqs:DeleteMessage`).',
      'get can newly read Jobs (`sqs:ReceiveMessage` and 1 more action).',
    ],
  ],
  [
    'records of a table, and where failed ones go',
    '    events: [{ stream: { type: dynamodb, arn: !GetAtt Orders.StreamArn, destinations: { onFailure: { type: sqs, arn: !GetAtt Jobs.Arn } } } }]\n',
    [
      'get can newly send messages to Jobs (`sqs:SendMessage`).',
      'get can newly read DynamoDB stream `…:table/Orders/stream/Orders` (`dynamodb:DescribeStream` and 2 more actions).',
    ],
  ],
  [
    'records of a stream',
    '    events: [{ stream: arn:aws:kinesis:eu-west-1:1:stream/s }]\n',
    ['get can newly read Kinesis stream `…:stream/s` (`kinesis:GetRecords` and 2 more actions).'],
  ],
  [
    'results to a function by its key',
    '    destinations: { onSuccess: get }\n',
    ['get can newly invoke get (`lambda:InvokeFunction`).'],
  ],
  [
    'errors to a topic',
    '    onError: arn:aws:sns:eu-west-1:1:t\n',
    ['get can newly publish to SNS topic `…:t` (`sns:Publish`).'],
  ],
  [
    'a key for variables',
    '    kmsKeyArn: arn:aws:kms:eu-west-1:1:key/a\n',
    ['get can newly decrypt with KMS key `…:key/a` (`kms:Decrypt`).'],
  ],
  [
    'messages of a broker',
    "    events: [{ rabbitmq: { arn: 'arn:aws:mq:eu-west-1:1:broker:b:1', queue: q, basicAuthArn: 'arn:aws:secretsmanager:eu-west-1:1:secret:s-abcdef' } }]\n",
    [
      network[0],
      'get can newly read MQ broker `…:broker:b:1` (`mq:DescribeBroker`).',
      'get can newly read the value of Secrets Manager secret `…:secret:s-abcdef` (`secretsmanager:GetSecretValue`).',
      network[1],
    ],
  ],
])('the Serverless Framework: %s', async (_, settings, expected) => {
  const files = (text: string) => new Map([['serverless.yml', service(text)]]);
  const { effects } = await reviewFiles(files(''), files(settings), { ...judge(), policies: [] });
  expect(effects.flatMap(({ access }) => access.map(({ sentence }) => sentence))).toEqual(expected);
});

const lambda = `
resource "aws_lambda_function" "get" {
  function_name = "get"
  handler       = "app.handler"
  runtime       = "nodejs24.x"
}
`;
const user = (address: string, attachment: string) => `${lambda}
resource "aws_iam_user" "${address}" {
  name = "deployer-\${var.stage}"
}
${attachment}
`;
const many = `resource "aws_iam_policy_attachment" "all" {
  name       = "all"
  policy_arn = "arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess"
  users      = [aws_iam_user.old.name]
}`;
const single = `resource "aws_iam_user_policy_attachment" "one" {
  policy_arn = "arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess"
  user       = aws_iam_user.new.name
}`;

test.each<[string, string, string, readonly string[]]>([
  [
    'the same user under another address, whose policy is attached in another way',
    user('old', many),
    user('new', single),
    [],
  ],
  [
    'a policy that is attached to many',
    user('old', ''),
    user('old', many),
    [
      'User aws_iam_user.old can newly read any SQS queue, for example `…:example` (`sqs:GetQueueAttributes` and 4 more actions).',
      'User aws_iam_user.old can newly use `sqs:ListQueues`.',
    ],
  ],
])('Terraform: %s', async (_, before, after, expected) => {
  const files = (text: string) => new Map([['main.tf', text]]);
  const { effects } = await reviewFiles(files(before), files(after), { ...judge(), policies: [] });
  expect(effects.flatMap(({ access }) => access.map(({ sentence }) => sentence))).toEqual(expected);
});
