import { judgeTyposquats } from '../../components/typosquat.js';
import { definePolicy } from '../../definition.js';

export default definePolicy({
  id: 'dependency-typosquat',
  several: ['new dependencies', 'resemble well-known packages'],
  threat: 'vulnerable-components',
  title: 'New dependency resembles a well-known package',
  severity: 'high',
  why: 'Attackers publish malware under names that differ from a popular package by one letter, a separator or an affix.',
  remedy: 'Check that the name is intended and who publishes the package; otherwise use the well-known name.',
  acceptable: 'The package has been reviewed, and its publisher is known.',
  references: {
    cwe: ['CWE-1357', 'CWE-494'],
    links: { any: ['https://owasp.org/www-project-top-10-ci-cd-security-risks/CICD-SEC-03-Dependency-Chain-Abuse'] },
  },

  // Left out on purpose: a popular name under someone's scope (most are honest), popular names shorter than five letters
  // unless only separators or look-alike letters differ, ecosystems without a list.
  judge: judgeTyposquats,
});
