import { beforeAll, expect, test } from '@jest/globals';
import { prepareFrameworks } from '../../src/stacks/read.js';
import { judge, reviewFiles } from '../support/judging.js';

beforeAll(prepareFrameworks);

const head = `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders: { Type: AWS::DynamoDB::Table }
  Users: { Type: AWS::DynamoDB::Table, Properties: { TableName: users } }
  Queue: { Type: AWS::SQS::Queue }
`;

const fn = (name: string, rest: string) => `  ${name}:
    Type: AWS::Serverless::Function
    Properties: { Handler: app.handler, Runtime: nodejs24.x, CodeUri: src/, ${rest} }
`;
const allowed = (action: string, resource: string, more = '') =>
  fn('Get', `Policies: [{ Statement: [{ Effect: Allow, Action: [${action}], Resource: ${resource} ${more}}] }]`);
const calls = (auth: string) =>
  fn('Get', `Events: { A: { Type: Api, Properties: { Path: /orders, Method: get, Auth: ${auth} } } }`);

/** Every sentence of a change of one template, the gravest first. */
async function told(before: string, after: string): Promise<readonly string[]> {
  const files = (text: string) => new Map([['template.yaml', head + text]]);
  const { effects } = await reviewFiles(files(before), files(after), { ...judge(), policies: [] });
  const changes = effects.flatMap(({ access, exposure, cost }) => [...exposure, ...access, ...cost]);
  return changes.map(({ sentence }) => sentence);
}

const get = 'dynamodb:GetItem';

const topic = '  Failed: { Type: AWS::SNS::Topic }\n';

const workflow = (kind: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: v1
      MethodSettings: [{ ResourcePath: '/*', HttpMethod: '*', ThrottlingRateLimit: 10, ThrottlingBurstLimit: 1 }]
  Orders:
    Type: AWS::Serverless::StateMachine
    Properties:
      Type: ${kind}
      Definition:
        StartAt: Send
        States:
          Send: { Type: Task, Resource: 'arn:aws:states:::sqs:sendMessage', Next: End, Retry: [{ ErrorEquals: [States.ALL], MaxAttempts: 2 }] }
          End: { Type: Succeed }
      Events:
        Start: { Type: Api, Properties: { Path: /orders, Method: post, RestApiId: !Ref Api } }
`;

test.each<[string, string, string, readonly string[]]>([
  ['nothing changed', allowed(get, '!GetAtt Orders.Arn'), allowed(get, '!GetAtt Orders.Arn'), []],
  ['only the runtime', fn('Get', ''), fn('Get', '').replace('24', '22'), []],
  [
    'an action more',
    allowed(get, '!GetAtt Orders.Arn'),
    allowed(`${get}, dynamodb:DeleteItem`, '!GetAtt Orders.Arn'),
    ['Get can newly delete items from Orders (`dynamodb:DeleteItem`).'],
  ],
  [
    'every table',
    allowed(get, '!GetAtt Orders.Arn'),
    allowed(get, "'*'"),
    ['Get can newly read items from any DynamoDB table, for example `…:table/example` (`dynamodb:GetItem`).'],
  ],
  [
    'tightened',
    allowed(get, "'*'"),
    allowed(get, '!GetAtt Users.Arn'),
    ['Get can no longer read items from any DynamoDB table, for example `…:table/example` (`dynamodb:GetItem`).'],
  ],
  ['everything', allowed(get, "'*'"), allowed("'*'", "'*'"), ['Get can newly use every action on every resource.']],
  [
    'not everything any more',
    allowed("'*'", "'*'"),
    allowed(get, "'*'"),
    ['Get can no longer use every action on every resource.'],
  ],
  [
    'the same table by its name is the same table',
    allowed(get, '!GetAtt Users.Arn'),
    allowed(get, "!Sub 'arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/users'"),
    [],
  ],
  [
    'a template in place of a statement',
    allowed('sqs:SendMessage', '!GetAtt Queue.Arn'),
    fn('Get', 'Policies: [{ SQSSendMessagePolicy: { QueueName: !GetAtt Queue.QueueName } }]'),
    [],
  ],
  [
    'a condition',
    allowed(get, "'*'"),
    allowed(get, "'*'", ", Condition: { StringEquals: { 'aws:PrincipalTag/team': shop } } "),
    [
      'Get can no longer read items from any DynamoDB table, for example `…:table/example` (`dynamodb:GetItem`), except where the condition on `aws:PrincipalTag/team` allows it.',
    ],
  ],
  [
    'a managed policy of AWS',
    fn('Get', ''),
    fn('Get', 'Policies: [AmazonSQSReadOnlyAccess]'),
    [
      'Get can newly read any SQS queue, for example `…:example` (`sqs:GetQueueAttributes` and 4 more actions).',
      'Get can newly use `sqs:ListQueues`.',
    ],
  ],
  [
    'a policy of which only the name is known',
    fn('Get', ''),
    fn('Get', 'Policies: [OurOwnPolicy]'),
    ['Get newly has the permissions of `OurOwnPolicy`.'],
  ],
  [
    'one policy in place of another',
    fn('Get', 'Policies: [OurOldPolicy]'),
    fn('Get', 'Policies: [OurOwnPolicy]'),
    ['Get has the permissions of `OurOwnPolicy` in place of those of `OurOldPolicy`.'],
  ],
  [
    'an ARN that a parameter gives',
    fn('Get', ''),
    `${allowed(get, '!Ref Given')}Parameters: { Given: { Type: String } }\n`,
    ['Get can newly read items from a DynamoDB resource that only the deployment knows (`dynamodb:GetItem`).'],
  ],
  [
    'a bucket that a parameter gives',
    fn('Get', ''),
    `${allowed('s3:GetObject', '!Ref Given')}Parameters: { Given: { Type: String } }\n`,
    ['Get can newly read an S3 resource that only the deployment knows (`s3:GetObject`).'],
  ],
  [
    'a policy to publish failed events, which SAM adds by itself where a destination says so',
    fn(
      'Get',
      "Policies: [{ SNSPublishMessagePolicy: { TopicName: !GetAtt Failed.TopicName } }], Events: { S: { Type: Kinesis, Properties: { Stream: 'arn:aws:kinesis:eu-west-1:1:stream/s', StartingPosition: LATEST } } }",
    ).concat(topic),
    fn(
      'Get',
      "Events: { S: { Type: Kinesis, Properties: { Stream: 'arn:aws:kinesis:eu-west-1:1:stream/s', StartingPosition: LATEST, DestinationConfig: { OnFailure: { Type: SNS, Destination: !Ref Failed } } } } }",
    ).concat(topic),
    [],
  ],
  [
    'a principal that was deleted, of which only the id is left',
    fn('Get', ''),
    `${fn('Get', '')}  Policy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Queue]
      PolicyDocument: { Statement: [{ Effect: Allow, Principal: { AWS: AROACKCEVSQ6C2EXAMPLE }, Action: sqs:SendMessage, Resource: !GetAtt Queue.Arn }] }
`,
    [
      'The principal AROACKCEVSQ6C2EXAMPLE, an id that is left when its role or user is deleted, can newly send messages to Queue (`sqs:SendMessage`).',
    ],
  ],
  [
    'a queue for failed events',
    fn('Get', ''),
    fn('Get', 'DeadLetterQueue: { Type: SNS, TargetArn: !Ref Failed }').concat(topic),
    ['Get can newly publish to Failed (`sns:Publish`).'],
  ],
  [
    'everything but one table, which is not any table',
    fn('Get', ''),
    fn(
      'Get',
      "Policies: [{ Statement: [{ Effect: Allow, Action: ['dynamodb:GetItem'], Resource: '*' }, { Effect: Deny, Action: '*', Resource: 'arn:aws:dynamodb:*:*:table/secret' }] }]",
    ),
    [
      'Get can newly read items from any DynamoDB table, with exceptions, for example `…:table/example` (`dynamodb:GetItem`).',
    ],
  ],
  [
    'every table but one that is listed',
    fn('Get', ''),
    fn(
      'Get',
      "Policies: [{ Statement: [{ Effect: Allow, Action: ['dynamodb:GetItem'], NotResource: 'arn:aws:dynamodb:*:*:table/secret' }] }]",
    ),
    [
      'Get can newly read items from any DynamoDB table, with exceptions, for example `…:table/example` (`dynamodb:GetItem`).',
    ],
  ],
  [
    'objects, on a bucket and not on what is in it: that allows nothing',
    fn('Get', ''),
    `${allowed('s3:GetObject', '!GetAtt Own.Arn')}  Own: { Type: AWS::S3::Bucket, Properties: { BucketName: !Sub 'own-\${AWS::AccountId}' } }\n`,
    [],
  ],
  [
    'objects, on what is in a bucket',
    fn('Get', ''),
    `${allowed('s3:GetObject', '!Sub "${Own.Arn}/*"')}  Own: { Type: AWS::S3::Bucket, Properties: { BucketName: !Sub 'own-\${AWS::AccountId}' } }\n`,
    ['Get can newly read Own (`s3:GetObject`).'],
  ],
  [
    'a bucket that a parameter gives, and what is in it',
    fn('Get', ''),
    `${allowed('s3:GetObject', "[!Sub 'arn:aws:s3:::${Given}', !Sub 'arn:aws:s3:::${Given}/*']")}Parameters: { Given: { Type: String } }\n`,
    ['Get can newly read any S3 object that fits `arn:aws:s3:::${Given}/*` (`s3:GetObject`).'],
  ],
  [
    'a route that asks for nothing any more',
    calls('{ Authorizer: AWS_IAM }'),
    calls('{ Authorizer: NONE }'),
    [
      'Unauthenticated callers can newly call `GET /orders` of ServerlessRestApi.',
      'Unauthenticated callers can make `GET /orders` of ServerlessRestApi cost up to $141 an hour in requests and compute.',
    ],
  ],
  [
    'a route that asks again',
    calls('{ Authorizer: NONE }'),
    calls('{ Authorizer: AWS_IAM }'),
    ['Unauthenticated callers can no longer call `GET /orders` of ServerlessRestApi.'],
  ],
  [
    'a limit on instances',
    fn('Get', 'FunctionUrlConfig: { AuthType: NONE }, MemorySize: 1024'),
    fn('Get', 'FunctionUrlConfig: { AuthType: NONE }, MemorySize: 1024, ReservedConcurrentExecutions: 100'),
    [
      'Unauthenticated callers can make the URL of Get cost up to $6.73 an hour in requests and compute (before: up to $68).',
    ],
  ],
  [
    'a workflow that is paid by its time and not by its steps any more',
    workflow('EXPRESS'),
    workflow('STANDARD'),
    // 36001*3.5e-6 + 36001*(2 states + 2 attempts)*0.000025
    [
      'Unauthenticated callers can make `POST /orders` of Api cost up to $3.73 an hour in requests and state transitions (before: no bound).',
    ],
  ],
  [
    'a queue for everyone',
    fn('Get', ''),
    `${fn('Get', '')}  Policy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Queue]
      PolicyDocument: { Statement: [{ Effect: Allow, Principal: '*', Action: sqs:SendMessage, Resource: !GetAtt Queue.Arn }] }
`,
    [
      'Anyone can newly send messages to Queue (`sqs:SendMessage`).',
      'Unauthenticated callers can make Queue cost without a known bound.',
    ],
  ],
])('%s', async (_, before, after, expected) => expect(await told(before, after)).toEqual(expected));
