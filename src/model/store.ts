import type { Literal } from './literal.js';
import type { Resource } from './resource.js';
import type { Setting, Write } from './setting.js';
import type { WorkflowDefinition } from './workflow.js';

export type StoreKind =
  | 'queue'
  | 'topic'
  | 'stream'
  | 'table'
  | 'bucket'
  | 'secret'
  | 'parameter'
  | 'bus'
  | 'key'
  | 'delivery-stream'
  | 'cache'
  | 'database'
  | 'search'
  | 'file-system'
  | 'state-machine'
  | 'account';

/** Something that holds or passes on data. Settings that a kind does not have are `none`. */
export interface Store extends Resource {
  readonly kind: 'store';
  readonly store: StoreKind;
  /** The IAM prefix of its service: `sqs`, `dynamodb`, `s3` ...; other clouds: `storage`, `pubsub`, `servicebus` ... */
  readonly service: string;
  /** Its literal name, if it has one. */
  readonly name: Setting<string>;
  /** Encryption at rest. For keys: rotation is `keyRotation`. */
  readonly encrypted: Setting<boolean>;
  readonly keyRotation: Setting<boolean>;
  /** Whether it is encrypted with a key of the customer's own; for what the platform encrypts anyway. Asked by few. */
  readonly ownKey?: () => Setting<boolean>;
  /** Queue: where undeliverable messages go, and after how many receives. */
  readonly redrive: Setting<Redrive, WriteRedrive>;
  /** Queue: what could not be delivered stays in a part of its own until somebody looks. */
  readonly keepsDeadLetters?: true;
  /** Queue: seconds; default 30. */
  readonly visibilityTimeout: Setting<number>;
  readonly publicAccess: PublicAccess | undefined;
  /** Whether it refuses requests without TLS. */
  readonly refusesCleartext?: Setting<boolean, true>;
  /** Whether anything of it is deleted by itself in the end. */
  readonly lifecycle?: Setting<boolean>;
  /** Whether uploads that were never finished are deleted. */
  readonly endsUploads?: Setting<boolean>;
  /** Whether it can be brought back to any earlier moment. */
  readonly recovery?: Setting<boolean>;
  /** Declares an alarm on what waits there, which notifies a topic of the stack. */
  readonly watch?: Write<string>;
  /** What it holds must be kept. */
  readonly isHeld?: boolean;
  /** How a grant names it. Object stores and tables have a second form for what is inside. */
  readonly arn: { readonly self: Literal; readonly inside?: Literal } | undefined;
  /** Bucket notifications, subscriptions and rules that lead from here to other stores: ids. */
  readonly leadsTo: readonly string[];
  /** Those of `leadsTo` to which only some events go: by a filter policy, key rules or the pattern of a rule. */
  readonly narrowedTo?: readonly string[];
}

export interface Redrive {
  readonly target: string | undefined;
  readonly maximumReceives: number | undefined;
}

export type WriteRedrive = { readonly queue: string; readonly maximumReceives: number } | 'new';

/** Who on the internet can reach an object store. */
export interface PublicAccess {
  /** From an ACL or an access level: nobody, readers, writers. */
  readonly acl: Setting<'private' | 'read' | 'write'>;
  /** All of the platform's public-access guards are on. `absent`: not said, the platform's default holds. */
  readonly blocked: Setting<boolean, true>;
  /** What single guards keep from working: public ACLs, or statements that let everyone in. */
  readonly ignores?: { readonly acls: boolean; readonly statements: boolean };
  readonly website: Setting<boolean>;
  /** One word lets everyone read, by a statement that nobody writes. */
  readonly opened?: Setting<boolean>;
}

/** A log group of a function, API or workflow. */
export interface LogGroup extends Resource {
  readonly kind: 'log-group';
  /** Literal name or pattern with `${Function}` for references; undefined when generated. */
  readonly name: string | undefined;
  /** Ids of functions that the name refers to. */
  readonly functions: readonly string[];
  /** Days. Known 0 or absent: never expires. */
  readonly retention: Setting<number>;
  /** Its events also flow to a store (a delivery stream to a bucket) that keeps them. */
  readonly archived?: boolean;
  /** Whether it is encrypted with a key of the customer's own. Asked by few. */
  readonly ownKey?: () => Setting<boolean>;
}

export interface Alarm extends Resource {
  readonly kind: 'alarm';
  readonly metric: string | undefined;
  readonly namespace: string | undefined;
  /** Ids of resources it watches; empty with `everything` for account-wide metrics. */
  readonly watches: readonly string[];
  readonly everything: boolean;
  readonly actions: Setting<boolean>;
  /** Ids of what it notifies, as far as that is in the stack. */
  readonly notifies?: readonly string[];
}

/** A record of who called the platform's own API. */
export interface Trail extends Resource {
  readonly kind: 'trail';
  readonly logging: Setting<boolean>;
  readonly dataEvents: Setting<boolean>;
  /** Calls of functions are among the data events. */
  readonly functionEvents: Setting<boolean>;
  readonly allRegions: Setting<boolean>;
  /** Its files are signed, so that a change of them shows. */
  readonly validated: Setting<boolean>;
  /** It is also sent to where alarms can read it. */
  readonly streamed: Setting<boolean>;
  /** With a key of one's own. */
  readonly encrypted: Setting<boolean>;
}

/** A limit on spending that is watched, or a watch for spending that is unusual. */
export interface Budget extends Resource {
  readonly kind: 'budget';
  /** Somebody is told. */
  readonly notifies: Setting<boolean>;
  /** Somebody is told before all of it is spent. */
  readonly early: Setting<boolean>;
}

/** A workflow (Step Functions, Google Workflows, CNCF Serverless Workflow). */
export interface Workflow extends Resource {
  readonly kind: 'workflow';
  /** Off or the level; writing `new` declares a log group. */
  readonly logging: Setting<'off' | 'error' | 'all', 'new'>;
  readonly executionData: Setting<boolean>;
  readonly tracing: Setting<boolean>;
  /** Paid by requests and time, not by steps. Undefined where a platform has no such thing. */
  readonly express?: Setting<boolean>;
  readonly invokes: readonly string[];
  /** Undefined where it stands elsewhere or could not be read. */
  readonly definition?: WorkflowDefinition;
}

/** A GraphQL API's own settings are in Api; this one is for parameters and outputs of the stack. */
export interface StackParameter extends Resource {
  readonly kind: 'parameter';
  readonly default: Setting<string>;
  readonly concealed: Setting<boolean>;
  /** Names of environment variables, and of passwords and tokens of other resources, that it feeds. */
  readonly feeds: readonly string[];
}
