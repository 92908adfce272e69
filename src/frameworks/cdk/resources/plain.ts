import type { MapEntry, Value } from '../../../model/value.js';
import { type Construct, programAt, propertiesOf } from '../constructs/construct.js';
import { isOpen } from '../constructs/given-properties.js';
import type { Call, Property } from '../program/expression.js';
import { type Draft, put } from '../synthesis/draft.js';
import { addDraft, type Synthesis } from '../synthesis/synthesis.js';
import { lowerValue } from '../values/construct-value.js';
import { printPlain } from '../writing/printing.js';
import { insertProperty } from '../writing/property-edits.js';
import { addPlainCode } from './functions/function-code.js';

const services = new Map([
  ['aws-lambda', 'Lambda'],
  ['aws-apigateway', 'ApiGateway'],
  ['aws-apigatewayv2', 'ApiGatewayV2'],
  ['aws-appsync', 'AppSync'],
  ['aws-bedrockagentcore', 'BedrockAgentCore'],
  ['aws-budgets', 'Budgets'],
  ['aws-ce', 'CE'],
  ['aws-cloudformation', 'CloudFormation'],
  ['aws-eventsv2', 'EventsV2'],
  ['aws-cloudfront', 'CloudFront'],
  ['aws-cloudtrail', 'CloudTrail'],
  ['aws-cloudwatch', 'CloudWatch'],
  ['aws-accessanalyzer', 'AccessAnalyzer'],
  ['aws-cognito', 'Cognito'],
  ['aws-config', 'Config'],
  ['aws-ecr', 'ECR'],
  ['aws-efs', 'EFS'],
  ['aws-elasticloadbalancingv2', 'ElasticLoadBalancingV2'],
  ['aws-elasticsearch', 'Elasticsearch'],
  ['aws-guardduty', 'GuardDuty'],
  ['aws-iot', 'IoT'],
  ['aws-macie', 'Macie'],
  ['aws-opensearchservice', 'OpenSearchService'],
  ['aws-securityhub', 'SecurityHub'],
  ['aws-ses', 'SES'],
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
  const made = addDraft(synthesis, construct, type);
  const draft: Draft = { ...made, open: isOpen(call), insert: plainInserter(synthesis, call) };
  synthesis.drafts.set(made.id, draft);
  const properties = propertiesOf(call);
  if (typeof properties === 'string') return;
  putPlain(synthesis, draft, properties.entries);
  if (type === 'AWS::Serverless::Function') addPlainCode(synthesis, draft, call);
}

/** Sets properties as a resource of the template has them, their names in lower case. */
export function putPlain(synthesis: Synthesis, draft: Draft, properties: readonly Property[]): void {
  for (const { key, keyAt, value } of properties) {
    const lowered = lowerValue(synthesis.construction, value);
    const said = spelled(key, lowered);
    allowReplacing(synthesis, said);
    put(draft, [capital(key)], said, keyAt);
  }
}

/** The value of a property as the template spells it. */
export function spelled(key: string, value: Value): Value {
  return isVerbatim(key, value) ? value : capitalised(value);
}

/** Where variables are listed, their items have names and values; where they are a map, its keys are a person's own words. */
function isVerbatim(key: string, value: Value): boolean {
  return verbatim.test(key) || (key === 'environmentVariables' && value.kind === 'map');
}

function plainInserter({ construction }: Synthesis, call: Call): NonNullable<Draft['insert']> {
  const program = programAt(construction, call.at);
  return (path, literal) => {
    const text = printPlain(program, literal);
    const name = path.map(uncapital).join('.');
    return text === undefined ? undefined : insertProperty(program, { call, position: 2 }, name, text);
  };
}

/** Plain resources take plain values, so that what stands in the text can be written as it is. */
function allowReplacing(synthesis: Synthesis, value: Value, depth = 0): void {
  const { construction, writing } = synthesis;
  if (depth > 8) return;
  if (value.kind === 'map') for (const entry of value.entries) allowReplacing(synthesis, entry.value, depth + 1);
  if (value.kind === 'list') for (const item of value.items) allowReplacing(synthesis, item, depth + 1);
  if (value.kind !== 'scalar' || value.origin !== undefined || value.value === null) return;
  const { at } = value;
  writing.replacing.set(value, (literal) => {
    const text = printPlain(programAt(construction, at), literal);
    return text === undefined ? undefined : [{ ...at, text }];
  });
}

/** Words that a template spells otherwise. */
const spelledOtherwise = new Map([
  ['sseSpecification', 'SSESpecification'],
  ['sseEnabled', 'SSEEnabled'],
  ['sseAlgorithm', 'SSEAlgorithm'],
  ['kmsMasterKeyID', 'KMSMasterKeyID'],
  ['providerArns', 'ProviderARNs'],
  ['webAclArn', 'WebACLArn'],
  ['webAclId', 'WebACLId'],
  ['principalOrgId', 'PrincipalOrgID'],
  ['customJwtAuthorizer', 'CustomJWTAuthorizer'],
]);

export function capital(key: string): string {
  return spelledOtherwise.get(key) ?? key.charAt(0).toUpperCase() + key.slice(1);
}

function uncapital(key: string): string {
  const known = [...spelledOtherwise].find(([, other]) => other === key)?.[0];
  return known ?? key.charAt(0).toLowerCase() + key.slice(1);
}

function capitalised(value: Value, depth = 0): Value {
  if (depth > 60) return value;
  if (value.kind === 'list') return { ...value, items: value.items.map((item) => capitalised(item, depth + 1)) };
  if (value.kind === 'choice') {
    const cases = value.cases.map((one) => ({ ...one, value: one.value && capitalised(one.value, depth + 1) }));
    return { ...value, cases };
  }
  if (value.kind !== 'map') return value;
  const entries: readonly MapEntry[] = value.entries.map((entry) => ({
    ...entry,
    key: capital(entry.key),
    value: isVerbatim(entry.key, entry.value) ? entry.value : capitalised(entry.value, depth + 1),
  }));
  return { ...value, entries };
}
