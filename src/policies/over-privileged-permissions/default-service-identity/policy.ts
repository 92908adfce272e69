import type { Stack } from '../../../facts/stack.js';
import type { EnvironmentVariable, ServerlessFunction } from '../../../model/function.js';
import { inBranch, when } from '../../../model/setting.js';
import { definePolicy, type Problem, proposeFix } from '../../definition.js';

export default definePolicy({
  id: 'default-service-identity',
  several: ['functions', 'have no identity of their own'],
  threat: 'over-privileged-permissions',
  title: 'Function has no identity of its own',
  severity: 'medium',
  why: 'A shared identity or a long-lived key has the permissions of everything that uses it, and cannot be revoked for one function.',
  remedy: 'Give the function an identity of its own with the permissions that it needs.',
  acceptable: 'The function calls no cloud API, and the shared identity has no permissions.',
  references: {
    csa: ['SAS-4', 'SAS-7'],
    cwe: ['CWE-250', 'CWE-798'],
    peers: [
      ...['CKV_AZURE_16', 'CKV_AZURE_71', 'CKV_GCP_46', 'CKV_K8S_38', 'CKV_K8S_41', 'CKV_AWS_41'],
      ...['AZU-0002', 'GCP-0004', 'GCP-0006'],
    ],
    links: {
      google: [
        'https://cloud.google.com/iam/docs/service-account-types#default',
        'https://cloud.google.com/run/docs/configuring/services/service-identity',
      ],
      azure: ['https://learn.microsoft.com/azure/azure-functions/functions-identity-based-connections-tutorial'],
      knative: ['https://kubernetes.io/docs/concepts/security/service-accounts/'],
      aws: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles'],
    },
  },

  // Left out: functions of Firebase and of commands, whose account is set elsewhere, and accounts of a namespace without permissions.
  *check(stack) {
    for (const fn of stack.functions) {
      yield* identityProblems(fn, stack);
      yield* keyProblems(fn);
    }
  },
});

function* identityProblems(fn: ServerlessFunction, { exposure }: Stack): Iterable<Problem> {
  const key = fn.environment.find(({ holdsKey }) => holdsKey);
  const shared = fn.runsAs && when(fn.runsAs, (as) => as === 'shared');
  const keyed = fn.runsAs && key && when(fn.runsAs, (as) => as === 'keys');
  const match = shared ?? keyed;
  if (!match) return;
  const says = shared
    ? 'runs as the default identity, which is shared by every workload that names no other'
    : `has no identity and uses an account key instead (${key?.name})`;
  yield {
    about: fn,
    at: match.at,
    severity: shared && exposure(fn) === 'internal' ? 'low' : 'medium',
    confidence: match.confidence,
    message: `${fn.id} ${says}${inBranch(match)}.`,
    fix: shared
      ? proposeFix('parameter', match.write('own'), sharedNote)
      : proposeFix('exact', match.write('own'), keyedNote),
  };
}

const sharedNote =
  'After this edit it runs with the permissions of that account, which must include what the code uses.';
const keyedNote = 'After this edit the app has an identity, which needs a role on what it uses before keys can go.';

/** Variables that are called as long-lived keys of AWS are. */
const staticKey = /(?:^|_)(?:AWS|S3|SES|SNS|SQS|DYNAMODB)_?(?:SECRET_?(?:ACCESS_?)?KEY|SECRET)$/i;

function* keyProblems(fn: ServerlessFunction): Iterable<Problem> {
  for (const { name, nameAt } of fn.environment.filter(isStaticKey)) {
    const message = `${name} of ${fn.id} is a long-lived access key.`;
    yield { about: fn, at: nameAt, confidence: 'medium', discriminator: name, message, advice };
  }
}

const advice = 'Grant the role of the function what it needs, or federate its identity, and delete the access key.';

function isStaticKey({ name }: EnvironmentVariable): boolean {
  return staticKey.test(name);
}
