import { isDeepStrictEqual } from 'node:util';
import { isHealthCheck } from '../../../facts/events/paths.js';
import { describeRoute } from '../../../facts/exposure/routes.js';
import type { Stack } from '../../../facts/stack.js';
import { addressesOf, collectAddresses } from '../../../facts/surfaces/addresses.js';
import { bestDescription, type Description } from '../../../facts/surfaces/described.js';
import { type Surface, type SurfaceOperation, surfacesOf } from '../../../facts/surfaces/surface.js';
import type { Auth } from '../../../model/api.js';
import { definePolicy, type Problem, proposeFix } from '../../definition.js';

export default definePolicy({
  id: 'undocumented-route',
  several: ['routes', 'are missing from the API document'],
  threat: 'shadow-apis',
  title: 'Route is missing from the API document',
  severity: 'medium',
  why: 'Undocumented routes are not tested, monitored, reviewed or retired, which is why attackers look for them first.',
  remedy: 'Add the operation to the document, with its parameters and its security, or remove the route.',
  acceptable: 'The route is meant for the team alone and is documented elsewhere.',
  references: {
    owasp: ['OW6'],
    csa: ['SAS-11'],
    cwe: ['CWE-1059'],
    links: {
      any: [
        'https://owasp.org/API-Security/editions/2023/en/0xa9-improper-inventory-management/',
        'https://spec.openapis.org/oas/latest.html#paths-object',
      ],
    },
  },

  // Left out: preflights, health checks, sockets, and routes that the gateway itself takes from a document.
  *check(stack, { completeness }) {
    if (stack.framework === 'openapi') return;
    const documents = stack.surfaces.all.filter(({ isDocument }) => isDocument);
    for (const surface of surfacesOf(stack)) {
      const api = { ...surface, operations: surface.operations.filter((one) => !isHealthCheck(one)) };
      if (stack.apis.find(({ id }) => id === api.api)?.document !== undefined || api.operations.length === 0) continue;
      const found = bestDescription(api, documents);
      if (found !== undefined) yield* missingIn(found, api, documents);
      else if (completeness !== 'stack' && stack.surfaces.isWhole) yield* withoutDocument(api, stack);
    }
  },
});

function* missingIn(found: Description, api: Surface, documents: readonly Surface[]) {
  const { document, described, missing } = found;
  const anywhere = collectAddresses(documents.flatMap(({ operations }) => operations.flatMap(addressesOf)));
  for (const operation of missing) {
    if (addressesOf(operation).every(anywhere.hold)) continue;
    const problem: Problem = {
      about: operation,
      at: operation.at,
      message: `${describeRoute(operation)} of ${api.api} is not in ${document.stack}, which describes ${described.length} of the API's ${api.operations.length} routes.`,
      fix: describedIn(found, operation),
      advice: `Add \`${operation.path}\` with this method, its parameters and its security to ${document.stack}.`,
    };
    yield problem;
  }
}

/** The operation as the document would have it, for its author to fill in. */
function describedIn({ document, described, starts }: Description, operation: SurfaceOperation) {
  const { method, auth } = operation;
  if (auth === undefined || document.describe === undefined) return undefined;
  const path = (of: SurfaceOperation) => {
    const steps = of.path.split('/').filter((step) => step !== '');
    return `/${[...starts.document, ...steps.slice(starts.api.length)].join('/')}`;
  };
  const alike = described.find((one) => one.auth !== undefined && isDeepStrictEqual(askedOf(one.auth), askedOf(auth)));
  const like = alike && { method: alike.method, path: path(alike) };
  const edits = document.describe({ method, path: path(operation), auth, like });
  return proposeFix(
    'exact',
    edits,
    'After this edit the document has a stub of the operation: its parameters and responses are still missing.',
  );
}

/** What callers have to show, wherever it is written. */
function askedOf({ kind, authorizer, scopes }: Auth) {
  return { kind, authorizer, scopes };
}

function* withoutDocument({ api: id }: Surface, { apis }: Stack): Generator<Problem> {
  const api = apis.find((one) => one.id === id);
  if (api === undefined) return;
  yield {
    about: api,
    at: api.at,
    discriminator: 'none',
    message: `No API document of this repository describes ${api.id}.`,
    severity: 'low',
  };
}
