import type { WrittenText } from '../../../code/mentions.js';
import type { FunctionCode, StackCode } from '../../../code/stack-code.js';
import { credentialIn, isSecret } from '../../../facts/secrets/secrets.js';
import type { ServerlessFunction } from '../../../model/function.js';
import { type Span, spanKey } from '../../../model/span.js';
import { judgeWrittenSecrets } from '../../components/written-secrets.js';
import { definePolicy, type Problem, proposeFix } from '../../definition.js';

export default definePolicy({
  id: 'secret-in-source',
  threat: 'data-exposure',
  title: 'Credential is hard-coded',
  several: ['credentials', 'are hard-coded'],
  severity: 'high',
  isSecret: true,
  why: 'Everyone who can read the repository or download the package has the credential, and it stays in the Git history.',
  remedy: 'Replace the secret, keep the new one in a secret store, and read it when the function starts.',
  acceptable: 'The value is public, or works only in tests.',
  references: {
    owasp: ['OW3'],
    csa: ['SAS-7'],
    cwe: ['CWE-798', 'CWE-321'],
    peers: ['CKV_AWS_41', 'detected-aws-access-key-id-value'],
    links: {
      aws: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_lambda.html'],
      azure: ['https://learn.microsoft.com/azure/app-service/app-service-key-vault-references'],
      google: ['https://cloud.google.com/functions/docs/configuring/secrets'],
      any: ['https://cwe.mitre.org/data/definitions/798.html'],
    },
  },

  judge: judgeWrittenSecrets,

  // Left out: placeholders and documented keys, examples of files with variables, and texts under names that only point at a secret.
  *inspect(code) {
    const told = new Set<string>();
    for (const fn of code.functions) {
      for (const text of fn.mentions().texts) {
        const problem = problemOf(fn, text, code);
        if (problem === undefined || told.has(spanKey(text.at))) continue;
        told.add(spanKey(text.at));
        yield problem;
      }
    }
  },
});

function problemOf(
  { function: fn }: FunctionCode,
  { value, name, at }: WrittenText,
  { lineOf }: StackCode,
): Problem | undefined {
  const credential = credentialIn(value);
  const isNamed = credential === undefined && isSecret(name, value);
  if (credential === undefined && !isNamed) return undefined;
  const what = credential?.name ?? `the value of ${name}`;
  return {
    about: fn,
    at,
    message: `${fn.id} has ${what} hard-coded (\`${at.path}\` line ${lineOf(at)}).`,
    severity: credential?.live === true ? 'critical' : 'high',
    confidence: credential === undefined ? 'medium' : 'high',
    discriminator: name === '' ? what : name,
    fix: fixOf(fn, name, at),
  };
}

/** The variable that the function already has under the same name. */
function fixOf(fn: ServerlessFunction, name: string, at: Span): Problem['fix'] {
  const variable = fn.environment.find((one) => one.name === name);
  if (variable === undefined || at.path.endsWith('.py')) return undefined;
  return proposeFix('exact', [{ ...at, text: ['process', 'env', name].join('.') }]);
}
