import { definePolicy } from '../../definition.js';
import { maintenanceProblems } from './accesses.js';
import { inspectors } from './inspectors.js';
import { openPaths } from './paths.js';

export default definePolicy({
  id: 'management-surface-open',
  several: ['management interfaces', 'are open'],
  threat: 'shadow-apis',
  title: 'Debug, admin or deployment access is open',
  severity: 'medium',
  why: 'Such access bypasses the application: anyone who finds it can read internals, change code or use functions meant for staff.',
  remedy: 'Switch the access off, or require an identity for it.',
  acceptable: 'The path only sounds like management and returns public data.',
  references: {
    owasp: ['OW6'],
    csa: ['SAS-3'],
    cwe: ['CWE-489', 'CWE-749'],
    peers: ['CKV_AZURE_72', 'CKV_AZURE_155', 'CKV_AZURE_78', 'AZU-0071'],
    links: {
      any: ['https://owasp.org/API-Security/editions/2023/en/0xa8-security-misconfiguration/'],
      aws: ['https://docs.aws.amazon.com/appsync/latest/devguide/security-best-practices.html'],
      azure: [
        'https://learn.microsoft.com/azure/app-service/configure-basic-auth-disable',
        'https://learn.microsoft.com/azure/azure-functions/security-concepts',
      ],
      knative: ['https://knative.dev/docs/eventing/features/authorization/'],
    },
  },

  // Left out: management paths that ask for an identity, and the platform's defaults where nothing is written.
  *check(stack) {
    yield* openPaths(stack);
    yield* maintenanceProblems(stack);
    yield* inspectors(stack);
  },
});
