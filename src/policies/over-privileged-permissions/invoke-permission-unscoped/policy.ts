import { nameOf, targetOf } from '../../../facts/exposure/pinning.js';
import { confidenceOf } from '../../../facts/permissions/grants.js';
import type { Stack } from '../../../facts/stack.js';
import { inBranch } from '../../../model/setting.js';
import { definePolicy } from '../../definition.js';
import { foreignAccounts } from './accounts.js';
import { foreignBucket, unscopedServices } from './callers.js';
import { scopeToSource } from './fix.js';

export default definePolicy({
  id: 'invoke-permission-unscoped',
  several: ['invoke permissions', 'name no source'],
  threat: 'over-privileged-permissions',
  title: 'Service can act for any account',
  severity: 'high',
  why: 'Anyone with an AWS account can point a bucket, topic or rule of their own at the resource and make the service call it (confused deputy).',
  remedy:
    'Add the ARN of the intended source (`aws:SourceArn`), and `aws:SourceAccount` where the ARN contains no account.',
  acceptable: 'The service sends neither a source ARN nor a source account.',
  references: {
    cwe: ['CWE-441'],
    peers: ['CKV_AWS_364', 'AWS-0067', 'W24', 'Lambda.1', 'WS1002', 'aws-lambda-permission-unrestricted-source-arn'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html',
        'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
      ],
    },
  },

  // Left out: permissions that frameworks generate, sources known at deployment only, keys and secrets.
  *check(stack) {
    for (const policy of stack.resourcePolicies) {
      for (const { principal, service, severity } of unscopedServices(policy)) {
        yield {
          about: policy,
          at: principal.term.at,
          message: `${nameOf(policy)} allows ${principal.term.text} to ${deedOn(policy.targetKind)} ${targetOf(policy, 'its target')} on behalf of any AWS account${inBranch(policy)}.`,
          severity,
          confidence: confidenceOf(policy, principal.term),
          discriminator: service,
          fix: scopeToSource(policy, service, stack),
        };
      }
      yield* foreignBucket(policy, stack);
      yield* foreignAccounts(policy);
    }
  },
});

function deedOn(kind: Stack['resourcePolicies'][number]['targetKind']): string {
  if (kind === 'function') return 'invoke';
  return kind === 'topic' ? 'publish to' : 'send messages to';
}
