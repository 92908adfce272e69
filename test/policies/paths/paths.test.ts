import { beforeAll, describe, expect, test } from '@jest/globals';
import { catalogue } from '../../../src/policies/catalogue.js';
import { scan } from '../../../src/scan.js';
import { prepareFrameworks } from '../../../src/stacks/read.js';
import { judge } from '../../support/judging.js';
import { doorOf, placeOf, tableOf } from './places.js';
import { functionOf, stacksOf, started, type Written } from './written.js';

beforeAll(prepareFrameworks);

type Case = readonly [string, readonly Written[], readonly Written[]];

const everything = { actions: "'dynamodb:*'" };
const anyRole = { actions: "'sts:AssumeRole'" };
const orders = functionOf('Orders', everything);
const harmless = functionOf('Orders', { actions: "'xray:PutTraceSegments'" });
const behind = functionOf('Worker', anyRole);

function invoking(target: string) {
  const terraform = `aws_lambda_function.${target.toLowerCase()}.arn`;
  return functionOf('Orders', { actions: "'lambda:InvokeFunction'", sam: `!GetAtt ${target}.Arn`, terraform });
}

function sendingTo(queue: string) {
  const terraform = `aws_sqs_queue.${queue.toLowerCase()}.arn`;
  return functionOf('Orders', { actions: "'sqs:SendMessage'", sam: `!GetAtt ${queue}.Arn`, terraform });
}

function anybodyMayInvoke(principal: string): Written {
  return {
    sam: `  Invoke:
    Type: AWS::Lambda::Permission
    Properties: { FunctionName: !Ref Orders, Action: 'lambda:InvokeFunction', Principal: '${principal}' }
`,
    terraform: `resource "aws_lambda_permission" "invoke" {
  function_name = aws_lambda_function.orders.function_name
  action        = "lambda:InvokeFunction"
  principal     = "${principal}"
}
`,
  };
}

const queue = placeOf('queue', 'Jobs', undefined);
const other = placeOf('queue', 'Spare', undefined);
const fedByQueue = [behind, queue, other, started('Worker', 'queue', 'Jobs')];
const topicToQueue: Written = {
  sam: `  Fan:
    Type: AWS::SNS::Subscription
    Properties: { TopicArn: !Ref News, Protocol: sqs, Endpoint: !GetAtt Jobs.Arn }
`,
  terraform: `resource "aws_sns_topic_subscription" "fan" {
  topic_arn = aws_sns_topic.news.arn
  protocol  = "sqs"
  endpoint  = aws_sqs_queue.jobs.arn
}
`,
};

/** From an unauthenticated caller to more than one resource of the account, and the same with one edge broken. */
const paths: readonly Case[] = [
  ['a function URL', [orders, doorOf('url', 'Orders', true)], [orders, doorOf('url', 'Orders', false)]],
  ['a route of an HTTP API', [orders, doorOf('http', 'Orders', true)], [orders, doorOf('http', 'Orders', false)]],
  ['a route of a REST API', [orders, doorOf('rest', 'Orders', true)], [orders, doorOf('rest', 'Orders', false)]],
  [
    'the permissions of an open function',
    [orders, doorOf('url', 'Orders', true)],
    [harmless, doorOf('url', 'Orders', true)],
  ],
  ['a permission to invoke', [orders, anybodyMayInvoke('*')], [orders, anybodyMayInvoke('111122223333')]],
  ...(['queue', 'topic'] as const).map((kind): Case => {
    const start = started('Orders', kind, 'Jobs');
    return [
      `a ${kind} that anyone writes to`,
      [orders, placeOf(kind, 'Jobs', 'anyone'), start],
      [orders, placeOf(kind, 'Jobs', 'an account'), start],
    ];
  }),
  [
    'a topic that anyone writes to, and a queue behind it',
    [orders, placeOf('topic', 'News', 'anyone'), queue, topicToQueue, started('Orders', 'queue', 'Jobs')],
    [orders, placeOf('topic', 'News', 'anyone'), queue, other, topicToQueue, started('Orders', 'queue', 'Spare')],
  ],
  [
    'an open function that invokes another',
    [invoking('Worker'), behind, doorOf('url', 'Orders', true)],
    [invoking('Orders'), behind, doorOf('url', 'Orders', true)],
  ],
  [
    'an open function that writes to the queue of another',
    [sendingTo('Jobs'), ...fedByQueue, doorOf('url', 'Orders', true)],
    [sendingTo('Spare'), ...fedByQueue, doorOf('url', 'Orders', true)],
  ],
];

function writing(actions: string, sam: string, terraform: string) {
  return functionOf('Orders', { actions, sam, terraform });
}

const table = tableOf('Ledger');
const secondTable = tableOf('Archive');

function topics(to: string): readonly Written[] {
  const publish = writing("'sns:Publish'", `!Ref ${to}`, `aws_sns_topic.${to.toLowerCase()}.arn`);
  return [
    publish,
    placeOf('topic', 'News', undefined),
    placeOf('topic', 'Spare', undefined),
    started('Orders', 'topic', 'News'),
  ];
}

function tables(to: string): readonly Written[] {
  const put = writing("'dynamodb:PutItem'", `!GetAtt ${to}.Arn`, `aws_dynamodb_table.${to.toLowerCase()}.arn`);
  return [put, table, secondTable, started('Orders', 'table', 'Ledger')];
}

function toBucket(prefix: string): readonly Written[] {
  const put = writing(
    "'s3:PutObject'",
    `arn:aws:s3:::uploads/${prefix}*`,
    `"\${aws_s3_bucket.uploads.arn}/${prefix}*"`,
  );
  const bucket: Written = {
    sam: `  Uploads:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: uploads
      NotificationConfiguration:
        LambdaConfigurations:
          - Event: s3:ObjectCreated:*
            Function: !GetAtt Orders.Arn
            Filter: { S3Key: { Rules: [{ Name: prefix, Value: in/ }] } }
`,
    terraform: 'resource "aws_s3_bucket" "uploads" {\n  bucket = "uploads"\n}\n',
  };
  return [put, bucket, started('Orders', 'bucket', 'Uploads')];
}

function round(second: string): readonly Written[] {
  const first = sendingTo('Jobs');
  const terraform = `aws_lambda_function.${second.toLowerCase()}.arn`;
  const back = functionOf('Worker', { actions: "'lambda:InvokeFunction'", sam: `!GetAtt ${second}.Arn`, terraform });
  return [first, back, harmlessThird, queue, started('Worker', 'queue', 'Jobs')];
}

const harmlessThird = functionOf('Mail', { actions: "'xray:PutTraceSegments'" });

/** A function that starts itself, and the same where what it writes goes elsewhere. */
const loops: readonly Case[] = [
  [
    'through a queue',
    [sendingTo('Jobs'), queue, other, started('Orders', 'queue', 'Jobs')],
    [sendingTo('Spare'), queue, other, started('Orders', 'queue', 'Jobs')],
  ],
  ['through a topic', topics('News'), topics('Spare')],
  ['through the stream of a table', tables('Ledger'), tables('Archive')],
  ['through a bucket', toBucket('in/'), toBucket('out/')],
  ['through a queue and another function', round('Orders'), round('Mail')],
];

async function tells(policy: string, files: ReadonlyMap<string, string>): Promise<boolean> {
  const by = { ...judge(), policies: catalogue.filter(({ id }) => id === policy) };
  const { findings, notices } = await scan([...files.keys()], async () => files, by, { tries: () => [] });
  expect(notices.filter(({ kind }) => kind === 'unread')).toEqual([]);
  return findings.some((finding) => finding.policy === policy);
}

const rows = (cases: readonly Case[]) =>
  cases.flatMap(([name, bad, good]) => {
    const twins = new Map(stacksOf(good));
    return stacksOf(bad).map(([framework, files]) => [name, framework, files, twins.get(framework) ?? files] as const);
  });

describe.each([
  ['exposed-power-path', paths],
  ['trigger-loop', loops],
] as const)('%s', (policy, cases) => {
  test.each(rows(cases))('%s, in %s', async (_, _framework, files, twin) => {
    expect(await tells(policy, files)).toBe(true);
    expect(await tells(policy, twin)).toBe(false);
  });
});
