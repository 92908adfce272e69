import type { Sandbox } from '../../sandbox/sandbox.js';
import type { Permissions } from '../../sandbox/world.js';

/** What a workflow gives its token that says `contents: read`, `pull-requests: write`, `checks: write`. */
const workflowPermissions: Permissions = {
  metadata: 'read',
  contents: 'read',
  pull_requests: 'write',
  checks: 'write',
};

/** What the token of a workflow may do that runs for a fork. */
export const forkPermissions: Permissions = {
  metadata: 'read',
  contents: 'read',
  pull_requests: 'read',
  checks: 'read',
};

/** A token as a workflow of the sandbox's organisation has it. */
export function workflowToken({ world }: Sandbox, permissions: Permissions = workflowPermissions): string {
  const [installation] = world.installations;
  if (installation === undefined) throw new Error('Nothing is installed.');
  const secret = `ghs_${String(world.tokens.size).padStart(36, '0')}`;
  world.tokens.set(secret, {
    secret,
    installation,
    permissions,
    repositories: undefined,
    expires: Date.now() + 3_600_000,
  });
  return secret;
}
