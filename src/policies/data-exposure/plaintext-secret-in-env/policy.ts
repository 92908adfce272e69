import type { Stack } from '../../../facts/stack.js';
import type { NamedText } from '../../../model/model.js';
import { inBranch, known } from '../../../model/setting.js';
import { definePolicy, type Problem } from '../../definition.js';
import { exposedIn } from './exposed.js';
import { hasSecretDefault, parameterProblems } from './parameters.js';

const advice =
  'Move the value to a secret store (AWS Secrets Manager, SSM SecureString, Azure Key Vault, Google Secret Manager), read it at run time, and rotate it: the old value stays in the Git history.';

const readFromStore = 'Remove the output, and read the value from a secret store where it is needed.';

const readAtRunTime = 'Pass the name of the secret to the function and read the secret at run time.';

export default definePolicy({
  id: 'plaintext-secret-in-env',
  several: ['secrets', 'are in plain text'],
  threat: 'data-exposure',
  title: 'Secret in plain text in the configuration',
  severity: 'high',
  isSecret: true,
  why: 'Anyone who can read the repository, the deployed configuration or a crash dump can read the secret and use it.',
  remedy: 'Move the secret to a secret store, read it at run time, and rotate it.',
  acceptable: 'The value is public, or it works only on a developer’s machine.',
  references: {
    owasp: ['OW3'],
    csa: ['SAS-7'],
    cwe: ['CWE-798', 'CWE-312', 'CWE-526'],
    peers: ['CKV_AWS_45', 'CKV_AWS_41', 'CKV_AWS_384', 'F45', 'aws-lambda-environment-credentials'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
        'https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html',
      ],
      azure: ['https://learn.microsoft.com/azure/app-service/app-service-key-vault-references'],
      google: ['https://cloud.google.com/run/docs/configuring/services/secrets'],
      knative: ['https://kubernetes.io/docs/concepts/configuration/secret/'],
      openfaas: ['https://docs.openfaas.com/reference/secrets/'],
    },
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
      const message = `${name} of ${owner} contains ${what} in plain text${inBranch(match)}.`;
      yield { about: { id: owner }, at, severity, isIncident, confidence, discriminator: name, message, advice };
    }
    yield* revealedProblems(stack);
    yield* outputProblems(stack);
  },
});

/** The sub-check `resolved-into-env`: a secret from a store, but in plain text once it is deployed. */
function* revealedProblems({ functions }: Stack): Generator<Problem> {
  for (const fn of functions) {
    for (const { name, value } of fn.environment.filter(({ revealed }) => revealed)) {
      const message = `${name} of ${fn.id} is resolved from a secret store at deployment, so the configuration contains the secret in plain text.`;
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

/** The sub-check `output-not-sensitive`: what looks at the stack, or imports its output, has the secret. */
function* outputProblems({ shownSecrets = [] }: Stack): Generator<Problem> {
  for (const { output, what, readers, at } of shownSecrets) {
    const message = `Output ${output} shows ${what}: ${readers} can read it.`;
    yield { about: { id: output }, at, severity: 'medium', discriminator: 'output', message, advice: readFromStore };
  }
}

function variablesOf({ functions }: Stack): readonly NamedText[] {
  return functions.flatMap((fn) => fn.environment.map(({ name, value }) => ({ owner: fn.id, name, value })));
}

function leafOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
