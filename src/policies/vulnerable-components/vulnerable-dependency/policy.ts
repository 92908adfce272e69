import { judgeVulnerable } from '../../components/vulnerable.js';
import { definePolicy } from '../../definition.js';

export default definePolicy({
  id: 'vulnerable-dependency',
  several: ['components', 'have known vulnerabilities'],
  threat: 'vulnerable-components',
  title: 'Component has known vulnerabilities',
  severity: 'high',
  why: 'Attackers can use published exploits against every function that ships this version.',
  remedy: 'Upgrade to the first fixed version.',
  acceptable: 'The vulnerable code is shown not to be used; suppress it until the date when a fix is expected.',
  references: {
    owasp: ['OW9'],
    csa: ['SAS-6'],
    cwe: ['CWE-1395', 'CWE-1104'],
    links: { any: ['https://ossf.github.io/osv-schema/', 'https://github.com/advisories'] },
  },

  // Left out on purpose: advisories with only commit ranges, versions that the ecosystem cannot order, manifests with
  // ranges that no lockfile decides.
  judge: judgeVulnerable,
});
