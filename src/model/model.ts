import type { Api, FunctionUrl, Route } from './api.js';
import type { Connection } from './connection.js';
import type { Directory } from './directory.js';
import type { Endpoint } from './endpoint.js';
import type { Environment } from './environment.js';
import type { Forwarding } from './forwarding.js';
import type { ServerlessFunction } from './function.js';
import type { Federation, ResourcePolicy, Role } from './identity.js';
import type { MaintenanceAccess } from './maintenance.js';
import type { Resource } from './resource.js';
import type { SandboxImage } from './sandbox.js';
import type { Setting } from './setting.js';
import type { Span } from './span.js';
import type { Alarm, Budget, LogGroup, StackParameter, Store, Trail, Workflow } from './store.js';
import type { Trigger } from './trigger.js';

/** `dockerfile`, `npm` ... are the frameworks of component findings. */
export type FrameworkName =
  | 'sam'
  | 'cloudformation'
  | 'serverless'
  | 'terraform'
  | 'cdk'
  | 'azure-functions'
  | 'bicep'
  | 'arm'
  | 'google-cloud'
  | 'knative'
  | 'openfaas'
  | 'openapi'
  | 'step-functions'
  | 'serverless-workflow';

/** A value that only the deployment knows. Counted, never guessed. */
export interface Unresolved {
  readonly at: Span;
  readonly because: string;
}

/** What one stack declares, whatever framework it is written in. */
export interface Model {
  readonly framework: FrameworkName;
  /** The file that starts the stack. */
  readonly path: string;
  readonly environment: Environment;
  /** Declarations may exist that could not be read (a macro, an absent module): absence of a resource is then unknown. */
  readonly open: boolean;
  readonly functions: readonly ServerlessFunction[];
  readonly roles: readonly Role[];
  readonly resourcePolicies: readonly ResourcePolicy[];
  readonly federations?: readonly Federation[];
  readonly apis: readonly Api[];
  readonly routes: readonly Route[];
  readonly urls: readonly FunctionUrl[];
  readonly endpoints?: readonly Endpoint[];
  readonly directories?: readonly Directory[];
  readonly sandboxImages?: readonly SandboxImage[];
  readonly forwardings?: readonly Forwarding[];
  readonly connections?: readonly Connection[];
  readonly triggers: readonly Trigger[];
  readonly stores: readonly Store[];
  readonly logGroups: readonly LogGroup[];
  readonly alarms: readonly Alarm[];
  readonly trails: readonly Trail[];
  readonly workflows: readonly Workflow[];
  readonly parameters: readonly StackParameter[];
  /** A monitor that replaces the platform's tracing: OpenTelemetry, Datadog ...; functions it covers, or all. */
  readonly monitors: readonly { readonly name: string; readonly functions: readonly string[] | 'all' }[];
  readonly unresolved: readonly Unresolved[];
  /** What watches the whole account: threat detectors, configuration recorders. */
  readonly guards?: readonly Resource[];
  /** Firewalls that can stand in front of APIs, whatever they stand before. */
  readonly firewalls?: readonly Resource[];
  readonly budgets?: readonly Budget[];
  /** Ids of functions that nothing starts and nothing in their stack or its outputs refers to. */
  readonly idle?: readonly string[];
  /** Whole applications of others that the stack deploys as parts of itself, by their addresses. */
  readonly applications?: readonly { readonly owner: Resource; readonly address: Setting<string> }[];
  /** Ways in for those who look after things: debuggers, file transfer, deployment by password. */
  readonly maintenance?: readonly MaintenanceAccess[];
  /** Texts under names that promise a secret, or that look like one, anywhere outside functions' variables. */
  readonly texts?: readonly NamedText[];
  /** Outputs that show a secret to everyone who can look at the deployed stack. */
  readonly shownSecrets?: readonly ShownSecret[];
}

/** An output of the stack with a secret as its value. */
export interface ShownSecret {
  readonly output: string;
  /** What it shows, for messages: `the API key ShopKey`. */
  readonly what: string;
  /** Who can read it: `anyone who can describe the stack`. */
  readonly readers: string;
  readonly at: Span;
}

/** A literal text and what it is called: a database's password, a repository's token. */
export interface NamedText {
  /** The resource that has it. */
  readonly owner: string;
  /** Unique within its owner. */
  readonly name: string;
  readonly value: Setting<string>;
}

export type AnyResource =
  | ServerlessFunction
  | Role
  | ResourcePolicy
  | Federation
  | Endpoint
  | Forwarding
  | Connection
  | SandboxImage
  | Directory
  | Api
  | Route
  | FunctionUrl
  | Trigger
  | Store
  | LogGroup
  | Alarm
  | Trail
  | Workflow
  | StackParameter;
