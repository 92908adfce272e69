import { judgeMalicious } from '../../components/malicious.js';
import { definePolicy } from '../../definition.js';

export default definePolicy({
  id: 'malicious-package',
  several: ['components', 'are known malware'],
  threat: 'vulnerable-components',
  title: 'Component is known malware',
  severity: 'critical',
  fails: 'always',
  why: 'Installing or importing it runs an attacker’s code with the credentials of the build or the function.',
  remedy: 'Remove the package, and rotate every credential on machines that installed it.',
  acceptable: 'The record is wrong and has been reported to its database; the reason links to the report.',
  references: {
    csa: ['SAS-6'],
    cwe: ['CWE-506'],
    links: { any: ['https://github.com/ossf/malicious-packages'] },
  },

  judge: judgeMalicious,
});
