import type { Literal } from '../../../model/literal.js';
import { absent, none } from '../../../model/setting.js';
import type { Store, StoreKind } from '../../../model/store.js';
import { text } from '../../values/codec.js';
import { unwritable } from '../../values/writes.js';
import { declarationOf, type Mapping, quietSetting } from '../mapping.js';
import { ownKey } from '../own-keys.js';
import type { Declared } from '../template.js';
import { leadsTo } from '../triggers/plumbing.js';
import { bucketSettings } from './bucket.js';
import { databaseSettings } from './databases.js';
import { keySettings } from './key.js';
import { queueSettings } from './queue.js';
import type { StoreSettings } from './store-settings.js';
import { deliveryStreamSettings, streamSettings } from './stream.js';
import { tableSettings } from './table.js';
import { topicSettings } from './topic.js';

/** How one resource type is read as a store. */
interface StoreType {
  readonly store: StoreKind;
  readonly service: string;
  /** The property that holds its name. */
  readonly name: string;
  readonly settings?: (mapping: Mapping, declared: Declared) => StoreSettings;
  /** Follows its ARN in a grant for what is inside. */
  readonly inside?: string;
}

const types = new Map<string, StoreType>([
  ['AWS::SQS::Queue', { store: 'queue', service: 'sqs', name: 'QueueName', settings: queueSettings }],
  ['AWS::SNS::Topic', { store: 'topic', service: 'sns', name: 'TopicName', settings: topicSettings }],
  ['AWS::Kinesis::Stream', { store: 'stream', service: 'kinesis', name: 'Name', settings: streamSettings }],
  [
    'AWS::KinesisFirehose::DeliveryStream',
    { store: 'delivery-stream', service: 'firehose', name: 'DeliveryStreamName', settings: deliveryStreamSettings },
  ],
  ['AWS::DynamoDB::Table', table('TableName')],
  ['AWS::DynamoDB::GlobalTable', table('TableName')],
  ['AWS::Serverless::SimpleTable', table('TableName')],
  ['AWS::S3::Bucket', { store: 'bucket', service: 's3', name: 'BucketName', settings: bucketSettings, inside: '/*' }],
  [
    'AWS::SecretsManager::Secret',
    { store: 'secret', service: 'secretsmanager', name: 'Name', settings: secretSettings },
  ],
  ['AWS::SSM::Parameter', { store: 'parameter', service: 'ssm', name: 'Name' }],
  ['AWS::Events::EventBus', { store: 'bus', service: 'events', name: 'Name' }],
  ['AWS::EventsV2::EventBus', { store: 'bus', service: 'events', name: 'Name' }],
  ['AWS::KMS::Key', { store: 'key', service: 'kms', name: 'KeyId', settings: keySettings }],
  ['AWS::DAX::Cluster', { store: 'cache', service: 'dax', name: 'ClusterName', settings: databaseSettings }],
  ['AWS::ElastiCache::ReplicationGroup', cache('ReplicationGroupId')],
  ['AWS::ElastiCache::CacheCluster', cache('ClusterName')],
  ['AWS::OpenSearchService::Domain', search()],
  ['AWS::Elasticsearch::Domain', search()],
  [
    'AWS::EFS::FileSystem',
    { store: 'file-system', service: 'elasticfilesystem', name: '', settings: databaseSettings },
  ],
  ['AWS::RDS::DBInstance', database('DBInstanceIdentifier')],
  ['AWS::RDS::DBCluster', database('DBClusterIdentifier')],
  ['AWS::StepFunctions::StateMachine', machine('StateMachineName')],
  ['AWS::Serverless::StateMachine', machine('Name')],
]);

function table(name: string): StoreType {
  return { store: 'table', service: 'dynamodb', name, settings: tableSettings, inside: '/index/*' };
}

function secretSettings(_mapping: Mapping, declared: Declared): StoreSettings {
  return { ownKey: ownKey(declared, 'KmsKeyId') };
}

function cache(name: string): StoreType {
  return { store: 'cache', service: 'elasticache', name, settings: databaseSettings };
}

function search(): StoreType {
  return { store: 'search', service: 'es', name: 'DomainName', settings: databaseSettings, inside: '/*' };
}

function database(name: string): StoreType {
  return { store: 'database', service: 'rds', name, settings: databaseSettings };
}

function machine(name: string): StoreType {
  return { store: 'state-machine', service: 'states', name };
}

/** Everything in the stack that holds or passes on data. */
export function mapStores(mapping: Mapping): readonly Store[] {
  return mapping.template.resources.flatMap((declared) => {
    const type = types.get(declared.type);
    return type === undefined ? [] : [storeOf(mapping, declared, type)];
  });
}

function storeOf(mapping: Mapping, declared: Declared, type: StoreType): Store {
  const { at } = declared;
  const self: Literal = { refersTo: declared.id, attribute: 'arn' };
  const { inside } = type;
  return {
    ...declarationOf(declared),
    kind: 'store',
    store: type.store,
    service: type.service,
    name: type.name === '' ? absent(at) : unwritable(quietSetting(declared, [type.name], text)),
    encrypted: none(at),
    keyRotation: none(at),
    redrive: none(at),
    visibilityTimeout: none(at),
    publicAccess: undefined,
    ...type.settings?.(mapping, declared),
    arn:
      inside === undefined
        ? { self }
        : { self, inside: { joined: [{ refersTo: declared.id, attribute: 'arn' }, inside] } },
    ...leadsTo(mapping, declared),
  };
}
