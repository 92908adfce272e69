import type { ResourcePolicy } from '../../../model/identity.js';
import { itemsOf, type Value, valueAt } from '../../../model/value.js';
import { type Mapping, property, referent } from '../mapping.js';
import { readPolicyDocument } from '../policies/document.js';
import { resourcePoliciesOf } from '../policies/resource-policy.js';
import type { Declared } from '../template.js';
import { busPolicies } from './bus-policies.js';
import { mapPermissions } from './invoke-permissions.js';

/** Where a type keeps a policy document, and where it names what the document is attached to (itself when nowhere). */
interface Attachment {
  readonly document: readonly string[];
  /** Where a second one stands: that of a table's stream. */
  readonly other?: readonly string[];
  readonly targets?: string;
  readonly targetKind: ResourcePolicy['targetKind'];
}

const tablePolicy = ['ResourcePolicy', 'PolicyDocument'] as const;

const attachments = new Map<string, Attachment>([
  ['AWS::SQS::QueuePolicy', { document: ['PolicyDocument'], targets: 'Queues', targetKind: 'queue' }],
  ['AWS::SQS::QueueInlinePolicy', { document: ['PolicyDocument'], targets: 'Queue', targetKind: 'queue' }],
  ['AWS::SNS::TopicPolicy', { document: ['PolicyDocument'], targets: 'Topics', targetKind: 'topic' }],
  ['AWS::SNS::TopicInlinePolicy', { document: ['PolicyDocument'], targets: 'TopicArn', targetKind: 'topic' }],
  ['AWS::S3::BucketPolicy', { document: ['PolicyDocument'], targets: 'Bucket', targetKind: 'bucket' }],
  ['AWS::EventsV2::ResourcePolicy', { document: ['PolicyDocument'], targets: 'EventBusArn', targetKind: 'bus' }],
  ['AWS::Lambda::ResourcePolicy', { document: ['PolicyDocument'], targets: 'ResourceArn', targetKind: 'function' }],
  ['AWS::KMS::Key', { document: ['KeyPolicy'], targetKind: 'key' }],
  ['AWS::KMS::ReplicaKey', { document: ['KeyPolicy'], targetKind: 'key' }],
  ['AWS::SecretsManager::ResourcePolicy', { document: ['ResourcePolicy'], targets: 'SecretId', targetKind: 'secret' }],
  [
    'AWS::DynamoDB::Table',
    { document: tablePolicy, other: ['StreamSpecification', ...tablePolicy], targetKind: 'table' },
  ],
  [
    'AWS::DynamoDB::GlobalTable',
    {
      document: ['Replicas', ...tablePolicy],
      other: ['Replicas', 'ReplicaStreamSpecification', ...tablePolicy],
      targetKind: 'table',
    },
  ],
  ['AWS::Kinesis::ResourcePolicy', { document: ['ResourcePolicy'], targets: 'ResourceArn', targetKind: 'stream' }],
  ['AWS::ECR::Repository', { document: ['RepositoryPolicyText'], targetKind: 'repository' }],
  ['AWS::ApiGateway::RestApi', { document: ['Policy'], targetKind: 'api' }],
  ['AWS::OpenSearchService::Domain', { document: ['AccessPolicies'], targetKind: 'other' }],
  ['AWS::Elasticsearch::Domain', { document: ['AccessPolicies'], targetKind: 'other' }],
  ['AWS::EFS::FileSystem', { document: ['FileSystemPolicy'], targetKind: 'other' }],
]);

/** The service that the name of such a target is of. */
const services = new Map<ResourcePolicy['targetKind'], string>([
  ['queue', 'sqs'],
  ['topic', 'sns'],
  ['bucket', 's3'],
  ['secret', 'secretsmanager'],
  ['stream', 'kinesis'],
]);

/** Who may use the stack's resources: permissions, and every statement of their policies. */
export function mapResourcePolicies(mapping: Mapping): readonly ResourcePolicy[] {
  const documents = mapping.template.resources.flatMap((declared) => {
    const attachment = attachments.get(declared.type);
    return attachment === undefined ? [] : attachedPolicies(mapping, declared, attachment);
  });
  return [...mapPermissions(mapping), ...documents, ...busPolicies(mapping)];
}

function attachedPolicies(mapping: Mapping, declared: Declared, attachment: Attachment): readonly ResourcePolicy[] {
  const { targets, targetKind } = attachment;
  const service = services.get(targetKind);
  const target = targets === undefined ? declared.id : firstTarget(mapping, property(declared, targets), service);
  const paths = [attachment.document, ...(attachment.other ? [attachment.other] : [])];
  const documents = paths.flatMap((path) => documentsAt(declared.properties.map, path));
  const statements = documents.flatMap((document) => readPolicyDocument(document, mapping.reading).statements);
  const owner = { id: declared.id, type: declared.type, whole: declared.whole, targetKind, target };
  return resourcePoliciesOf({ statements, open: false }, owner);
}

/** What stands under a path, in every item where it leads through a list. */
function documentsAt(value: Value | undefined, [key, ...rest]: readonly string[]): readonly Value[] {
  if (value === undefined || key === undefined) return value === undefined ? [] : [value];
  return itemsOf(value).flatMap((item) => documentsAt(valueAt(item, key), rest));
}

function firstTarget(mapping: Mapping, value: Value | undefined, service: string | undefined): string | undefined {
  return itemsOf(value).flatMap((item) => referent(mapping, item, service) ?? [])[0];
}
