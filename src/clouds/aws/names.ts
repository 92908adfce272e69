import { textOf, valueAt } from '../../model/value.js';
import type { Declared } from './template.js';

/** What literal names and ARNs of the template refer to. A bare name that several resources have is nobody's. */
export interface Names {
  /** Of one service where the name stands for a resource of that. */
  readonly find: (text: string, service?: string) => string | undefined;
}

/** By type: the service in its ARN and the property that holds a literal name. */
const nameProperties = new Map<string, { readonly service: string; readonly property: string }>([
  ['AWS::Serverless::Function', { service: 'lambda', property: 'FunctionName' }],
  ['AWS::Lambda::Function', { service: 'lambda', property: 'FunctionName' }],
  ['AWS::SQS::Queue', { service: 'sqs', property: 'QueueName' }],
  ['AWS::SNS::Topic', { service: 'sns', property: 'TopicName' }],
  ['AWS::DynamoDB::Table', { service: 'dynamodb', property: 'TableName' }],
  ['AWS::DynamoDB::GlobalTable', { service: 'dynamodb', property: 'TableName' }],
  ['AWS::Serverless::SimpleTable', { service: 'dynamodb', property: 'TableName' }],
  ['AWS::S3::Bucket', { service: 's3', property: 'BucketName' }],
  ['AWS::Kinesis::Stream', { service: 'kinesis', property: 'Name' }],
  ['AWS::KinesisFirehose::DeliveryStream', { service: 'firehose', property: 'DeliveryStreamName' }],
  ['AWS::Events::EventBus', { service: 'events', property: 'Name' }],
  ['AWS::SecretsManager::Secret', { service: 'secretsmanager', property: 'Name' }],
  ['AWS::SSM::Parameter', { service: 'ssm', property: 'Name' }],
  ['AWS::StepFunctions::StateMachine', { service: 'states', property: 'StateMachineName' }],
  ['AWS::Serverless::StateMachine', { service: 'states', property: 'Name' }],
  ['AWS::IAM::Role', { service: 'iam', property: 'RoleName' }],
  ['AWS::IAM::ManagedPolicy', { service: 'iam', property: 'ManagedPolicyName' }],
]);

const arn = /^arn:(?:\$\{[^}]*\}|[^:]*):([a-z0-9-]+):(?:\$\{[^}]*\}|[^:]*):(?:\$\{[^}]*\}|[^:]*):(.*)$/;

export function namesOf(resources: readonly Declared[]): Names {
  const byName = new Map<string, string>();
  for (const { id, type, properties } of resources) {
    const naming = nameProperties.get(type);
    const name = naming && textOf(valueAt(properties.map, naming.property));
    if (name === undefined || naming === undefined) continue;
    byName.set(`${naming.service} ${name}`, id);
    byName.set(name, byName.has(name) ? '' : id);
  }
  return { find: (text, service) => (byName.size === 0 ? undefined : find(byName, text, service)) };
}

function find(byName: ReadonlyMap<string, string>, text: string, wanted: string | undefined): string | undefined {
  const [, service, rest] = arn.exec(text) ?? [];
  if (service === undefined || rest === undefined)
    return byName.get(wanted === undefined ? text : `${wanted} ${text}`) || undefined;
  for (const name of namesIn(service, rest)) {
    const id = byName.get(`${service} ${name}`);
    if (id !== undefined) return id;
  }
  return undefined;
}

/** `table/Orders/index/*`, `function:Orders:live`, `bucket/*`, `parameter/app/key`: the name is one of these. */
function namesIn(service: string, rest: string): readonly string[] {
  const inside = rest.replace(/^[a-zA-Z-]+[:/]/, '');
  const [beforeSlash = rest] = rest.split('/');
  const [insideBefore = inside] = inside.split(/[:/]/);
  if (service === 's3') return [beforeSlash];
  if (service === 'ssm') return [inside, `/${inside}`];
  if (service === 'secretsmanager') return [inside.replace(/-[?*A-Za-z0-9]{1,6}$|\*$/, ''), inside];
  return [rest, inside, insideBefore];
}
