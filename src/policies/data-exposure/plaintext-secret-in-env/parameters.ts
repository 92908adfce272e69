import { isSecretName } from '../../../facts/secrets/names.js';
import type { Stack } from '../../../facts/stack.js';
import { known, when } from '../../../model/setting.js';
import type { StackParameter } from '../../../model/store.js';
import { type Problem, proposeFix } from '../../definition.js';
import { exposedIn } from './exposed.js';

/** Secrets in defaults of parameters, and parameters that show the secret they carry to everyone who may look. */
export function* parameterProblems({ parameters, environment }: Stack, advice: string): Generator<Problem> {
  for (const parameter of parameters) {
    if (isNamedByDefault(parameter)) continue;
    const exposed = exposedOf(parameter, environment);
    if (exposed) {
      yield {
        about: parameter,
        at: exposed.match.at,
        severity: exposed.severity,
        isIncident: exposed.isIncident,
        discriminator: 'default',
        message: `The default of parameter ${parameter.id} contains ${exposed.what} in plain text.`,
        advice,
      };
    } else {
      yield* shown(parameter);
    }
  }
}

/** True if the parameter's default is itself reported. */
export function hasSecretDefault(parameter: StackParameter): boolean {
  return !isNamedByDefault(parameter) && exposedOf(parameter, 'unknown') !== undefined;
}

function exposedOf({ id, feeds, default: value }: StackParameter, environment: Stack['environment']) {
  return exposedIn([id, ...feeds], value, environment);
}

/** Its own name as a default: it names the secret in a store. */
function isNamedByDefault(parameter: StackParameter): boolean {
  return known(parameter.default) === parameter.id;
}

function* shown(parameter: StackParameter): Generator<Problem> {
  if (!isSecretName(parameter.id) || !parameter.feeds.some(isSecretName)) return;
  const match = when(parameter.concealed, (concealed) => !concealed, { absent: true });
  if (match === undefined) return;
  yield {
    about: parameter,
    at: match.at,
    severity: 'medium',
    confidence: match.confidence,
    discriminator: 'shown',
    message: `Parameter ${parameter.id} carries a secret and is not masked: anyone who can view the deployment can read it.`,
    fix: proposeFix('exact', match.write(true)),
  };
}
