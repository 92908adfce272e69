import { textOf, type Value } from '../../../model/value.js';
import { composedParameter } from './compose.js';
import { defaultStage } from './places.js';
import { byDefault, lookUp, type Variables } from './resolution.js';

/** The stage that is deployed if the command line does not say another. */
export function stageOf(variables: Variables, { at }: Value): Value {
  const written = lookUp(variables, variables.root, 'provider.stage');
  if (written !== undefined && (textOf(written) !== undefined || written.kind !== 'scalar')) return written;
  return { kind: 'scalar', value: defaultStage, at };
}

/**
 * A parameter: the composition's, which is passed like an option, before that of the stage and that of all stages, in the
 * places of either version.
 */
export function parameterOf(variables: Variables, name: string, whole: Value): Value | undefined {
  const { root, documents } = variables;
  const composed = composedParameter(documents, root.at.path, name);
  if (composed !== undefined) return composed;
  const stage = textOf(stageOf(variables, whole)) ?? defaultStage;
  const found = (place: string) => lookUp(variables, root, `${place}.${name}`);
  const own = found(`stages.${stage}.params`) ?? found(`params.${stage}`);
  return own === undefined ? (found('stages.default.params') ?? found('params.default')) : byDefault(variables, own);
}
