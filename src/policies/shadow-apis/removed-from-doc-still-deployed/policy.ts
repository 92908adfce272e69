import { definePolicy } from '../../definition.js';
import { stillDeployed } from './deployed.js';
import { leftInDocuments } from './documented.js';

export default definePolicy({
  id: 'removed-from-doc-still-deployed',
  several: ['operations', 'left the API document but are still deployed'],
  threat: 'shadow-apis',
  title: 'Operation left the API document but is still deployed',
  severity: 'high',
  why: 'Readers of the document believe that the endpoint is gone, but it still answers, with code that nobody maintains or monitors.',
  remedy: 'Remove the route from the gateway as well, or keep the operation in the document.',
  acceptable: 'The gateway drops the route in another change that is deployed together with this one.',
  references: {
    owasp: ['OW6'],
    csa: ['SAS-11'],
    cwe: ['CWE-1059'],
    links: {
      any: [
        'https://owasp.org/API-Security/editions/2023/en/0xa9-improper-inventory-management/',
        'https://spec.openapis.org/oas/latest.html#operation-object',
      ],
    },
  },

  // Left out: documents that move, and what no document of the base described.
  *compare(base, head, { date }) {
    yield* stillDeployed(base, head, date);
    yield* leftInDocuments(base, head, date);
  },
});
