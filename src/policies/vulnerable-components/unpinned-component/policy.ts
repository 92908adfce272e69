import { judgeUnpinned } from '../../components/unpinned.js';
import { definePolicy } from '../../policy.js';

export default definePolicy({
  id: 'unpinned-component',
  several: ['components', 'may change without review'],
  threat: 'vulnerable-components',
  title: 'Component may change without review',
  severity: 'medium',
  why: 'What is deployed is not what was reviewed: the next build may take another version, or another image under the same tag.',
  remedy: 'Name one version or digest, or commit a lockfile.',
  acceptable: 'Another system pins it, such as an image registry with immutable tags.',
  references: {
    cwe: ['CWE-1357', 'CWE-829'],
    peers: ['CKV_K8S_14', 'CKV_K8S_43', 'CKV_TF_1'],
    links: ['https://slsa.dev/spec/v1.0/threats'],
  },

  // Left out on purpose: caret and tilde ranges beside a lockfile, manifests that no function ships, peer dependencies,
  // values that only the pipeline knows.
  judge: judgeUnpinned,
});
