/** What the second function is started by, and what it has of its own. */
const starts: Readonly<Record<string, string>> = {
  queue: `Type: SQS\n          Properties: { Queue: !GetAtt Queue.Arn }`,
  topic: `Type: SNS\n          Properties: { Topic: !Ref Topic }`,
  bucket: `Type: S3\n          Properties: { Bucket: !Ref Bucket, Events: 's3:ObjectCreated:*' }`,
  stream: `Type: DynamoDB\n          Properties: { Stream: !GetAtt Table.StreamArn, StartingPosition: LATEST }`,
  bus: `Type: EventBridgeRule\n          Properties: { EventBusName: !Ref Bus, Pattern: { source: [orders] } }`,
  kinesis: `Type: Kinesis\n          Properties: { Stream: !GetAtt Stream.Arn, StartingPosition: LATEST }`,
  api: `Type: HttpApi\n          Properties: { Path: /b, Method: get }`,
  nothing: '',
};

/** A template of two functions: A takes requests; B is started as asked. */
export function twoFunctions(start: string, runtime: string): string {
  const event = starts[start] === '' ? '' : `\n      Events:\n        Start:\n          ${starts[start] ?? ''}`;
  return `Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Runtime: ${runtime}
    CodeUri: .
    Environment:
      Variables: { QUEUE: !Ref Queue, TOPIC: !Ref Topic, BUCKET: !Ref Bucket, TABLE: !Ref Table, BUS: !Ref Bus, STREAM: !Ref Stream, OTHER: !Ref Other, MACHINE: !Ref Machine, SECOND: !Ref B, NAME: !Ref Parameter }
Resources:
  Queue: { Type: AWS::SQS::Queue }
  Other: { Type: AWS::SQS::Queue }
  Topic: { Type: AWS::SNS::Topic }
  Bucket: { Type: AWS::S3::Bucket }
  Bus: { Type: AWS::Events::EventBus, Properties: { Name: orders } }
  Stream: { Type: AWS::Kinesis::Stream, Properties: { ShardCount: 1 } }
  Parameter: { Type: AWS::SSM::Parameter, Properties: { Type: String, Value: a } }
  Table:
    Type: AWS::DynamoDB::Table
    Properties: { TableName: orders, StreamSpecification: { StreamViewType: NEW_IMAGE } }
  Machine:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: One
        States: { One: { Type: Task, Resource: !GetAtt B.Arn, End: true } }
  A:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a.handler
      Events:
        Start:
          Type: HttpApi
          Properties: { Path: /a, Method: post }
  B:
    Type: AWS::Serverless::Function
    Properties:
      Handler: b.handler${event}
`;
}

const clients = `import { SQSClient, SendMessageCommand, SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import { SNSClient, PublishCommand } from '@aws-sdk/client-sns';
import { S3Client, PutObjectCommand, GetObjectCommand } from '@aws-sdk/client-s3';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { KinesisClient, PutRecordCommand } from '@aws-sdk/client-kinesis';
import { LambdaClient, InvokeCommand } from '@aws-sdk/client-lambda';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { SSMClient, PutParameterCommand, GetParameterCommand } from '@aws-sdk/client-ssm';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { execSync } from 'node:child_process';
const sqs = new SQSClient({}), sns = new SNSClient({}), s3 = new S3Client({}), events = new EventBridgeClient({});
const kinesis = new KinesisClient({}), lambda = new LambdaClient({}), sfn = new SFNClient({}), ssm = new SSMClient({});
const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));
`;

/** A handler with clients of every kind of store. */
export function handlerText(body: string): string {
  return `${clients}export const handler = async (event) => { ${body} };\n`;
}
