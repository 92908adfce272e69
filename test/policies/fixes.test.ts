import { beforeAll, describe, expect, test } from '@jest/globals';
import { catalogue } from '../../src/policies/catalogue.js';
import { scan } from '../../src/scan.js';
import { prepareFrameworks } from '../../src/stacks/read.js';
import { examplesOf } from '../support/examples.js';
import { judge } from '../support/judging.js';

beforeAll(prepareFrameworks);

/** What the verified fixes of a policy write into one of its examples. */
async function writtenInto(id: string, framework: string, variant: string): Promise<readonly string[]> {
  const policy = catalogue.find((one) => one.id === id);
  const example =
    policy &&
    examplesOf(policy).find((one) => one.kind === 'bad' && one.framework === framework && one.variant === variant);
  if (example === undefined) throw new Error('There is no such example.');
  const tries = { tries: (found: Awaited<ReturnType<typeof scan>>['findings']) => found };
  const { findings } = await scan([...example.files.keys()], async () => example.files, judge(), tries);
  return findings
    .filter((finding) => finding.policy === id && finding.fix?.verified === true)
    .flatMap(({ fix }) => fix?.edits.map(({ text }) => text.trim()) ?? []);
}

describe('guards that a fix declares, with what the file has', () => {
  test.each([
    [
      'function-alarm-missing',
      'terraform',
      'topic',
      [
        'resource "aws_cloudwatch_metric_alarm" "bill_alarm" {',
        '  alarm_name          = "${aws_lambda_function.bill.function_name}-alarm"',
        '  namespace           = "AWS/Lambda"',
        '  metric_name         = "Errors"',
      ],
    ],
    [
      'failure-backlog-alarm-missing',
      'terraform',
      'topic',
      [
        'resource "aws_cloudwatch_metric_alarm" "failed_alarm" {',
        '  alarm_name          = "${aws_sqs_queue.failed.name}-alarm"',
        '  namespace           = "AWS/SQS"',
        '  metric_name         = "ApproximateNumberOfMessagesVisible"',
      ],
    ],
    [
      'waf-missing',
      'terraform',
      '',
      [
        'resource "aws_wafv2_web_acl_association" "shop_firewall" {',
        '  resource_arn = aws_api_gateway_stage.live.arn',
        '  web_acl_arn  = aws_wafv2_web_acl.shop.arn',
        '}',
      ],
    ],
    [
      'function-alarm-missing',
      'cdk',
      '',
      [
        "bill.metricErrors().createAlarm(this, 'BillAlarm', { threshold: 1, evaluationPeriods: 1, treatMissingData: cdk.aws_cloudwatch.TreatMissingData.NOT_BREACHING }).addAlarmAction(onCall);",
      ],
    ],
    [
      'failure-backlog-alarm-missing',
      'cdk',
      '',
      [
        "failed.metricApproximateNumberOfMessagesVisible().createAlarm(this, 'FailedAlarm', { threshold: 1, evaluationPeriods: 1, treatMissingData: cdk.aws_cloudwatch.TreatMissingData.NOT_BREACHING }).addAlarmAction(onCall);",
      ],
    ],
    [
      'waf-missing',
      'cdk',
      '',
      [
        "new cdk.aws_wafv2.CfnWebACLAssociation(this, 'ShopApiFirewall', { resourceArn: api.deploymentStage.stageArn, webAclArn: firewall.attrArn });",
      ],
    ],
  ])('%s in %s %s', async (id, framework, variant, lines) => {
    expect((await writtenInto(id, framework, variant)).join('\n').split('\n').slice(0, 4)).toEqual(lines);
  });
});

describe('an operation that the document lacks', () => {
  const stub = (parameter: string) => [
    'delete:',
    '      summary: TODO',
    '      parameters:',
    `        - name: ${parameter}`,
    '          in: path',
    '          required: true',
    '          schema:',
    '            type: string',
    '      security:',
    '        - token: []',
    '      responses:',
    '        default:',
    '          description: TODO',
  ];

  test.each([
    ['sam', ''],
    ['sam', 'base-path'],
    ['cloudformation', ''],
    ['serverless', ''],
    ['terraform', ''],
    ['cdk', ''],
    ['azure-functions', ''],
  ])('beside those of %s %s', async (framework, variant) => {
    expect(await writtenInto('undocumented-route', framework, variant)).toEqual([stub('orderId').join('\n')]);
  });

  test('is not written where nothing tells how its callers prove who they are', async () => {
    expect(await writtenInto('undocumented-route', 'bicep', '')).toEqual([]);
  });
});
