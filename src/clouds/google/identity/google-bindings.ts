import type { Resource } from '../../../model/resource.js';
import type { Edit, Span } from '../../../model/span.js';

/** One member that has a role on something of Google Cloud, whatever tool binds it. The resource is the one that says so. */
export interface GoogleBinding extends Resource {
  /** Unique in the stack, also where one resource binds several members. */
  readonly key: string;
  readonly role: string;
  readonly roleAt: Span;
  /** The role of the stack's own, if it is one. */
  readonly custom?: string | undefined;
  /** `allUsers`, `serviceAccount:...`; undefined when it is not known. */
  readonly member: string | undefined;
  readonly memberAt: Span;
  /** The id of the role in the model that stands for the member, if it is a service account: of the stack or elsewhere. */
  readonly account: string | undefined;
  /** What kind of thing it is about, as Cloud Asset Inventory names it. */
  readonly scope: string;
  /** The id of the resource that it is about, if it is declared here. */
  readonly on: string | undefined;
  /** What it is about by its name, if it is declared elsewhere. */
  readonly name?: string;
  /** It holds under a condition on what is acted on. */
  readonly narrowed: boolean;
  /** Takes this member away and nothing else. */
  readonly remove?: () => readonly Edit[] | undefined;
}

/** Whether a condition narrows what may be done: one on the time alone only says when. An expression that is not known may. */
export function isNarrowing(expression: string | undefined): boolean {
  return expression === undefined || expression.includes('resource.') || !expression.includes('request.time');
}

/** Whether a member is everybody. */
export function isEverybody(member: string | undefined): boolean {
  return member === 'allUsers' || member === 'allAuthenticatedUsers';
}

/** Whether a role on a bucket lets its member put objects there. */
export function isWriter(role: string): boolean {
  return /^roles\/storage\.(?:admin|object(?:Admin|Creator|User)|legacy(?:Bucket(?:Writer|Owner)|ObjectOwner))$/.test(
    role,
  );
}

/** Whether a role lets its member call a function or service. */
export function isInvoker(role: string): boolean {
  return /^roles\/(?:cloudfunctions\.(?:invoker|admin|developer)|run\.(?:invoker|admin|developer|servicesInvoker))$/.test(
    role,
  );
}
