import type { Platform } from './platform.js';
import type { Resource } from './resource.js';
import type { Setting, Write } from './setting.js';
import type { Span } from './span.js';

export type Provider = 'aws' | 'azure' | 'google' | 'knative' | 'openfaas';

export interface EnvironmentVariable {
  readonly name: string;
  /** The span of the name as written. */
  readonly nameAt: Span;
  readonly value: Setting<string>;
  /** The resource of the stack that the value names. */
  readonly to?: string;
  /** The deployment takes it from a store of secrets and writes it here in plain text. */
  readonly revealed?: boolean;
  /** A key of an account is a part of it, whichever the deployment fills in. */
  readonly holdsKey?: boolean;
}

/** Where a failed asynchronous event goes. The value is the target's resource id, or its text when it is elsewhere. */
export type FailureTarget = string;

/** `new` declares a dead-letter queue next to the function. */
export type WriteFailureTarget = { readonly queue: string } | 'new';

/** What it runs on, where that is sold as a plan. */
export interface Plan {
  /** As its provider writes it: `Y1`, `EP1`. */
  readonly name: Setting<string>;
  /** Instances that may run at once. */
  readonly instances: Setting<number>;
  /** GB-seconds after which the platform stops it for the day. */
  readonly dailyQuota: Setting<number>;
}

/** One deployed function, in any framework. Absent settings mean the platform's default. */
export interface ServerlessFunction extends Resource {
  readonly kind: 'function';
  readonly provider: Provider;
  readonly platform: Platform;
  /** The provider's identifier (`nodejs22.x`); Azure stacks as `node|22`, `python|3.12`; Google's as `nodejs22`. */
  readonly runtime: Setting<string>;
  /** A container image brings its own runtime. */
  readonly packaging: 'zip' | 'image' | 'inline' | 'unknown';
  /** As the framework writes it: `src/app.handler`. */
  readonly handler: Setting<string>;
  /** The folder or file it is built from, relative to the repository; undefined if not known. */
  readonly codeRoot: string | undefined;
  /** The files that its code starts in, where that is judged with a stack of its own; whether its platform opens connections for it. */
  readonly startsIn?: { readonly files: readonly string[]; readonly isBound: boolean };
  /** Code that stands in the template itself: the places of its text, in order. */
  readonly inlineCode?: readonly Span[];
  /** The file that its image is built by, where that stands in the repository. */
  readonly dockerfile?: string;
  /** The rules of `make` that its package is built by, where they stand in the repository. */
  readonly makefile?: string;
  /** The files that a bundler makes its package of, where it is told. */
  readonly entries?: readonly string[];
  /** Whether it ships its own code alone, where something says so: a bundler, a package of its own. */
  readonly shipsAlone?: Setting<boolean>;
  /** A build puts into its package what its code imports, and nothing else. */
  readonly bundled?: boolean;
  /** Files of the repository that its package would hold and no code needs: keys, variables, state of the infrastructure, tests. */
  readonly carries?: readonly string[];
  /** The file that lists what its package leaves out, where there is such a file. */
  readonly ignoreFile?: string;
  /** The archive that it ships, by whatever names it. */
  readonly archive?: string;
  /** The id of its role in `Model.roles`; unknown when imported; absent when the platform's default identity is used. */
  readonly role: Setting<string>;
  /** As what it acts: an identity of its own, one that whatever names none shares, or nothing but the keys that it holds. */
  readonly runsAs?: Setting<'own' | 'shared' | 'keys', 'own'>;
  readonly environment: readonly EnvironmentVariable[];
  /** True if variables may exist that could not be read. */
  readonly environmentOpen: boolean;
  /** Whether its variables are encrypted with a key of the customer's own. Asked by few. */
  readonly ownKey?: () => Setting<boolean>;
  /** Seconds. */
  readonly timeout: Setting<number>;
  /** MiB. */
  readonly memory: Setting<number>;
  /** The upper bound on parallel instances: reserved concurrency, maximum instances, max-scale. */
  readonly concurrency: Setting<number>;
  readonly plan?: Plan;
  /** Each tenant has instances of its own, which no other tenant's requests reach. */
  readonly tenantIsolated?: Setting<boolean>;
  /** Seconds that an execution may go on over all its steps and waits. */
  readonly durableTimeout?: Setting<number>;
  readonly tracing: Setting<'active' | 'off'>;
  /** Whether its logs are written at all (`disableLogs`, log level FATAL or None). The role's right to write is judged apart. */
  readonly logging: Setting<boolean>;
  /** Fatal errors are still written when logging is switched off. */
  readonly logsFatalErrors?: boolean;
  /** Records a second that sampling keeps, at most. */
  readonly logsPerSecond: Setting<number>;
  /** Its log group: the id of one in `Model.logGroups`, or a name. Writing declares one with that retention in days. */
  readonly logGroup: Setting<string, { readonly retentionInDays: number }>;
  /** Dead-letter queue or on-failure destination of asynchronous invocations. */
  readonly onFailure: Setting<FailureTarget, WriteFailureTarget>;
  /** Whether the platform stops a loop that the function is part of. */
  readonly recursiveLoop: Setting<'terminate' | 'allow'>;
  readonly layers: Setting<readonly Setting<string>[]>;
  /** Declares an alarm on its errors, which notifies a topic of the stack. */
  readonly watch?: Write<string>;
  readonly insideVpc: Setting<boolean>;
  /** Its instances serve one tenant each. Undefined where a platform has no such thing. */
  readonly oneTenant?: Setting<boolean>;
  /** A new version takes over step by step. Undefined where that is decided outside of what declares the function. */
  readonly gradual?: Setting<boolean>;
  /** Only code that a trusted publisher signed can be deployed. Undefined where a platform has no such thing. */
  readonly codeSigned?: Setting<boolean>;
  /** Why this function is not judged as a request handler: authorizer, custom resource, edge function. */
  readonly purpose: 'handler' | 'authorizer' | 'custom-resource' | 'edge';
}
