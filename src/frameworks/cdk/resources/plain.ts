import type { MapEntry, Value } from '../../../model/value.js';
import { type Construct, propertiesOf } from '../constructs.js';
import { put } from '../draft.js';
import { lowerValue } from '../lowering.js';
import { resolve } from '../scope.js';
import { addDraft, isOpen, type Synthesis } from '../synthesis.js';

const services = new Map([
  ['aws-lambda', 'Lambda'],
  ['aws-apigateway', 'ApiGateway'],
  ['aws-apigatewayv2', 'ApiGatewayV2'],
  ['aws-appsync', 'AppSync'],
  ['aws-cloudformation', 'CloudFormation'],
  ['aws-cloudfront', 'CloudFront'],
  ['aws-cloudtrail', 'CloudTrail'],
  ['aws-cloudwatch', 'CloudWatch'],
  ['aws-cognito', 'Cognito'],
  ['aws-dynamodb', 'DynamoDB'],
  ['aws-events', 'Events'],
  ['aws-iam', 'IAM'],
  ['aws-kinesis', 'Kinesis'],
  ['aws-kinesisfirehose', 'KinesisFirehose'],
  ['aws-kms', 'KMS'],
  ['aws-logs', 'Logs'],
  ['aws-pipes', 'Pipes'],
  ['aws-s3', 'S3'],
  ['aws-sam', 'Serverless'],
  ['aws-scheduler', 'Scheduler'],
  ['aws-secretsmanager', 'SecretsManager'],
  ['aws-sns', 'SNS'],
  ['aws-sqs', 'SQS'],
  ['aws-ssm', 'SSM'],
  ['aws-stepfunctions', 'StepFunctions'],
  ['aws-wafv2', 'WAFv2'],
]);

/** The template's name of a class that is a resource as it is: `aws-lambda.CfnFunction`. */
export function resourceType(type: string): string | undefined {
  const [, module = '', name = ''] = /^([a-z0-9-]+)\.Cfn([A-Z]\w*)$/.exec(type) ?? [];
  const service = services.get(module);
  return service === undefined ? undefined : `AWS::${service}::${name}`;
}

/** Keys under these are a person's own words. */
const verbatim =
  /^(?:variables|policyDocument|assumeRolePolicyDocument|keyPolicy|redrivePolicy|redriveAllowPolicy|filterPolicy|eventPattern|requestModels|requestParameters|responseParameters|body|tags|stageVariables|definition)$/i;

/** A construct that is one resource of the template, its properties in lower case. */
export function addPlain(synthesis: Synthesis, construct: Construct, type: string): void {
  const { call } = construct;
  const draft = addDraft(synthesis, construct, type);
  draft.open = isOpen(call);
  const properties = propertiesOf(call);
  if (typeof properties === 'string') return;
  for (const { key, keyAt, value } of properties.entries) {
    const lowered = lowerValue(synthesis.construction, value);
    const from = resolve(value);
    const at = from.kind === 'properties' || from.kind === 'list' ? { ...lowered, at: lowered.at } : lowered;
    put(draft, [capital(key)], verbatim.test(key) ? at : capitalised(at), keyAt);
  }
}

function capital(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1);
}

function capitalised(value: Value, depth = 0): Value {
  if (depth > 60) return value;
  if (value.kind === 'list') return { ...value, items: value.items.map((item) => capitalised(item, depth + 1)) };
  if (value.kind !== 'map') return value;
  const entries: readonly MapEntry[] = value.entries.map((entry) => ({
    ...entry,
    key: capital(entry.key),
    value: verbatim.test(entry.key) ? entry.value : capitalised(entry.value, depth + 1),
  }));
  return { ...value, entries };
}
