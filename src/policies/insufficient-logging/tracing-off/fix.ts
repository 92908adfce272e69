import type { ServerlessFunction } from '../../../model/function.js';
import type { Role } from '../../../model/identity.js';
import type { Match } from '../../../model/setting.js';
import type { Stack } from '../../../model/stack.js';
import { type Problem, proposeFix } from '../../policy.js';

const tracingPolicy = 'AWSXRayDaemonWriteAccess';
const tracingAction = 'xray:puttracesegments';
const sufficientNames = [tracingPolicy, 'AWSXrayWriteOnlyAccess', 'AWSXrayFullAccess', 'AdministratorAccess'];

/** Turns tracing on, and gives a role that lacks it the right to send traces; advice where the role is not known. */
export function tracingFix(
  fn: ServerlessFunction,
  match: Match<'active'>,
  { roleOf }: Pick<Stack, 'roleOf'>,
): Pick<Problem, 'fix' | 'advice'> {
  const edits = match.write('active');
  const role = roleOf(fn);
  if (edits === undefined) return {};
  if (role?.generated || fn.role.kind === 'absent' || (role && maySendTraces(role))) {
    return { fix: proposeFix('exact', edits) };
  }
  const attached = role && !role.open ? role.attach(tracingPolicy) : undefined;
  if (attached === undefined) {
    return { advice: `Turn on active tracing and let the function's role use the managed policy ${tracingPolicy}.` };
  }
  return { fix: proposeFix('exact', [...edits, ...attached]) };
}

function maySendTraces(role: Role): boolean {
  return (
    role.named.some(({ name }) => sufficientNames.some((sufficient) => name.endsWith(sufficient))) ||
    role.grants.some(
      ({ effect, actions }) =>
        effect === 'allow' && actions.terms.some(({ text }) => coversTracing(text.toLowerCase())),
    )
  );
}

function coversTracing(action: string): boolean {
  if (!action.endsWith('*')) return action === tracingAction;
  return tracingAction.startsWith(action.slice(0, -1));
}
