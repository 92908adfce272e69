import { judgeVulnerable } from '../../components/vulnerable.js';
import { definePolicy } from '../../policy.js';

export default definePolicy({
  id: 'vulnerable-dependency',
  several: ['components', 'have known vulnerabilities'],
  threat: 'vulnerable-components',
  title: 'Component with a known vulnerability',
  severity: 'high',
  why: 'Published exploits work on every function that bundles the version.',
  remedy: 'Move to the smallest version that is fixed; for a transitive component move the parent that brings it.',
  acceptable: 'The vulnerable part is shown not to be used and a fix is awaited, until a date.',
  references: {
    owasp: ['OW9'],
    csa: ['SAS-6'],
    cwe: ['CWE-1395', 'CWE-1104'],
    links: ['https://ossf.github.io/osv-schema/', 'https://github.com/advisories'],
  },

  // Left out on purpose: advisories with only commit ranges, versions that the ecosystem cannot order, manifests with
  // ranges that no lockfile decides.
  judge: judgeVulnerable,
});
