import type { Confidence } from './confidence.js';
import type { Literal } from './literal.js';
import type { Resource, Term } from './resource.js';
import type { Setting } from './setting.js';
import type { Edit, Span } from './span.js';

/** A list of texts with their places. */
export interface Terms {
  readonly terms: readonly Term[];
  /** True if more may be there than could be read. */
  readonly open: boolean;
  readonly at: Span;
  /** Writes the whole list anew. */
  readonly write: (terms: readonly Literal[]) => readonly Edit[] | undefined;
}

/** One condition of a statement: `StringEquals` `aws:SourceAccount` [...]. `values` is empty when none is known. */
export interface Condition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly Term[];
  readonly open: boolean;
}

/** One statement: what may be done (`grant`), on what, when. */
export interface Grant {
  /** Stable within its role: the statement's Sid, otherwise its position among its kind. */
  readonly id: string;
  readonly at: Span;
  readonly effect: 'allow' | 'deny' | 'unknown';
  readonly actions: Terms;
  /** Everything except these (`NotAction`). Exactly one of `actions` and `notActions` has terms. */
  readonly notActions: Terms | undefined;
  readonly resources: Terms;
  readonly notResources: Terms | undefined;
  readonly conditions: readonly Condition[];
  readonly conditionsOpen: boolean;
  /** Where it comes from. Only `statement` is text that a person wrote as actions and resources. */
  readonly origin: 'statement' | 'template' | 'connector' | 'method';
  /** The template's or method's name, for `template`, `connector`, `method`. */
  readonly originName?: string;
  /** Of a template: its author said `*` where it asks for a resource, as one writes it into a statement. */
  readonly opened?: boolean;
  /** Set when it holds in one branch of a condition only. */
  readonly branch?: string;
}

/** A managed policy or built-in role by name: `AdministratorAccess`, `roles/editor`, `Contributor`. */
export interface NamedPolicy {
  readonly name: string;
  readonly at: Span;
  /** For cloud roles bound at a scope: how far it reaches. */
  readonly scope?: 'organisation' | 'project' | 'resource' | 'unknown';
  /** The store it is bound on, for `resource`. */
  readonly on?: string;
  readonly branch?: string;
  /** A condition limits what it allows, as those of Azure limit which roles its holder may assign. */
  readonly conditional?: boolean;
  /** How sure its name is. */
  readonly confidence?: Confidence;
}

/** An identity with permissions. `generated`: the framework makes one for the function, so it has no declaration of its own. */
export interface Role extends Resource {
  readonly kind: 'role';
  /** Who has the permissions, if that is no role: as one begins a sentence with it. */
  readonly holder?: 'User' | 'Group' | 'Domain' | 'Service account' | 'Federated identity';
  /** Its name where it is deployed, as it is written: what has the same one there is the same identity. */
  readonly physicalName?: string;
  readonly generated: boolean;
  readonly grants: readonly Grant[];
  /** What a framework grants by itself. Nobody wrote it, so that policies have no say in it. */
  readonly implied?: readonly Grant[];
  readonly named: readonly NamedPolicy[];
  /** True if further grants may exist that could not be read: absence of a right is then unknown. */
  readonly open: boolean;
  /** Ids of the functions that run as it. */
  readonly users: readonly string[];
  readonly trust: readonly TrustStatement[];
  /** Whether anything beside functions and their permissions refers to it, so that others may have to assume it. */
  readonly isUsedBeside?: () => boolean;
  readonly boundary: Setting<string>;
  /** Adds a managed policy by its name (`service-role/AWSLambdaBasicExecutionRole`). */
  readonly attach: (name: string) => readonly Edit[] | undefined;
}

export interface TrustStatement {
  readonly at: Span;
  /** Set when it holds in one branch of a condition only. */
  readonly branch?: string;
  readonly effect: 'allow' | 'deny' | 'unknown';
  readonly actions: Terms;
  /** `NotAction`: everything but these. */
  readonly notActions?: Terms;
  readonly principals: readonly Principal[];
  readonly principalsOpen: boolean;
  /** `NotPrincipal` with Allow: everyone else. */
  readonly exceptPrincipals: boolean;
  readonly conditions: readonly Condition[];
  readonly conditionsOpen: boolean;
  /** Lets these services in and nobody else. */
  readonly admit: (services: readonly string[]) => readonly Edit[] | undefined;
}

/** Lets identities of another provider in, by the tokens that it issues: a workload identity provider, a federated credential. */
export interface Federation extends Resource {
  readonly kind: 'federation';
  readonly issuer: Setting<string>;
  /** What a token has to say besides who issued it: a condition on its claims, or its subject. */
  readonly limit: Setting<string>;
}

/** `kind` as IAM says it: `{ AWS: '*' }` is `account`, `'*'` is `any`; Google's `allUsers` is `any`. */
export interface Principal {
  readonly kind: 'any' | 'account' | 'service' | 'federated' | 'canonical' | 'unknown';
  readonly term: Term;
}

/** A statement attached to a resource: who may use it (`AWS::Lambda::Permission`, queue policy, bucket policy, key policy). */
export interface ResourcePolicy extends Resource {
  readonly kind: 'resource-policy';
  readonly targetKind:
    | 'function'
    | 'layer'
    | 'queue'
    | 'topic'
    | 'bus'
    | 'bucket'
    | 'key'
    | 'secret'
    | 'table'
    | 'stream'
    | 'repository'
    | 'api'
    | 'other';
  /** The id of the resource it is attached to, when that is in the stack. */
  readonly target: string | undefined;
  /** True when it is the plain `Lambda::Permission` form rather than a policy document. */
  readonly permission: boolean;
  /** Set when it holds in one branch of a condition only. */
  readonly branch?: string;
  readonly effect: 'allow' | 'deny' | 'unknown';
  readonly principals: readonly Principal[];
  readonly principalsOpen: boolean;
  /** `NotPrincipal` with Allow: everyone else. */
  readonly exceptPrincipals: boolean;
  readonly actions: Terms;
  readonly resources: Terms;
  readonly conditions: readonly Condition[];
  readonly conditionsOpen: boolean;
  /** Of permissions: the ARN the caller must have. Of documents: the `aws:SourceArn` condition. */
  readonly sourceArn: Setting<Term, Literal>;
  readonly sourceAccount: Setting<Term, Literal>;
  readonly organisation: Setting<Term, Literal>;
  /** `AWS_IAM` or `NONE`, of function-URL permissions; `true` where the function may be invoked through its URL only. */
  readonly urlAuth: Setting<string>;
  /** Replaces or adds a condition on the statement. */
  readonly addCondition: (operator: string, key: string, value: Literal) => readonly Edit[] | undefined;
}
