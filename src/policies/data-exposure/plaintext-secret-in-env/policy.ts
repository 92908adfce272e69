import type { Stack } from '../../../facts/stack.js';
import type { NamedText } from '../../../model/model.js';
import { inBranch, known } from '../../../model/setting.js';
import { definePolicy, type Problem } from '../../policy.js';
import { exposedIn } from './exposed.js';
import { hasSecretDefault, parameterProblems } from './parameters.js';

const advice =
  'Keep the value in a secret store (AWS Secrets Manager, SSM SecureString, Azure Key Vault, Google Secret Manager), read it when the function runs, and rotate it: history keeps the old one.';

const readAtRunTime = 'Pass the name of the secret to the function, and let it read the secret when it runs.';

export default definePolicy({
  id: 'plaintext-secret-in-env',
  several: ['secrets', 'are in plain text'],
  threat: 'data-exposure',
  title: 'Secret stands in the configuration in plain text',
  severity: 'high',
  isSecret: true,
  why: 'Everyone who may read the configuration can read it: in the template, in the console, in crash dumps, and in git for ever.',
  remedy: 'Move the secret to a secret store, read it at run time, and rotate it.',
  acceptable: 'The value is public or opens nothing outside a developer’s machine.',
  references: {
    owasp: ['OW3'],
    csa: ['SAS-7'],
    cwe: ['CWE-798', 'CWE-312', 'CWE-526'],
    peers: ['CKV_AWS_45', 'CKV_AWS_41', 'CKV_AWS_384', 'F45', 'aws-lambda-environment-credentials'],
    links: [
      'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html',
      'https://learn.microsoft.com/azure/app-service/app-service-key-vault-references',
    ],
  },

  // The message names the kind of credential and the variable, never a part of the value.
  // Left out: texts that are the name of a parameter, and defaults of parameters that are reported themselves.
  *check(stack) {
    yield* parameterProblems(stack, advice);
    const defaults = new Set(stack.parameters.filter(hasSecretDefault).map((parameter) => known(parameter.default)));
    const parameters = new Set(stack.parameters.map(({ id }) => id));
    for (const { owner, name, value } of [...variablesOf(stack), ...(stack.texts ?? [])]) {
      const exposed = exposedIn([leafOf(name)], value, stack.environment);
      const text = known(value);
      if (exposed === undefined || parameters.has(text ?? '')) continue;
      const { what, match, severity, isIncident } = exposed;
      const { at, confidence } = match;
      if (confidence !== 'high' && defaults.has(text)) continue;
      const message = `${name} of ${owner} holds ${what} in plain text${inBranch(match)}.`;
      yield { about: { id: owner }, at, severity, isIncident, confidence, discriminator: name, message, advice };
    }
    yield* revealedProblems(stack);
  },
});

/** The sub-check `resolved-into-env`: a secret from a store, but in plain text once it is deployed. */
function* revealedProblems({ functions }: Stack): Generator<Problem> {
  for (const fn of functions) {
    for (const { name, value } of fn.environment.filter(({ revealed }) => revealed)) {
      const message = `${name} of ${fn.id} is taken from a secret store and written to the configuration in plain text.`;
      yield {
        about: fn,
        at: value.at,
        severity: 'low',
        discriminator: `resolved ${name}`,
        message,
        advice: readAtRunTime,
      };
    }
  }
}

function variablesOf({ functions }: Stack): readonly NamedText[] {
  return functions.flatMap((fn) => fn.environment.map(({ name, value }) => ({ owner: fn.id, name, value })));
}

function leafOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
