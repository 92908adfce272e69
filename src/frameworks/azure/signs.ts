import type { StackParameter } from '../../model/store.js';
import type { Given } from './bicep/parameter-files.js';

const stage = /^(?:env|environment|envName|environmentName|environmentType|stage)$/i;

/** What parameters and their files say of the environment that a deployment is for. */
export function signsOf(parameters: readonly StackParameter[], given: readonly Given[]): readonly string[] {
  const defaults = parameters.flatMap((parameter) =>
    stage.test(parameter.id) && parameter.default.kind === 'known' ? [parameter.default.value] : [],
  );
  const said = given.flatMap(({ values }) =>
    [...values].flatMap(([name, value]) => (stage.test(name) && value.kind === 'scalar' ? [String(value.value)] : [])),
  );
  return [...defaults, ...said];
}
