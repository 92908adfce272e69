import { judgeUnpinned } from '../../components/unpinned.js';
import { definePolicy } from '../../definition.js';

export default definePolicy({
  id: 'unpinned-component',
  several: ['components', 'may change without review'],
  threat: 'vulnerable-components',
  title: 'Component is not pinned',
  severity: 'medium',
  why: 'The next build can ship a version or image that nobody reviewed, because whoever publishes the component decides what is installed.',
  remedy: 'Pin an exact version or digest, or commit a lockfile.',
  acceptable: 'Another system pins the component, such as an image registry with immutable tags.',
  references: {
    cwe: ['CWE-1357', 'CWE-829'],
    peers: ['CKV_K8S_14', 'CKV_K8S_43', 'CKV_TF_1'],
    links: { any: ['https://slsa.dev/spec/v1.0/threats'] },
  },

  // Left out on purpose: caret and tilde ranges beside a lockfile, manifests that no function ships, peer dependencies,
  // values that only the pipeline knows.
  judge: judgeUnpinned,
});
