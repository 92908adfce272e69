import { narrowToOnlyStore } from '../../../facts/permissions/narrowing.js';
import type { ExcessivePermission } from '../../../facts/permissions/permissions.js';
import type { Stack } from '../../../facts/stack.js';
import { type ProposedFix, proposeFix } from '../../definition.js';
import type { Entry } from './entries.js';

/** The fix that needs to know least: the right bound to the only resource it can mean, otherwise the entry point closed. */
export function cheapestCut(
  entry: Entry,
  { grant, service }: ExcessivePermission,
  stack: Stack,
): ProposedFix | undefined {
  const narrowed = grant && service ? narrowToOnlyStore(grant, service, stack.stores) : undefined;
  return (
    proposeFix('exact', narrowed, 'After this edit the function still accepts unauthenticated requests.') ??
    entry.close?.()
  );
}
