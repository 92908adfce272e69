import { entryPointsOf, triggersOf } from '../../clouds/kubernetes/openfaas/openfaas-entry-points.js';
import { functionsOf } from '../../clouds/kubernetes/openfaas/openfaas-functions.js';
import { emptyModel } from '../../clouds/plain/empty-model.js';
import { telemetryOf } from '../../clouds/plain/telemetry.js';
import type { Files } from '../../model/files.js';
import type { Answer, Framework } from '../framework.js';
import { readValues } from './chart-values.js';
import { openfaasFiles } from './recognition.js';
import { readStackFile } from './stack-file.js';

/** OpenFaaS stack files, and the values by which a chart installs OpenFaaS. */
export const openfaas: Framework = {
  ...openfaasFiles,
  unreadAs: 'openfaas',
  parse: parseStack,
};

function parseStack(entry: string, files: Files): Answer {
  const stack = readStackFile(entry, files);
  if (stack === undefined) return readValues(entry, files);
  const functions = functionsOf(stack);
  const model = {
    ...emptyModel('openfaas', entry),
    open: stack.open,
    functions,
    ...entryPointsOf(stack),
    triggers: triggersOf(stack),
    monitors: telemetryOf(functions),
    unresolved: stack.reading.unresolved,
  };
  const codeRoots = functions.flatMap(({ codeRoot }) => codeRoot ?? []);
  return {
    kind: 'stack',
    model,
    files: stack.paths,
    codeRoots: [...new Set(codeRoots)],
    notices: stack.notices,
    suppressions: [],
  };
}
