import type { StackCode } from '../code/stack-code.js';
import type { ComponentSet } from '../dependencies/component.js';
import type { Stack } from '../facts/stack.js';
import type { ComponentDetails } from '../findings/component.js';
import type { FixClass, Status, Threat } from '../findings/finding.js';
import type { Hinge } from '../findings/hinge.js';
import type { Passage } from '../findings/passage.js';
import type { Severity } from '../findings/severity.js';
import type { Confidence } from '../model/confidence.js';
import type { Provider } from '../model/function.js';
import type { Edit, Span } from '../model/span.js';
import type { ComponentContext, PolicyContext } from './context.js';

/** What a policy yields. It becomes a finding when path, lines and fingerprint are added. */
export interface Problem {
  readonly about: { readonly id: string };
  readonly at: Span;
  /** One sentence that names the resource. */
  readonly message: string;
  /** Where it differs from the policy's. */
  readonly severity?: Severity;
  /** How bad it is among problems of one severity, larger being worse: what a change only makes less bad is not new. */
  readonly rank?: number;
  /** Default high. */
  readonly confidence?: Confidence;
  /** Told only where the repository has, or lacks, things of a kind: whoever has none may have them elsewhere. */
  readonly hinges?: Hinge;
  /** The harm is done: it fails the check under every profile but `advisory`, wherever it stands. */
  readonly isIncident?: boolean;
  /** Only the profile `strict` tells it, where not the whole policy is for that profile. */
  readonly strictOnly?: true;
  /** Tells several problems of one policy on one resource apart: an action, a route. Never a line. */
  readonly discriminator?: string;
  /** Takes the place of `about.id` in the fingerprint, where that says more than what the problem is about. */
  readonly key?: string;
  readonly fix?: ProposedFix | undefined;
  /** For problems without an exact fix: how it could look. */
  readonly advice?: string;
  /** Findings that this one tells better: they are not reported beside it (one cause, one comment). */
  readonly absorbs?: readonly Absorbed[];
  /** Other lines that decide as well: the finding stands on the first of `at` and these that the change touched. */
  readonly related?: readonly Span[];
  /** Where the value is written that `at` only names; resources that take it from there are one finding. */
  readonly origin?: Span;
  /** Pieces of a text of several lines at `at`, or where that comes from: it stands on the first that the change touched. */
  readonly passages?: readonly ProblemPassage[];
  /** `base` if `at` points into the base's files (something the change removed). */
  readonly side?: 'base' | 'head';
}

/** A piece of a text that a problem is about. */
export interface ProblemPassage extends Passage {
  /** What could stand there instead. */
  readonly better?: string;
}

/** Findings of a policy on a resource; with a discriminator only those that have it. */
export interface Absorbed {
  readonly policy: string;
  readonly about: string;
  readonly discriminator?: string;
}

export interface ProposedFix {
  readonly class: FixClass;
  readonly edits: readonly Edit[];
  readonly note?: string;
}

export interface References {
  /** `OW1` ... `OW10`, OWASP Serverless Top 10. */
  readonly owasp?: readonly string[];
  /** `SAS-1` ... `SAS-12`, CSA. */
  readonly csa?: readonly string[];
  readonly cwe?: readonly string[];
  /** Identifiers of checkov, cfn_nag, trivy, Security Hub, CIS ... whose suppressions may be honoured. */
  readonly peers?: readonly string[];
  readonly links: Links;
}

/** Pages to read, of each cloud and of nobody in particular; the most telling first. */
export type Links = Readonly<Partial<Record<Provider | 'any', readonly string[]>>>;

/** What a policy means to others. What is left out is as usual. */
interface PolicyMeaning {
  /** `always`: what it finds is never a matter of taste; `never`: it only tells. Usual: as severity and profile say. */
  readonly fails?: 'always' | 'never';
  /** A matter of taste or of order: only the profile `strict` tells it in comments and fails on it. */
  readonly strictOnly?: true;
  /** It is told as loudly where a repository has nothing serverless: whoever owns the account is concerned. */
  readonly everywhere?: true;
  /** It finds secrets: no output repeats the lines that its findings stand on. */
  readonly isSecret?: true;
  /** It is about a stack as a whole: of its problems in one stack the first is told. */
  readonly oncePerStack?: true;
  /** Policies whose findings it tells better when both have one cause. */
  readonly absorbs?: readonly string[];
}

/** What there are several of, and what is true of them. */
export type Several = readonly [subjects: string, predicate: string];

interface PolicyText extends PolicyMeaning {
  /** What is wrong, kebab-case, equal to the folder. For ever. */
  readonly id: string;
  readonly formerIds?: readonly string[];
  readonly threat: Threat;
  readonly title: string;
  /** What several of its problems have in common, after their number: `routes`, `accept unauthenticated requests`. */
  readonly several: Several;
  readonly severity: Severity;
  readonly why: string;
  readonly remedy: string;
  /** When it is right to suppress it: one sentence. */
  readonly acceptable: string;
  readonly references: References;
}

/** Finds problems in one stack as it stands. */
export interface StackPolicy extends PolicyText {
  readonly check: (stack: Stack, context: PolicyContext) => Iterable<Problem>;
  /** The same problem with what the code of the functions says of it; undefined if the code shows that there is none. */
  readonly refine?: (problem: Problem, code: StackCode) => Problem | undefined;
}

/** Finds problems that only a change can have: it needs both sides and never reports a repository at rest. */
export interface ChangePolicy extends PolicyText {
  readonly compare: (base: Stack, head: Stack, context: PolicyContext) => Iterable<Problem>;
}

/** A problem in a manifest or lockfile. It knows its own status, since a bump changes versions but not what is wrong. */
export interface ComponentProblem extends Problem {
  /** Ecosystem, name and workspace, never a version. */
  readonly key: string;
  readonly status: Status;
  /** The advice where the fix is offered beside it, which says the rest. */
  readonly adviceBesideFix?: string;
  /** For the table of the check run. */
  readonly component?: ComponentDetails;
}

/** Finds problems in the components that a manifest or lockfile names. Without a base everything is as it stands. */
export interface ComponentPolicy extends PolicyText {
  readonly judge: (
    base: ComponentSet | undefined,
    head: ComponentSet,
    context: ComponentContext,
  ) => Iterable<ComponentProblem>;
}

/** Judges a stack, and what is built beside it. */
export type MixedPolicy = StackPolicy & ComponentPolicy;

/** Finds problems in the handlers of one stack. Asked only about code that a change touches; all of it when nothing is compared. */
export interface CodePolicy extends PolicyText {
  readonly inspect: (code: StackCode, context: PolicyContext) => Iterable<Problem>;
}

export type Policy = StackPolicy | ChangePolicy | ComponentPolicy | MixedPolicy | CodePolicy;

/** Gives a policy its type; there is nothing else to it. */
export function definePolicy<P extends Policy>(policy: P): P {
  return policy;
}

/** A proposed fix, or none when the framework could not write it. */
export function proposeFix(cls: FixClass, edits: readonly Edit[] | undefined, note?: string): ProposedFix | undefined {
  return edits === undefined || edits.length === 0
    ? undefined
    : { class: cls, edits, ...(note !== undefined && { note }) };
}
