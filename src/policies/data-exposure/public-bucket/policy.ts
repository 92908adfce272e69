import { letsAnyoneIn } from '../../../facts/exposure/outsiders.js';
import { nameOf, targetOf } from '../../../facts/exposure/pinning.js';
import { confidenceOf } from '../../../facts/permissions/grants.js';
import { matchesWildcard } from '../../../facts/permissions/wildcard.js';
import type { ResourcePolicy } from '../../../model/identity.js';
import { inBranch, when } from '../../../model/setting.js';
import type { Edit } from '../../../model/span.js';
import type { Store } from '../../../model/store.js';
import { definePolicy, type Problem, proposeFix } from '../../definition.js';
import { bucketProblem, isGuarded, note, readableBy } from './buckets.js';

export default definePolicy({
  id: 'public-bucket',
  several: ['buckets', 'are open to anyone'],
  threat: 'data-exposure',
  title: 'Storage is publicly accessible',
  severity: 'high',
  everywhere: true,
  why: 'Anyone on the internet can read the stored data; with write access they can also replace it and trigger the functions that process it.',
  remedy: 'Block public access, and serve objects through a CDN or signed URLs.',
  acceptable: 'The bucket contains only files that are published on purpose.',
  references: {
    owasp: ['OW3'],
    csa: ['SAS-3'],
    cwe: ['CWE-732'],
    peers: [
      ...['FSBP S3.2', 'FSBP S3.3', 'FSBP S3.8', 'CIS 2.1.4', 'CKV_AWS_20', 'CKV_AWS_53', 'CKV_AWS_54', 'CKV_AWS_55'],
      ...['CKV_AWS_56', 'CKV_AWS_57', 'CKV_AWS_70', 'CKV2_AWS_6', 'CKV2_AWS_43', 'CKV_AZURE_34', 'CKV_AZURE_59'],
      ...[
        'CKV_AZURE_190',
        'CKV_GCP_28',
        'CKV_GCP_29',
        'CKV_GCP_114',
        'F14',
        'F15',
        'F16',
        'W31',
        'AWS-0086',
        'AWS-0087',
      ],
      ...['AWS-0091', 'AWS-0092', 'AWS-0093', 'AWS-0094', 'AZU-0007', 'GCP-0001', 'GCP-0002', 's3-public-read-bucket'],
      ...['AwsSolutions-S2', 'AwsSolutions-S5', 'awscdk-bucket-grantpublicaccessmethod'],
    ],
    links: {
      aws: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html'],
      azure: ['https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-prevent'],
      google: ['https://cloud.google.com/storage/docs/public-access-prevention'],
    },
  },

  // Left out: statements with a condition on the caller, and buckets whose guards keep public statements from working.
  *check(stack) {
    const open = stack.resourcePolicies.filter((policy) => policy.targetKind === 'bucket' && letsAnyoneIn(policy));
    for (const store of stack.stores) {
      const problem = bucketProblem(store, stack.resourcePolicies, open);
      if (problem) yield problem;
    }
    for (const policy of open) {
      const store = stack.stores.find(({ id }) => id === policy.target);
      const isIgnored = store !== undefined && (isGuarded(store) || store.publicAccess?.ignores?.statements === true);
      if (!isIgnored) yield statementProblem(policy, store);
    }
  },
});

const writes = ['s3:PutObject', 's3:DeleteObject', 's3:PutObjectAcl', 's3:PutBucketPolicy', 'storage.objects.create'];

/** Where one word makes the statement, it is taken back and the guards are switched on. */
function closedByWord({ at }: ResourcePolicy, store: Store | undefined): readonly Edit[] | undefined {
  const { opened, blocked } = store?.publicAccess ?? {};
  const match = opened && when(opened, (on) => on);
  if (!match || match.at.path !== at.path || match.at.end !== at.end) return undefined;
  const shut = match.write(false);
  return shut && [...shut, ...(blocked?.kind === 'absent' ? (blocked.write(true) ?? []) : [])];
}

function statementProblem(policy: ResourcePolicy, store: Store | undefined): Problem {
  const { terms } = policy.actions;
  const canWrite = writes.some((action) => terms.some(({ text }) => matchesWildcard(text, action)));
  const which = targetOf(policy, 'the bucket it is attached to');
  const { severity, says } = canWrite
    ? { severity: 'critical' as const, says: `write to ${which}` }
    : readableBy(store?.publicAccess, `read ${which}`);
  return {
    about: policy,
    at: policy.at,
    severity,
    confidence: confidenceOf(policy),
    message: `${nameOf(policy)} allows anyone to ${says}${inBranch(policy)}.`,
    fix: proposeFix('breaking', closedByWord(policy, store), note),
    advice: 'Name the principals that need access, or serve the files through a CDN.',
  };
}
