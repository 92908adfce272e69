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
/** Every sentence of a change of one template, the gravest first. */
async function told(before: string, after: string): Promise<readonly string[]> {
  const files = (text: string) => new Map([['template.yaml', head + text]]);
  const { effects } = await reviewFiles(files(before), files(after), { ...judge(), policies: [] });
  return effects.flatMap(({ access }) => access.map(({ sentence }) => sentence));
}

const get = 'dynamodb:GetItem';

// How things are called: by their names in the stack, by names that only the deployment knows, by words that people know.
test.each<[string, string, string, readonly string[]]>([
  [
    'a log group of the stack, whose ARN ends in a star, with its streams',
    fn('Get', ''),
    `${allowed("'logs:GetLogEvents', 'logs:FilterLogEvents'", '!GetAtt Logs.Arn')}  Logs: { Type: AWS::Logs::LogGroup }\n`,
    [
      'Get can newly read CloudWatch Logs log group `…:log-group:Logs` (`logs:FilterLogEvents`).',
      'Get can newly read CloudWatch Logs log stream `…:log-group:Logs` (`logs:GetLogEvents`).',
    ],
  ],
  [
    'all that accepts many kinds of resources',
    fn('Get', ''),
    allowed('ec2:CreateTags', "'*'"),
    ['Get can newly tag any of 106 kinds of EC2 resources, for example `…:image/example` (`ec2:CreateTags`).'],
  ],
  [
    'one table in place of all that have the name of the stack, of which it is one',
    allowed(get, "!Sub 'arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${AWS::StackName}-*'"),
    allowed(get, '!GetAtt Orders.Arn'),
    [
      'Get can no longer read items from any DynamoDB table that fits `…:table/${AWS::StackName}-*`, for example `…:table/${AWS::StackName}-example` (`dynamodb:GetItem`).',
    ],
  ],
  [
    'a table without a name, which may fit a pattern as the stack may be called so',
    allowed(get, "'arn:aws:dynamodb:*:*:table/shop-*'"),
    allowed(get, "['arn:aws:dynamodb:*:*:table/shop-*', !GetAtt Orders.Arn]"),
    [
      'Whether Get can do more or less with `dynamodb:GetItem` is not known: parts of it are known to the deployment only.',
    ],
  ],
  [
    'a table with a name, which does not fit it',
    allowed(get, "'arn:aws:dynamodb:*:*:table/shop-*'"),
    allowed(get, "['arn:aws:dynamodb:*:*:table/shop-*', !GetAtt Users.Arn]"),
    ['Get can newly read items from Users (`dynamodb:GetItem`).'],
  ],
  [
    'a function with its versions, as a policy template says it',
    fn('Get', '').concat(fn('Next', '')),
    fn('Get', 'Policies: [{ LambdaInvokePolicy: { FunctionName: !Ref Next } }]').concat(fn('Next', '')),
    ['Get can newly invoke Next (`lambda:InvokeFunction`).'],
  ],
  ['an action without a service, which is refused', fn('Get', ''), allowed('GetObject', "'*'"), []],
  ['a statement without actions', fn('Get', ''), allowed('', "'*'"), []],
  [
    'an action that no list has, as it is written',
    fn('Get', ''),
    allowed('newthing:DoIt', "'arn:aws:newthing:*:*:x/y'"),
    ['Get can newly use `newthing:DoIt` on `…:x/y`.'],
  ],
  [
    'a statement that is not valid',
    allowed('s3:GetObject', "'arn:aws:s3:::a/*'"),
    fn('Get', 'Policies: [{ Statement: { Effect: [Allow], Action: { a: b }, Resource: 7 } }]'),
    [
      'Part of what Get can do after this change could not be read.',
      'Get can no longer read any S3 object that fits `arn:aws:s3:::a/*`, for example `arn:aws:s3:::a/example` (`s3:GetObject`); part of its permissions could not be read.',
    ],
  ],
  [
    'a kind whose ARNs are written with a star, of which an example has none',
    fn('Get', ''),
    allowed('mobiletargeting:CreateApp', "'*'"),
    ['Get can newly change any Pinpoint apps, for example `…:apps/example` (`mobiletargeting:CreateApp`).'],
  ],
  [
    'examples without empty parts',
    fn('Get', ''),
    allowed(
      "'logs:DescribeLogStreams', 'execute-api:Invoke'",
      "['arn:aws:logs:*:*:log-group:/aws/eks/*:*', 'arn:aws:execute-api:*']",
    ),
    [
      'Get can newly call any API Gateway route, for example `…:example/example/example/example` (`execute-api:Invoke`).',
      'Get can newly list any CloudWatch Logs log group that fits `…:log-group:/aws/eks/*:*`, for example `…:log-group:/aws/eks/example:example` (`logs:DescribeLogStreams`).',
    ],
  ],
  [
    'a pattern that is an example of itself',
    fn('Get', ''),
    allowed(get, "'arn:aws:dynamodb:*:*:table/shop'"),
    ['Get can newly read items from any DynamoDB table that fits `…:table/shop` (`dynamodb:GetItem`).'],
  ],
  [
    'a policy for a role elsewhere',
    fn('Get', ''),
    `${fn('Get', '')}  Own:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      Roles: [elsewhere]
      PolicyDocument: { Statement: [{ Effect: Allow, Action: sqs:SendMessage, Resource: !GetAtt Queue.Arn }] }
`,
    ['Holders of policy Own can newly send messages to Queue (`sqs:SendMessage`).'],
  ],
])('%s', async (_, before, after, expected) => expect(await told(before, after)).toEqual(expected));
