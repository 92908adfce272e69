import { beforeAll, describe, expect, test } from '@jest/globals';
import { catalogue } from '../../src/policies/catalogue.js';
import { scan } from '../../src/scan.js';
import { prepareFrameworks } from '../../src/stacks/read.js';
import { type Example, examplesOf } from '../support/examples.js';
import { judge, reviewFiles } from '../support/judging.js';

beforeAll(prepareFrameworks);

interface Wanted {
  readonly id: string;
  readonly kind: string;
  readonly framework: string;
  readonly variant: string;
}

function exampleOf({ id, kind, framework, variant }: Wanted): Example {
  const examples = catalogue.filter((one) => one.id === id).flatMap(examplesOf);
  const found = examples.find(
    (one) => `${one.kind} ${one.framework} ${one.variant}` === `${kind} ${framework} ${variant}`,
  );
  if (found === undefined) throw new Error('There is no such example.');
  return found;
}

/** What the verified fixes of a policy write into one of its examples. */
async function writtenInto(id: string, framework: string, variant: string): Promise<readonly string[]> {
  const example = exampleOf({ id, kind: 'bad', framework, variant });
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

describe('settings of constructs that a fix writes', () => {
  test.each([
    ['stream-retry-unbounded', 'cdk', '', ['retryAttempts: 3', 'bisectBatchOnError: true']],
    ['stream-retry-unbounded', 'cdk', 'python', ['retry_attempts=3', 'bisect_batch_on_error=True']],
    ['log-retention-missing', 'cdk', '', ['logs.RetentionDays.THREE_MONTHS']],
    [
      'request-validation-missing',
      'cdk',
      'model',
      ['requestValidatorOptions: { validateRequestBody: true, validateRequestParameters: true }'],
    ],
    ['invoke-permission-unscoped', 'cdk', '', ['sourceAccount: cdk.Stack.of(this).account']],
    ['stage-wildcard', 'cdk', 'console', ['{ allowTestInvoke: false }']],
    ['public-bucket', 'cdk', '', ['false', 'blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL']],
    ['async-failure-unhandled', 'cdk', '', ['deadLetterQueueEnabled: true']],
    ['async-failure-unhandled', 'cdk', 'python', ['dead_letter_queue_enabled=True']],
    [
      'queue-redrive-missing',
      'cdk',
      '',
      [
        "deadLetterQueue: { queue: new sqs.Queue(this, 'InboxDlq', { retentionPeriod: cdk.Duration.days(14) }), maxReceiveCount: 5 }",
      ],
    ],
  ])('%s in %s %s', async (id, framework, variant, written) => {
    const texts = await writtenInto(id, framework, variant);
    expect(texts.map((text) => text.replace(/^,\s+/, ''))).toEqual(written);
  });
});

describe('what a file has already and a fix names', () => {
  test.each([
    ['request-validation-missing', 'serverless', 'schema', ['request:', 'schemas:', 'application/json: order']],
    [
      'async-failure-unhandled',
      'knative',
      'sink',
      [
        'delivery:',
        'deadLetterSink:',
        'ref:',
        'apiVersion: serving.knative.dev/v1',
        'kind: Service',
        'name: dead-letters',
        'retry: 3',
      ],
    ],
    [
      'default-service-identity',
      'terraform',
      'google',
      ['service_account_email = google_service_account.report.email'],
    ],
    [
      'api-throttling-missing',
      'bicep',
      '',
      ['<rate-limit-by-key calls="100" renewal-period="1" counter-key="@(context.Request.IpAddress)" />'],
    ],
    ['role-trust-too-wide', 'cloudformation', 'agents', ['Service: bedrock-agentcore.amazonaws.com']],
    ['verbose-error-response', 'knative', '', ['production']],
  ])('%s in %s %s', async (id, framework, variant, lines) => {
    const texts = await writtenInto(id, framework, variant);
    expect(
      texts
        .join('\n')
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual(lines);
  });
});

describe('a queue that a fix declares raises nothing else', () => {
  test.each([
    ['async-failure-unhandled', 'sam', ''],
    ['async-failure-unhandled', 'sam', 'existing-queue'],
    ['async-failure-unhandled', 'cloudformation', ''],
    ['async-failure-unhandled', 'serverless', ''],
    ['async-failure-unhandled', 'terraform', ''],
    ['async-failure-unhandled', 'cdk', ''],
    ['async-failure-unhandled', 'cdk', 'python'],
    ['queue-redrive-missing', 'sam', ''],
    ['queue-redrive-missing', 'sam', 'existing-queue'],
    ['queue-redrive-missing', 'cloudformation', ''],
    ['queue-redrive-missing', 'serverless', ''],
    ['queue-redrive-missing', 'terraform', ''],
    ['queue-redrive-missing', 'cdk', ''],
    ['queue-redrive-missing', 'cdk', 'python'],
  ])('%s in %s %s', async (id, framework, variant) => {
    expect(await writtenInto(id, framework, variant)).not.toEqual([]);
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

describe('a route that the document no longer has', () => {
  /** What is said of an example as its base and head differ, both changed first; and the lines that the fix takes out. */
  async function told(framework: string, variant: string, change = (text: string) => text) {
    const id = 'removed-from-doc-still-deployed';
    const filesOf = (kind: string) => {
      const { files } = exampleOf({ id, kind, framework, variant });
      return new Map([...files].map(([path, text]) => [path, change(text)]));
    };
    const head = filesOf('bad');
    const { findings } = await reviewFiles(filesOf('good'), head);
    const found = findings.filter(({ policy, status }) => policy === id && status === 'introduced');
    const edits = found.flatMap(({ fix }) => (fix?.verified === true ? fix.edits : []));
    return { found, lines: edits.map(({ path, start, end }) => (head.get(path) ?? '').slice(start, end)).join('') };
  }

  const event = [
    '        Cancel:',
    '          Type: Api',
    '          Properties:',
    '            RestApiId: !Ref OrdersApi',
    '            Path: /orders/{id}',
    '            Method: delete\n',
  ];
  const item = [
    '      - httpApi:',
    '          method: DELETE',
    '          path: /orders/{id}',
    '          authorizer:',
    '            name: customers\n',
  ];

  test.each([
    ['sam', '', event],
    ['sam', 'sunset', event],
    ['serverless', '', item],
  ])('is taken out of %s %s, with nothing else', async (framework, variant, lines) => {
    expect((await told(framework, variant)).lines).toBe(lines.join('\n'));
  });

  test('is taken out of Terraform, as the block that it is', async () => {
    const { lines } = await told('terraform', '');
    expect(lines).toMatch(/^resource "aws_apigatewayv2_route" "cancel" \{\n[\s\S]{1,200}"DELETE [\s\S]{1,200}\n\}\n$/);
    expect(lines.match(/resource "/g)).toHaveLength(1);
  });

  test('stays where its function would have nothing left that starts it', async () => {
    const alone = (text: string) => text.replace(/ {8}(?:List|Place|Read):\n(?: {10}.*\n)+/g, '');
    const { found, lines } = await told('sam', '', alone);
    expect(found).toHaveLength(1);
    expect(lines).toBe('');
  });
});
