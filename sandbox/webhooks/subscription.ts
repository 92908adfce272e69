import { permits } from '../server/authenticate.js';
import type { Installation } from '../world.js';

/** What an app must be allowed to read before GitHub tells it about an event. */
const needed = new Map([
  ['pull_request', 'pull_requests:read'],
  ['pull_request_review', 'pull_requests:read'],
  ['pull_request_review_comment', 'pull_requests:read'],
  ['pull_request_review_thread', 'pull_requests:read'],
  ['issue_comment', 'issues:read|pull_requests:read'],
  ['push', 'contents:read'],
  ['check_run', 'checks:read'],
  ['check_suite', 'checks:read'],
  ['merge_group', 'merge_queues:read'],
]);

/** Every event that the sandbox sends. */
export const events: readonly string[] = [...needed.keys(), 'installation'];

/** An app that writes checks is always told about its own, whether it subscribed or not. */
const alwaysWithChecks = new Set([
  'check_suite.requested',
  'check_suite.rerequested',
  'check_run.created',
  'check_run.completed',
  'check_run.rerequested',
  'check_run.requested_action',
]);

/** Whether GitHub would send this event to the installation. */
export function isSubscribed(installation: Installation, event: string, action: string | undefined): boolean {
  if (event === 'installation') return true;
  const { permissions, events } = installation;
  if (permits(permissions, 'checks:write') && alwaysWithChecks.has(`${event}.${action ?? ''}`)) return true;
  return events.includes(event) && permits(permissions, needed.get(event) ?? 'metadata:read');
}
