import { describeRoute } from '../../../facts/exposure/routes.js';
import type { Stack } from '../../../facts/stack.js';
import { addressesOf, collectAddresses } from '../../../facts/surfaces/addresses.js';
import { bestDescription } from '../../../facts/surfaces/described.js';
import { surfacesOf } from '../../../facts/surfaces/surface.js';
import type { Problem } from '../../definition.js';
import { isGone } from './deployed.js';

/** Routes that the change takes out of an API while its document keeps them, and has no sunset for them that is past. */
export function* leftInDocuments(base: Stack, head: Stack, date: string): Generator<Problem> {
  if (head.framework === 'openapi' || head.open) return;
  const documents = head.surfaces.all
    .filter(({ isDocument }) => isDocument)
    .map((one) => ({ ...one, operations: one.operations.filter((operation) => !isGone(operation, date)) }));
  const now = surfacesOf(head);
  const answered = collectAddresses(now.flatMap(({ operations }) => operations.flatMap(addressesOf)));
  for (const api of surfacesOf(base)) {
    const isThere = now.some((one) => one.api === api.api);
    const found = isThere ? bestDescription(api, documents) : undefined;
    for (const operation of found?.described ?? []) {
      if (found === undefined || addressesOf(operation).every(answered.hold)) continue;
      yield {
        about: operation,
        at: operation.at,
        side: 'base',
        discriminator: 'left-in-document',
        message: `${describeRoute(operation)} is no longer a route of ${api.api}, but ${found.document.stack} still describes it.`,
        severity: 'low',
        advice: `Remove the operation from ${found.document.stack}.`,
      };
    }
  }
}
