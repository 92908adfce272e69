import type { Asset } from '../../../clouds/google/google-stack.js';

/** What kinds of objects stand for. The fields of their specifications are those of the API, except for references. */
export const connectorAssets: ReadonlyMap<string, Asset> = new Map([
  ['RunService', 'run.googleapis.com/Service'],
  ['CloudFunctionsFunction', 'cloudfunctions.googleapis.com/CloudFunction'],
  ['CloudFunctions2Function', 'cloudfunctions.googleapis.com/Function'],
  ['StorageBucket', 'storage.googleapis.com/Bucket'],
  ['StorageBucketAccessControl', 'storage.googleapis.com/BucketAccessControl'],
  ['StorageDefaultAccessControl', 'storage.googleapis.com/BucketAccessControl'],
  ['StorageDefaultObjectAccessControl', 'storage.googleapis.com/BucketAccessControl'],
  ['PubSubTopic', 'pubsub.googleapis.com/Topic'],
  ['PubSubSubscription', 'pubsub.googleapis.com/Subscription'],
  ['SecretManagerSecret', 'secretmanager.googleapis.com/Secret'],
  ['IAMServiceAccount', 'iam.googleapis.com/ServiceAccount'],
  ['IAMWorkloadIdentityPoolProvider', 'iam.googleapis.com/WorkloadIdentityPoolProvider'],
]);

/** Kinds that are bound only: nothing else of them is read. */
export const boundAssets: ReadonlyMap<string, Asset> = new Map([
  ['Project', 'cloudresourcemanager.googleapis.com/Project'],
  ['Folder', 'cloudresourcemanager.googleapis.com/Folder'],
  ['Organization', 'cloudresourcemanager.googleapis.com/Organization'],
  ['KMSCryptoKey', 'cloudkms.googleapis.com/CryptoKey'],
  ['KMSKeyRing', 'cloudkms.googleapis.com/KeyRing'],
  ['ArtifactRegistryRepository', 'artifactregistry.googleapis.com/Repository'],
]);

interface ReferenceField {
  /** The API's name for it, where it is not the same without `Ref`. */
  readonly name?: string;
  /** What it refers to, where the reference does not say so. */
  readonly kind?: string;
}

/** Fields that refer to other objects. */
export const referenceFields: ReadonlyMap<string, ReferenceField> = new Map([
  ['topicRef', { kind: 'PubSubTopic' }],
  ['pubsubTopicRef', { kind: 'PubSubTopic' }],
  ['deadLetterTopicRef', { kind: 'PubSubTopic' }],
  ['bucketRef', { kind: 'StorageBucket' }],
  ['resourceRef', {}],
]);

/** What a service account is called in the API of each kind. */
export const accountFields: ReadonlyMap<string, string> = new Map([
  ['RunService', 'serviceAccount'],
  ['CloudFunctionsFunction', 'serviceAccountEmail'],
  ['CloudFunctions2Function', 'serviceAccountEmail'],
]);
