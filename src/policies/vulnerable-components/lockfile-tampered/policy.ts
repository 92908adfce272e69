import { judgeTampered } from '../../components/tampered.js';
import { definePolicy } from '../../policy.js';

export default definePolicy({
  id: 'lockfile-tampered',
  several: ['lockfile entries', 'disagree with the manifest or the registry'],
  threat: 'vulnerable-components',
  title: 'Lockfile disagrees with manifest or registry',
  severity: 'high',
  why: 'A changed lockfile decides what is installed while the manifest looks clean.',
  remedy: 'Write the lockfile again from the manifest with the package manager.',
  acceptable: 'A private registry or mirror is meant, and the repository’s package manager settings cannot name it.',
  references: {
    cwe: ['CWE-345', 'CWE-353', 'CWE-494'],
    links: ['https://docs.npmjs.com/cli/configuring-npm/package-lock-json'],
  },

  // Left out on purpose: git and file dependencies that the manifest declares, workspaces, checksums of other cache formats.
  judge: judgeTampered,
});
