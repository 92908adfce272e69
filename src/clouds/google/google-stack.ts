import type { Resource } from '../../model/resource.js';
import type { Setting } from '../../model/setting.js';
import type { Edit, Span } from '../../model/span.js';
import { type Value, valueAt } from '../../model/value.js';
import type { Codec } from '../values/codec.js';
import { type Section, settingOf } from '../values/section.js';
import { termOf } from '../values/terms.js';
import type { GoogleBinding } from './identity/google-bindings.js';

/**
 * What a resource is, as Cloud Asset Inventory names it (cloud.google.com/asset-inventory/docs/asset-types). Knative's form of a
 * service, access controls, notifications and budgets, which have no name there, are named likewise.
 */
export type Asset =
  | `cloudfunctions.googleapis.com/${'CloudFunction' | 'Function'}`
  | `run.googleapis.com/${'Service' | 'Job' | 'WorkerPool'}`
  | 'serving.knative.dev/Service'
  | `storage.googleapis.com/${'Bucket' | 'BucketAccessControl' | 'BucketAccessList' | 'ManagedFolder' | 'Notification'}`
  | `pubsub.googleapis.com/${'Topic' | 'Subscription'}`
  | 'firestore.googleapis.com/Database'
  | 'secretmanager.googleapis.com/Secret'
  | `cloudkms.googleapis.com/${'CryptoKey' | 'KeyRing'}`
  | `bigquery.googleapis.com/${'Dataset' | 'Table'}`
  | 'artifactregistry.googleapis.com/Repository'
  | `cloudresourcemanager.googleapis.com/${'Project' | 'Folder' | 'Organization'}`
  | `iam.googleapis.com/${'ServiceAccount' | 'Role' | 'WorkloadIdentityPoolProvider'}`
  | 'eventarc.googleapis.com/Trigger'
  | 'cloudscheduler.googleapis.com/Job'
  | 'apigateway.googleapis.com/ApiConfig'
  | `compute.googleapis.com/${'NetworkEndpointGroup' | 'BackendService' | 'SecurityPolicy' | 'SslPolicy'}`
  | `logging.googleapis.com/${'LogBucket' | 'LogExclusion'}`
  | 'monitoring.googleapis.com/AlertPolicy'
  | 'workflows.googleapis.com/Workflow'
  | 'billingbudgets.googleapis.com/Budget';

/** One resource, its properties under the names that Google's own API for it has. References point at ids of the stack. */
export interface Declared extends Resource {
  readonly asset: Asset;
  readonly properties: Section;
  /** The id of the address that it has in the model, if it is not made of its own. */
  readonly address?: string;
  /** Where it is said that nobody may call who is not named, wherever callers are named. */
  readonly closed?: Span;
  /** Takes the whole declaration away. */
  readonly remove?: () => readonly Edit[] | undefined;
}

/** What a stack declares of Google Cloud, whatever notation it is written in. */
export interface GoogleStack {
  readonly resources: readonly Declared[];
  readonly bindings: readonly GoogleBinding[];
  /** Members may be bound elsewhere: what nobody is given here may be given all the same. */
  readonly open: boolean;
}

/** The resources of some kinds. */
export function ofAsset({ resources }: GoogleStack, ...assets: readonly Asset[]): readonly Declared[] {
  return assets.flatMap((asset) => resources.filter((one) => one.asset === asset));
}

/** What every resource of the model says about its declaration. */
export function declarationOf({ id, type, at, whole }: Resource): Resource {
  return { id, type, at, whole };
}

export function property({ properties }: Declared, ...path: readonly string[]): Value | undefined {
  return valueAt(properties.map, ...path);
}

export function setting<T, W>({ properties }: Declared, path: readonly string[], codec: Codec<T, W>): Setting<T, W> {
  return settingOf(properties, path, codec);
}

/** The id of the resource that a value points at, also inside a text. */
export function referent(value: Value | undefined): string | undefined {
  return termOf(value)?.to;
}
