import { deadLetterTargets } from '../../../facts/events/dead-letters.js';
import { inBranch, isUnsaid, known, when } from '../../../model/setting.js';
import type { Store } from '../../../model/store.js';
import { definePolicy, proposeFix } from '../../definition.js';

export default definePolicy({
  id: 'store-allows-cleartext',
  several: ['stores', 'accept requests without TLS'],
  threat: 'insecure-transport',
  title: 'Store accepts requests without TLS',
  severity: 'low',
  why: 'A client that is configured to use plain HTTP sends data and signed requests in the open, and nothing stops it.',
  remedy:
    'Deny requests without TLS in the resource policy (`aws:SecureTransport` is `false`), or require secure transfer.',
  acceptable: 'A policy of the organisation denies such requests for the whole account.',
  references: {
    owasp: ['OW3'],
    cwe: ['CWE-319'],
    peers: [
      ...['FSBP S3.5', 'CIS 2.1.1', 'CKV_AWS_379', 'CKV_AZURE_3', 'AZU-0008'],
      ...['AwsSolutions-S10', 'AwsSolutions-SQS4', 'AwsSolutions-SNS3', 'awscdk-bucket-enforcessl'],
      'S3 Bucket Without SSL In Write Actions',
    ],
    links: {
      aws: [
        'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
        'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html',
      ],
      azure: ['https://learn.microsoft.com/azure/storage/common/storage-require-secure-transfer'],
    },
  },

  // Left out: stores whose policy is elsewhere or could not be read, those that the framework makes, and queues to which
  // only the platform itself sends what could not be delivered.
  *check(stack) {
    const targets = deadLetterTargets(stack);
    const read = new Set(stack.triggers.map(({ source }) => source));
    for (const store of stack.stores) {
      if (store.store === 'queue' && targets.has(store.id) && !read.has(store.id)) continue;
      const match = store.refusesCleartext && when(store.refusesCleartext, (on) => !on, { absent: true });
      if (!match || store.refusesCleartext === undefined) continue;
      const isSerious = !isUnsaid(store.refusesCleartext) || isSensitive(store);
      yield {
        about: store,
        at: match.at,
        severity: isSerious ? 'medium' : 'low',
        confidence: match.confidence,
        message: `${store.id} accepts requests without TLS${inBranch(match)}.`,
        // Most stacks have many such stores: trying an edit for each of them would cost more than all other policies together.
        ...(isSerious
          ? { fix: proposeFix('exact', match.write(true), 'After this edit requests without TLS are denied.') }
          : { advice }),
      };
    }
  },
});

const advice =
  'Deny `Principal: "*"` every action under `Bool: { aws:SecureTransport: "false" }` in the policy of the store; in CDK set `enforceSSL: true`.';

/** Buckets whose names promise what people would not have read on the way. */
function isSensitive({ id, store, name }: Store): boolean {
  return (
    store === 'bucket' &&
    /pii|personal|customer|patient|payment|credential|secret|passw/i.test(`${id} ${known(name) ?? ''}`)
  );
}
