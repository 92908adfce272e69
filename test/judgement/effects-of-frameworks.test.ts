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
