/** `count` different SAM templates of a usual size: about 120 lines, five functions, an API, a table, queues; few problems. */
export function makeTemplates(count) {
  return new Map(Array.from({ length: count }, (_, index) => [`services/s${index}/template.yaml`, template(index)]));
}

function template(index) {
  const functions = Array.from({ length: 5 }, (_, at) => fn(index, at));
  return `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Description: Service ${index}
Parameters:
  Stage:
    Type: String
    Default: prod
    AllowedValues: [dev, prod]
Globals:
  Function:
    Runtime: nodejs24.x
    Timeout: 10
    Tracing: Active
    ReservedConcurrentExecutions: 20
    Environment:
      Variables:
        TABLE: !Ref Table
        STAGE: !Ref Stage
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: !Ref Stage
      TracingEnabled: true
      OpenApiVersion: '3.0.1'
      Auth:
        DefaultAuthorizer: AWS_IAM
      MethodSettings:
        - HttpMethod: '*'
          ResourcePath: /*
          ThrottlingRateLimit: 100
          ThrottlingBurstLimit: 200
          LoggingLevel: ERROR
      AccessLogSetting:
        DestinationArn: !GetAtt AccessLogs.Arn
        Format: '{"requestId":"$context.requestId"}'
  AccessLogs:
    Type: AWS::Logs::LogGroup
    Properties:
      RetentionInDays: 90
  Table:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions:
        - AttributeName: id
          AttributeType: S
      KeySchema:
        - AttributeName: id
          KeyType: HASH
  Dead:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: 1209600
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: 60
      RedrivePolicy:
        deadLetterTargetArn: !GetAtt Dead.Arn
        maxReceiveCount: 5
${functions.join('')}`;
}

function fn(index, at) {
  return `  Fn${at}:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/f${at}/
      Handler: app.handler${index}
      Policies:
        - DynamoDBCrudPolicy:
            TableName: !Ref Table
        - Statement:
            - Effect: Allow
              Action: sqs:SendMessage
              Resource: !GetAtt Queue.Arn
      Events:
        Get:
          Type: Api
          Properties:
            RestApiId: !Ref Api
            Path: /items/${at}
            Method: get
  Fn${at}Logs:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: !Sub '/aws/lambda/\${Fn${at}}'
      RetentionInDays: 90
`;
}
