import { judgeTampered } from '../../components/tampered.js';
import { definePolicy } from '../../definition.js';

export default definePolicy({
  id: 'lockfile-tampered',
  several: ['lockfile entries', 'disagree with the manifest or the registry'],
  threat: 'vulnerable-components',
  title: 'Lockfile does not match the manifest or the registry',
  severity: 'high',
  why: 'The lockfile decides what is installed: an entry that matches neither manifest nor registry can install another package unnoticed.',
  remedy: 'Regenerate the lockfile from the manifest with the package manager.',
  acceptable:
    'The package comes from a private registry or mirror that the package manager settings in the repository cannot name.',
  references: {
    cwe: ['CWE-345', 'CWE-353', 'CWE-494'],
    links: { any: ['https://docs.npmjs.com/cli/configuring-npm/package-lock-json'] },
  },

  // Left out on purpose: git and file dependencies that the manifest declares, workspaces, checksums of other cache formats.
  judge: judgeTampered,
});
