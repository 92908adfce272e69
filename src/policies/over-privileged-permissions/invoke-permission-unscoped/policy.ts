import { nameOf } from '../../../facts/exposure/pinning.js';
import { confidenceOf } from '../../../facts/permissions/grants.js';
import type { Stack } from '../../../facts/stack.js';
import { inBranch } from '../../../model/setting.js';
import { definePolicy } from '../../policy.js';
import { foreignAccounts } from './accounts.js';
import { foreignBucket, unscopedServices } from './callers.js';
import { scopeToSource } from './fix.js';

export default definePolicy({
  id: 'invoke-permission-unscoped',
  several: ['invoke permissions', 'name no source'],
  threat: 'over-privileged-permissions',
  title: 'Service may invoke on behalf of anyone',
  severity: 'high',
  why: 'With only a service as principal, the bucket, topic or rule of any account can trigger the function.',
  remedy: 'Add the ARN of the source that is meant, and your account for sources whose ARN has none.',
  acceptable: 'The service offers no way to tell its callers apart.',
  references: {
    cwe: ['CWE-441'],
    peers: ['CKV_AWS_364', 'AWS-0067', 'W24', 'Lambda.1', 'WS1002', 'aws-lambda-permission-unrestricted-source-arn'],
    links: [
      'https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
    ],
  },

  // Left out: permissions that frameworks generate, sources known at deployment only, keys and secrets.
  *check(stack) {
    for (const policy of stack.resourcePolicies) {
      for (const { principal, service, severity } of unscopedServices(policy)) {
        yield {
          about: policy,
          at: principal.term.at,
          message: `${nameOf(policy)} lets ${service} of any account ${deedOn(policy.targetKind)} ${policy.target ?? 'its target'}${inBranch(policy)}.`,
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
  return kind === 'function' ? 'invoke' : 'send to';
}
