import { judgeMalicious } from '../../components/malicious.js';
import { definePolicy } from '../../policy.js';

export default definePolicy({
  id: 'malicious-package',
  several: ['components', 'are known malware'],
  threat: 'vulnerable-components',
  title: 'Component is known malware',
  severity: 'critical',
  fails: 'always',
  why: 'Installing or importing it already runs an attacker’s code with the credentials of the build or the function.',
  remedy: 'Remove the package, and rotate every credential that a machine which installed it could read.',
  acceptable: 'The record is mistaken and its database has been told; the reason links to that report.',
  references: {
    csa: ['SAS-6'],
    cwe: ['CWE-506'],
    links: ['https://github.com/ossf/malicious-packages'],
  },

  judge: judgeMalicious,
});
