import type { Span } from '../../model/span.js';

/** One member that has a role on something of Google Cloud, whatever tool binds it. */
export interface GoogleBinding {
  readonly role: string;
  readonly roleAt: Span;
  /** `allUsers`, `serviceAccount:...`; undefined when it is not known. */
  readonly member: string | undefined;
  readonly memberAt: Span;
  /** What kind of thing it is about: `project`, `storage_bucket`, `cloud_run_v2_service` ... */
  readonly scope: string;
  /** The id of the resource that it is about, if it is declared here. */
  readonly on: string | undefined;
  /** It holds under a condition on what is acted on. */
  readonly narrowed: boolean;
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
