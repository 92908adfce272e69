import { beforeAll, expect, test } from '@jest/globals';
import { prepareFrameworks } from '../../src/stacks/read.js';
import { judge, reviewFiles } from '../support/judging.js';

beforeAll(prepareFrameworks);

const head = `Transform: AWS::Serverless-2016-10-31
Resources:
  Get: { Type: AWS::Serverless::Function, Properties: { Handler: app.handler, Runtime: nodejs24.x, CodeUri: src/ } }
`;
const integration = "!Sub 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Get.Arn}/invocations'";
const pool = (guests: boolean) => `
  Pool: { Type: AWS::Cognito::IdentityPool, Properties: { AllowUnauthenticatedIdentities: ${guests} } }
  Roles:
    Type: AWS::Cognito::IdentityPoolRoleAttachment
    Properties: { IdentityPoolId: !Ref Pool, Roles: { unauthenticated: !GetAtt Guest.Arn } }
  Guest:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Federated: cognito-identity.amazonaws.com }
            Action: sts:AssumeRoleWithWebIdentity
            Condition: { StringEquals: { 'cognito-identity.amazonaws.com:aud': !Ref Pool } }
      Policies:
        - PolicyName: p
          PolicyDocument: { Statement: [{ Effect: Allow, Action: s3:PutObject, Resource: 'arn:aws:s3:::uploads/new-*' }] }
`;
const cdn = `
  Cdn:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins: [{ Id: o, DomainName: example.com }]
        DefaultCacheBehavior:
          TargetOriginId: o
          ViewerProtocolPolicy: https-only
          LambdaFunctionAssociations: [{ EventType: viewer-request, LambdaFunctionARN: !Ref Get.Version }]
`;
const mail = `
  Mail:
    Type: AWS::SES::ReceiptRule
    Properties: { RuleSetName: a, Rule: { Actions: [{ LambdaAction: { FunctionArn: !GetAtt Get.Arn } }] } }
`;
const sockets = (auth: string) => `
  Chat: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: c, ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.a } }
  To: { Type: AWS::ApiGatewayV2::Integration, Properties: { ApiId: !Ref Chat, IntegrationType: AWS_PROXY, IntegrationUri: ${integration} } }
  In: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Chat, RouteKey: $connect, AuthorizationType: ${auth}, Target: !Sub 'integrations/\${To}' } }
  Say: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Chat, RouteKey: say, AuthorizationType: NONE, Target: !Sub 'integrations/\${To}' } }
`;
const graph = (more: string) => `
  Graph: { Type: AWS::AppSync::GraphQLApi, Properties: { Name: g, ${more} } }
`;
const device = `
  Rule:
    Type: AWS::IoT::TopicRule
    Properties: { TopicRulePayload: { Sql: 'select *', Actions: [{ Lambda: { FunctionArn: !GetAtt Get.Arn } }] } }
`;
const users = `
  Users: { Type: AWS::Cognito::UserPool, Properties: { LambdaConfig: { PostAuthentication: !GetAtt Get.Arn } } }
`;
const destination = `
  To: { Type: AWS::Events::Connection, Properties: { AuthorizationType: API_KEY } }
  Out: { Type: AWS::Events::ApiDestination, Properties: { ConnectionArn: !GetAtt To.Arn, HttpMethod: POST, InvocationEndpoint: 'https://example.com' } }
`;
const bucket = (guards: string) => `
  Files: { Type: AWS::S3::Bucket, Properties: { PublicAccessBlockConfiguration: { ${guards} } } }
  Open:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Files
      PolicyDocument: { Statement: [{ Effect: Allow, Principal: '*', Action: s3:GetObject, Resource: !Sub '\${Files.Arn}/*' }] }
`;

// Who is outside: callers of routes and addresses, guests, senders of mail. Devices, users who have signed in and what the stack
// itself calls are not.
test.each<[string, string, string, readonly string[]]>([
  [
    'guests of an identity pool, and what they can do',
    '',
    pool(true),
    [
      'Unauthenticated callers can newly get credentials of Guest from Pool as guests.',
      'Unauthenticated callers, as guests of Pool, can newly write any S3 object that fits `arn:aws:s3:::uploads/new-*`, for example `arn:aws:s3:::uploads/new-example` (`s3:PutObject`).',
      'Whoever has a token of cognito-identity.amazonaws.com can newly assume Guest (`sts:AssumeRoleWithWebIdentity`), subject to the condition on `cognito-identity.amazonaws.com:aud`.',
    ],
  ],
  [
    'guests where none were let in',
    pool(false),
    pool(true),
    ['Unauthenticated callers can newly get credentials of Guest from Pool as guests.'],
  ],
  [
    'guests no more',
    pool(true),
    pool(false),
    ['Unauthenticated callers can no longer get credentials of Guest from Pool as guests.'],
  ],
  ['a function at the edge', '', cdn, ['Unauthenticated callers can newly start Get by requests to its CDN.']],
  ['mail', '', mail, ['Unauthenticated callers can newly start Get by e-mail.']],
  [
    'sockets',
    '',
    sockets('NONE'),
    [
      'Unauthenticated callers can newly call `$connect` and `say` of Chat.',
      'Unauthenticated callers can make `$connect` of Chat cost up to $159 an hour in requests and compute.',
    ],
  ],
  ['sockets that ask whoever connects', '', sockets('AWS_IAM'), []],
  [
    'a GraphQL API by its key',
    '',
    graph('AuthenticationType: API_KEY'),
    ['Holders of an API key can newly call `POST /graphql` of Graph.'],
  ],
  ['one with signed requests', '', graph('AuthenticationType: AWS_IAM'), []],
  ['one in a VPC', '', graph('AuthenticationType: API_KEY, Visibility: PRIVATE'), []],
  ['messages of devices', '', device, []],
  ['a trigger of a user pool', '', users, []],
  ['what the stack calls itself', '', destination, []],
  ['a bucket for everyone', '', bucket('BlockPublicPolicy: false'), ['Anyone can newly read Files (`s3:GetObject`).']],
  ['one whose guard takes no notice of that', '', bucket('RestrictPublicBuckets: true'), []],
  [
    'one whose guard is gone',
    bucket('BlockPublicPolicy: true'),
    bucket('BlockPublicPolicy: false'),
    ['Anyone can newly read Files (`s3:GetObject`).'],
  ],
])('%s', async (_, before, after, expected) => {
  const files = (text: string) => new Map([['template.yaml', head + text]]);
  const { effects } = await reviewFiles(files(before), files(after), { ...judge(), policies: [] });
  const told = effects.flatMap(({ access, exposure, cost }) => [...exposure, ...access, ...cost]);
  expect(told.map(({ sentence }) => sentence)).toEqual(expected);
});
