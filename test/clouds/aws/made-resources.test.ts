import { describe, expect, test } from '@jest/globals';
import { modelOf, said } from './modelling.js';

const topicEvent = (subscription: string) => `
Fn:
  Type: AWS::Serverless::Function
  Properties:
    Events: { Orders: { Type: SNS, Properties: { Topic: !Ref Topic, ${subscription} } } }
Topic: { Type: AWS::SNS::Topic }
Own: { Type: AWS::SQS::Queue }
`;

describe('an SNS event', () => {
  test.each([
    ['without a queue', 'FilterPolicy: { a: [b] }', 'topic', 'Topic'],
    ['that wants no queue', 'SqsSubscription: false', 'topic', 'Topic'],
    ['with a queue that SAM makes', 'SqsSubscription: true', 'queue', 'FnOrdersQueue'],
    ['with a queue of its own', 'SqsSubscription: { QueueArn: !GetAtt Own.Arn, QueueUrl: !Ref Own }', 'queue', 'Own'],
  ])('%s', (_, subscription, trigger, source) => {
    expect(modelOf(topicEvent(subscription)).triggers).toMatchObject([
      { id: 'Fn.Orders', trigger, source, function: 'Fn' },
    ]);
  });

  test('the topic passes its messages on to the queue, which moves none to a dead-letter queue', () => {
    const { stores } = modelOf(topicEvent('SqsSubscription: true'));
    expect(stores.find(({ id }) => id === 'Topic')?.leadsTo).toEqual(['FnOrdersQueue']);
    expect(said(stores.find(({ id }) => id === 'FnOrdersQueue')?.redrive)).toBe('absent');
  });

  test('settings of the queue are those beside its ARN', () => {
    const own = 'SqsSubscription: { QueueArn: !GetAtt Own.Arn, QueueUrl: !Ref Own, BatchSize: 3, Enabled: false }';
    const [trigger] = modelOf(topicEvent(own)).triggers;
    expect([said(trigger?.batchSize), said(trigger?.enabled)]).toEqual([3, false]);
  });

  test('a role that SAM makes may read the queue', () => {
    const namesIn = (subscription: string) =>
      modelOf(topicEvent(subscription)).roles.flatMap(({ named }) => named.map(({ name }) => name));
    expect(namesIn('SqsSubscription: true')).toContain('service-role/AWSLambdaSQSQueueExecutionRole');
    expect(namesIn('SqsSubscription: false')).not.toContain('service-role/AWSLambdaSQSQueueExecutionRole');
  });
});

const failing = (destination: string) => `
Fn:
  Type: AWS::Serverless::Function
  Properties: { EventInvokeConfig: { DestinationConfig: { OnFailure: { ${destination} } } } }
`;

test.each([
  ['a queue that SAM makes', 'Type: SQS', ['FnEventInvokeConfigOnFailureQueue']],
  ['a topic that SAM makes', 'Type: SNS', ['FnEventInvokeConfigOnFailureTopic']],
  [
    'a topic in one branch',
    'Type: SNS, Destination: !If [C, x, !Ref AWS::NoValue]',
    ['FnEventInvokeConfigOnFailureTopic'],
  ],
  ['a topic elsewhere', "Type: SNS, Destination: 'arn:aws:sns:eu-west-1:123456789012:x'", []],
  ['a bus', 'Type: EventBridge, Destination: x', []],
])('failures go to %s', (_, destination, stores) => {
  expect(modelOf(failing(destination)).stores.map(({ id }) => id)).toEqual(stores);
});

test('a bucket starts a function in one branch of a condition', () => {
  const text = `
Bucket:
  Type: AWS::S3::Bucket
  Properties:
    NotificationConfiguration:
      LambdaConfigurations: [!If [C, { Event: 's3:ObjectCreated:*', Function: !GetAtt Fn.Arn }, !Ref AWS::NoValue]]
Fn: { Type: AWS::Lambda::Function }
`;
  expect(modelOf(text).triggers).toMatchObject([{ trigger: 'bucket', source: 'Bucket', function: 'Fn' }]);
});
