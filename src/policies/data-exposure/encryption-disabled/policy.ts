import type { Api } from '../../../model/api.js';
import { inBranch, when } from '../../../model/setting.js';
import { definePolicy, type Problem, proposeFix } from '../../definition.js';
import { providersKeys } from './providers-keys.js';
import { ruleOf } from './rules.js';

export default definePolicy({
  id: 'encryption-disabled',
  several: ['stores', 'are not encrypted at rest'],
  threat: 'data-exposure',
  title: 'Data at rest is not encrypted',
  severity: 'medium',
  why: 'Anyone who obtains the storage, a snapshot or a backup can read the data.',
  remedy: 'Turn on encryption at rest, and automatic rotation for customer managed keys.',
  acceptable: 'The data is public, or the application encrypts it before it is stored.',
  references: {
    owasp: ['OW3'],
    csa: ['SAS-3'],
    cwe: ['CWE-311', 'CWE-320'],
    peers: [
      ...['FSBP SQS.1', 'FSBP SNS.1', 'FSBP Kinesis.1', 'FSBP APIGateway.5', 'FSBP KMS.4', 'CIS 3.6', 'CKV_AWS_26'],
      ...[
        'CKV_AWS_27',
        'CKV_AWS_43',
        'CKV_AWS_7',
        'W47',
        'W48',
        'W49',
        'F19',
        'AWS-0095',
        'AWS-0096',
        'AWS-0064',
        'AWS-0065',
      ],
      ...['aws-sqs-queue-unencrypted', 'aws-kinesis-stream-unencrypted'],
    ],
    links: {
      aws: [
        'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html',
        'https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html',
        'https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html',
        'https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html',
      ],
      azure: ['https://learn.microsoft.com/azure/security/fundamentals/encryption-atrest'],
      google: ['https://cloud.google.com/kms/docs/key-rotation'],
    },
  },

  // Left out: what the platform encrypts by default (buckets, queues, tables, log groups), and, but for the profile
  // `strict`, keys of the customer's own.
  *check(stack, { isStrict }) {
    if (isStrict) yield* providersKeys(stack);
    for (const store of stack.stores) {
      const rule = ruleOf(store, stack);
      const match = rule && when(rule.setting, (on) => !on, { absent: rule.absent });
      if (!match) continue;
      yield {
        about: store,
        at: match.at,
        severity: rule.severity,
        ...(rule.strictOnly && { strictOnly: rule.strictOnly }),
        confidence: match.confidence,
        message: `${store.id} ${rule.says}${inBranch(match)}.`,
        fix: rule.fixable
          ? proposeFix(rule.note === undefined ? 'exact' : 'breaking', match.write(true), rule.note)
          : undefined,
      };
    }
    for (const api of stack.apis) yield* cacheProblems(api);
  },
});

function* cacheProblems({ caching, ...api }: Api): Generator<Problem> {
  if (caching === undefined || !when(caching.enabled, (on) => on)) return;
  const match = when(caching.encrypted, (on) => !on, { absent: true });
  if (match === undefined) return;
  const message = `${api.id} caches responses without encryption${inBranch(match)}.`;
  const { at, confidence } = match;
  yield { about: api, at, confidence, discriminator: 'cache', message, fix: proposeFix('exact', match.write(true)) };
}
