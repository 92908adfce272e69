import { describe, expect, test } from '@jest/globals';
import { modelOf, said } from './modelling.js';

const event = (type: string, properties: string) => `
Fn:
  Type: AWS::Serverless::Function
  Properties:
    Events:
      Event:
        Type: ${type}
        Properties: { ${properties} }
Queue: { Type: AWS::SQS::Queue }
Table: { Type: AWS::DynamoDB::Table }
Bucket: { Type: AWS::S3::Bucket }
Topic: { Type: AWS::SNS::Topic }
Bus: { Type: AWS::Events::EventBus }
`;

describe('SAM events', () => {
  test.each([
    ['SQS', 'Queue: !GetAtt Queue.Arn', 'queue', 'Queue'],
    ['Kinesis', 'Stream: arn:aws:kinesis:eu-west-1:1:stream/x', 'stream', undefined],
    ['DynamoDB', 'Stream: !GetAtt Table.StreamArn', 'stream', 'Table'],
    ['MSK', 'Stream: arn:aws:kafka:x', 'kafka', undefined],
    ['S3', 'Bucket: !Ref Bucket', 'bucket', 'Bucket'],
    ['SNS', 'Topic: !Ref Topic', 'topic', 'Topic'],
    ['Schedule', 'Schedule: rate(1 day)', 'schedule', undefined],
    ['ScheduleV2', 'ScheduleExpression: rate(1 day)', 'schedule', undefined],
    ['EventBridgeRule', 'EventBusName: !Ref Bus, Pattern: { source: [a] }', 'bus', 'Bus'],
    ['CloudWatchLogs', 'LogGroupName: x', 'log', undefined],
    ['IoTRule', "Sql: SELECT * FROM 'x'", 'iot', undefined],
    ['Cognito', 'UserPool: !Ref Pool, Trigger: PreSignUp', 'userpool', 'Pool'],
    ['AlexaSkill', '', 'invoke', undefined],
    ['Tomorrow', '', 'other', undefined],
  ])('%s', (type, properties, kind, source) => {
    expect(modelOf(event(type, properties)).triggers).toMatchObject([
      { id: 'Fn.Event', trigger: kind, source, function: 'Fn' },
    ]);
  });

  test('events of the default bus that select one bucket come from it', () => {
    const pattern = 'Pattern: { source: [aws.s3], detail: { bucket: { name: [!Ref Bucket] } } }';
    expect(modelOf(event('EventBridgeRule', pattern)).triggers[0]).toMatchObject({ trigger: 'bus', source: 'Bucket' });
  });

  test('object filters', () => {
    const rules = 'Rules: [{ Name: prefix, Value: in/ }, { Name: suffix, Value: .jpg }]';
    const filterOf = (properties: string) => modelOf(event('S3', properties)).triggers[0]?.objectFilter;
    expect(filterOf(`Bucket: !Ref Bucket, Filter: { S3Key: { ${rules} } }`)).toEqual({
      prefixes: ['in/'],
      suffixes: ['.jpg'],
    });
    expect(filterOf('Bucket: !Ref Bucket')).toEqual({ prefixes: [], suffixes: [] });
    expect(filterOf('Bucket: !Ref Bucket, Filter: !ImportValue x')).toBeUndefined();
  });

  test.each([
    ['a concurrency', 'SQS', 'ScalingConfig: { MaximumConcurrency: 5 }', ['maximumConcurrency', 5]],
    ['a switch', 'SQS', 'Enabled: false', ['enabled', false]],
    ['partial answers', 'SQS', 'FunctionResponseTypes: [ReportBatchItemFailures]', ['partialBatch', true]],
    ['retries of a stream', 'Kinesis', 'MaximumRetryAttempts: 3', ['maximumRetries', 3]],
    [
      'a destination of a stream',
      'Kinesis',
      'DestinationConfig: { OnFailure: { Destination: !GetAtt Queue.Arn } }',
      ['onFailure', 'Queue'],
    ],
    ['a rule’s dead letters', 'Schedule', 'DeadLetterConfig: { Arn: !GetAtt Queue.Arn }', ['onFailure', 'Queue']],
    ['a state', 'ScheduleV2', 'State: DISABLED', ['enabled', false]],
    [
      'a subscription’s dead letters',
      'SNS',
      'RedrivePolicy: { deadLetterTargetArn: !GetAtt Queue.Arn }',
      ['onFailure', 'Queue'],
    ],
    ['a filter policy', 'SNS', 'FilterPolicy: { a: [b] }', ['filtered', true]],
  ] as const)('%s', (_, type, properties, [key, expected]) => {
    expect(said(modelOf(event(type, properties)).triggers[0]?.[key])).toBe(expected);
  });

  test.each([
    ['a pattern', 'EventBridgeRule', 'Pattern: { source: [a] }', { source: ['a'] }],
    ['a pattern with an unknown part', 'EventBridgeRule', 'Pattern: { source: [!ImportValue x] }', undefined],
    ['filters as JSON text', 'SQS', `FilterCriteria: { Filters: [{ Pattern: '{"a":["b"]}' }] }`, [{ a: ['b'] }]],
  ])('%s as plain data', (_, type, properties, expected) => {
    expect(modelOf(event(type, properties)).triggers[0]?.pattern).toEqual(expected);
  });
});

const fn = 'Fn: { Type: AWS::Lambda::Function }\n';

test.each([
  [
    'a source mapping of a queue',
    'M: { Type: AWS::Lambda::EventSourceMapping, Properties: { FunctionName: !Ref Fn, EventSourceArn: !GetAtt Q.Arn } }\nQ: { Type: AWS::SQS::Queue }',
    { id: 'M', trigger: 'queue', source: 'Q' },
  ],
  [
    'a bucket notification',
    'B: { Type: AWS::S3::Bucket, Properties: { NotificationConfiguration: { LambdaConfigurations: [{ Event: s3:ObjectCreated:*, Function: !GetAtt Fn.Arn }] } } }',
    { id: 'B.Fn', trigger: 'bucket', source: 'B' },
  ],
  [
    'a bucket notification that the CDK makes',
    'B: { Type: AWS::S3::Bucket }\nN: { Type: Custom::S3BucketNotifications, Properties: { ServiceToken: x, BucketName: !Ref B, NotificationConfiguration: { LambdaFunctionConfigurations: [{ Events: [s3:ObjectCreated:*], LambdaFunctionArn: !GetAtt Fn.Arn, Filter: { Key: { FilterRules: [{ Name: prefix, Value: in/ }] } } }] } } }',
    { id: 'B.Fn', trigger: 'bucket', source: 'B', objectFilter: { prefixes: ['in/'], suffixes: [] } },
  ],
  [
    'a subscription',
    'S: { Type: AWS::SNS::Subscription, Properties: { Protocol: lambda, TopicArn: !Ref T, Endpoint: !GetAtt Fn.Arn } }\nT: { Type: AWS::SNS::Topic }',
    { id: 'S', trigger: 'topic', source: 'T' },
  ],
  [
    'a subscription inside a topic',
    'T: { Type: AWS::SNS::Topic, Properties: { Subscription: [{ Protocol: lambda, Endpoint: !GetAtt Fn.Arn }] } }',
    { id: 'T.Fn', trigger: 'topic', source: 'T' },
  ],
  [
    'a rule',
    'R: { Type: AWS::Events::Rule, Properties: { EventPattern: { source: [a] }, Targets: [{ Id: One, Arn: !GetAtt Fn.Arn }] } }',
    { id: 'R.One', trigger: 'bus', pattern: { source: ['a'] } },
  ],
  [
    'a rule on a schedule',
    'R: { Type: AWS::Events::Rule, Properties: { ScheduleExpression: rate(1 day), Targets: [{ Id: One, Arn: !GetAtt Fn.Arn }] } }',
    { id: 'R.One', trigger: 'schedule' },
  ],
  [
    'a schedule',
    'S: { Type: AWS::Scheduler::Schedule, Properties: { Target: { Arn: !GetAtt Fn.Arn } } }',
    { id: 'S', trigger: 'schedule' },
  ],
  [
    'a pipe',
    'P: { Type: AWS::Pipes::Pipe, Properties: { Source: !GetAtt Q.Arn, Target: !GetAtt Fn.Arn } }\nQ: { Type: AWS::SQS::Queue }',
    { id: 'P.Fn', trigger: 'queue', source: 'Q' },
  ],
  [
    'a log subscription',
    'S: { Type: AWS::Logs::SubscriptionFilter, Properties: { LogGroupName: x, DestinationArn: !GetAtt Fn.Arn } }',
    { id: 'S', trigger: 'log', sourceName: 'x' },
  ],
  [
    'an IoT rule',
    'R: { Type: AWS::IoT::TopicRule, Properties: { TopicRulePayload: { Actions: [{ Lambda: { FunctionArn: !GetAtt Fn.Arn } }] } } }',
    { id: 'R.Fn', trigger: 'iot' },
  ],
  [
    'a user pool',
    'P: { Type: AWS::Cognito::UserPool, Properties: { LambdaConfig: { PreSignUp: !GetAtt Fn.Arn } } }',
    { id: 'P.PreSignUp', trigger: 'userpool', source: 'P' },
  ],
  [
    'a workflow',
    'W: { Type: AWS::StepFunctions::StateMachine, Properties: { DefinitionSubstitutions: { Fn: !GetAtt Fn.Arn } } }',
    { id: 'W.Fn', trigger: 'workflow', source: 'W' },
  ],
  [
    'an alias',
    'S: { Type: AWS::SNS::Subscription, Properties: { TopicArn: x, Endpoint: !Ref A } }\nA: { Type: AWS::Lambda::Alias, Properties: { FunctionName: !Ref Fn } }',
    { id: 'S', trigger: 'topic' },
  ],
])('%s starts a function', (_, resources, expected) => {
  expect(modelOf(fn + resources).triggers).toMatchObject([{ function: 'Fn', ...expected }]);
});
