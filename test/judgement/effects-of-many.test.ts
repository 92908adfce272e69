import { beforeAll, expect, test } from '@jest/globals';
import { prepareFrameworks } from '../../src/stacks/read.js';
import { judge, reviewFiles } from '../support/judging.js';

beforeAll(prepareFrameworks);

const head = `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders: { Type: AWS::DynamoDB::Table }
`;

const fn = (name: string, rest: string) => `  ${name}:
    Type: AWS::Serverless::Function
    Properties: { Handler: app.handler, Runtime: nodejs24.x, CodeUri: src/, ${rest} }
`;
const allowed = (action: string, resource: string) =>
  fn('Get', `Policies: [{ Statement: [{ Effect: Allow, Action: [${action}], Resource: ${resource} }] }]`);
const but = (actions: string, resource: string) =>
  fn('Get', `Policies: [{ Statement: [{ Effect: Allow, NotAction: [${actions}], Resource: ${resource} }] }]`);
const get = 'dynamodb:GetItem';

/** Every sentence on access of a change of one template, the gravest first. */
async function told(before: string, after: string): Promise<readonly string[]> {
  const files = (text: string) => new Map([['template.yaml', head + text]]);
  const { effects } = await reviewFiles(files(before), files(after), { ...judge(), policies: [] });
  return effects.flatMap(({ access }) => access.map(({ sentence }) => sentence));
}

test.each([
  [
    'what fits a pattern, of several kinds of resources',
    fn('Get', ''),
    allowed('sqs:*, ssm:*', "'arn:aws:ssm:*:*:*/shop-*'"),
    /^Get can newly read any of \d\d kinds of Systems Manager resources that fit `…:\*\/shop-\*`, for example /m,
  ],
  [
    'kinds of EC2 resources whose ids hold no colon',
    fn('Get', ''),
    allowed("'ec2:*'", "'arn:aws:ec2:*:*:network-interface/*'"),
    /^(?!.*(?:vpc|natgateway)).*Get can newly change any EC2 network interface, for example/m,
  ],
  [
    'what a Deny takes away, by a resource that it is about',
    allowed("'sns:*'", "'*'"),
    fn(
      'Get',
      "Policies: [{ Statement: [{ Effect: Allow, Action: 'sns:*', Resource: '*' }, { Effect: Deny, Action: 'sns:*', Resource: 'arn:aws:*:*:*:*secret*' }] }]",
    ),
    /^Get can no longer change an SNS topic such as `…:secret` \(/m,
  ],
])('%s', async (_, before, after, sentences) => {
  expect((await told(before, after)).join('\n')).toMatch(sentences);
});

test.each([
  [
    'everything but one service',
    allowed(get, '!GetAtt Orders.Arn'),
    but("'iam:*'", "'*'"),
    /^Get can newly use \d\d,\d{3} actions of 4\d\d services on every resource, for example `dynamodb:BatchWriteItem` on `…:table\/example`\.$/,
  ],
  [
    'everything but some, on what fits a pattern',
    fn('Get', ''),
    but('s3:PutObject', "'arn:aws:*:*:*:*shop*'"),
    /^Get can newly use \d\d,\d{3} actions of \d{3} services, for example `[\w-]+:\w+` on `…:[\w/]+shop`\.$/,
  ],
  [
    'no longer everything but one service',
    but("'iam:*'", "'*'"),
    allowed(get, "'*'"),
    /^Get can no longer use \d\d,\d{3} actions of 4\d\d services on every resource, for example `dynamodb:BatchWriteItem` on /,
  ],
])('%s is one sentence', async (_, before, after, sentence) => {
  const sentences = await told(before, after);
  expect(sentences[0]).toMatch(sentence);
  expect(sentences.length).toBe(1);
});
