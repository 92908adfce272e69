import type { Role } from '../../../model/identity.js';
import type { Edit } from '../../../model/span.js';

/** Gives a role the right to send traces where it lacks it; SAM gives it to the roles that it makes. */
export function sendingTraces(role: Role | undefined): readonly Edit[] | undefined {
  if (role === undefined || role.generated) return role && [];
  return maySendTraces(role) ? [] : role.attach('AWSXRayDaemonWriteAccess');
}

function maySendTraces({ named, grants }: Role): boolean {
  if (named.some(({ name }) => /(?:^|\/)AWSX[Rr]ay(?:DaemonWrite|WriteOnly|Full)Access$/.test(name))) return true;
  return grants.some(({ effect, actions }) => effect === 'allow' && actions.terms.some(({ text }) => sends.test(text)));
}

const sends = /^(?:\*|xray:(?:\*|Put\*|PutTraceSegments))$/;
